import { addAuditEntry } from '../db/queries/audit.ts';
import { findUnit, listMemberships, type UnitRow } from '../db/queries/directory.ts';
import { addGrant, changePerson as changePersonRow } from '../db/queries/people.ts';
import { closeDuties, closeGrant, hasOtherGrantee, replaceMembership } from '../db/queries/people-office.ts';
import type { Actor } from '../domain/access/access.ts';
import type { PersonSheet } from '../domain/message/people-payloads.ts';
import { type PersonChange, roleGivenBy } from '../domain/organisation/person-change.ts';
import { followRole } from './give-duties.ts';
import { readPersonSheet } from './read-person-sheet.ts';
import { releaseTasks } from './release-tasks.ts';
import { revokeAccount } from './revoke-account.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** Changes after which the department would have nobody to run the campaign. */
const TAKES_OPERATOR: ReadonlySet<PersonChange> = new Set(['leave', 'withdrawOperator', 'makeStaff']);

/** The person before the change, and how many tasks nobody does since. */
export interface PersonChanged {
  sheet: PersonSheet;
  releasedTasks: number;
}

/**
 * Changes a person's account, role or rights, or closes whoever left, from today on. The past keeps what was.
 * @throws Refusal `notAllowed`, `personNotFound`, `alreadyDecided` when it changes nothing any more, `notYourself` for
 * what nobody does to themselves, `lastOperator`
 */
export async function changePerson(
  useCase: UseCase,
  actor: Actor,
  personId: number,
  change: PersonChange,
): Promise<PersonChanged> {
  const sheet = await readPersonSheet(useCase, actor, personId);
  if (!sheet.changes.includes(change)) throw new Refusal('alreadyDecided');
  await refuseIfDangerous(useCase, actor, sheet, change);
  const releasedTasks = await DO[change](useCase, actor, sheet, change);
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: change,
    subject: 'person',
    subjectId: personId,
    before: { role: sheet.role, isActing: sheet.isActing, isOperator: sheet.isOperator },
    after: { change, releasedTasks },
  });
  return { sheet, releasedTasks };
}

async function refuseIfDangerous(
  useCase: UseCase,
  actor: Actor,
  sheet: PersonSheet,
  change: PersonChange,
): Promise<void> {
  const isSelf = actor.personId === sheet.personId;
  // Nobody gives themselves rights, and nobody shuts themselves out by a slip.
  if (isSelf && change !== 'lostPhone') throw new Refusal('notYourself');
  const losesOperator = sheet.isOperator && TAKES_OPERATOR.has(change);
  if (losesOperator && !(await hasOtherGrantee(useCase.tx, sheet.personId, useCase.today)))
    throw new Refusal('lastOperator');
}

type Do = (useCase: UseCase, actor: Actor, sheet: PersonSheet, change: PersonChange) => Promise<number>;

const revoke: Do = async (useCase, actor, sheet) => {
  await revokeAccount(useCase, actor, sheet);
  return 0;
};

const leave: Do = async (useCase, actor, sheet) => {
  const { tx, today, now } = useCase;
  await revokeAccount(useCase, actor, sheet);
  const { personId, name } = sheet;
  const released = await releaseTasks(useCase, actor, { personId, name });
  await closeDuties(tx, personId, today, now);
  await changePersonRow(tx, personId, { leftOn: today });
  return released;
};

const giveRole: Do = async (useCase, _actor, sheet, change) => {
  const { tx, today } = useCase;
  const [current] = await listMemberships(tx, today, sheet.personId);
  const unit = current && (await findUnit(tx, current.unitId));
  const given = unit && roleGivenBy(change, unit.kind);
  if (current === undefined || unit === undefined || given == null) throw new Refusal('buttonTooOld');
  const { unitId, title } = current;
  await replaceMembership(tx, current, { unitId, title, ...given, toOn: null }, today);
  await followRole(useCase, sheet.personId, { kind: unit.kind, was: current.role, is: given.role });
  return 0;
};

const DO: Record<PersonChange, Do> = {
  lostPhone: revoke,
  leave,
  makeHead: giveRole,
  makeActingHead: giveRole,
  makeDeputyHead: giveRole,
  makeStaff: giveRole,
  grantOperator: async ({ tx, today }, _actor, { personId }) => {
    await addGrant(tx, { personId, kind: 'operator', fromOn: today });
    return 0;
  },
  withdrawOperator: async ({ tx, today }, _actor, { personId }) => {
    await closeGrant(tx, personId, 'operator', today);
    return 0;
  },
};

/**
 * Moves a person to another unit as staff, from today on. Their open tasks of the former unit stay there.
 * @throws Refusal as `changePerson`
 */
export async function movePerson(
  useCase: UseCase,
  actor: Actor,
  personId: number,
  unitId: number,
): Promise<PersonChanged> {
  const { tx, today } = useCase;
  const sheet = await readPersonSheet(useCase, actor, personId);
  const [current] = await listMemberships(tx, today, personId);
  const to: UnitRow | undefined = await findUnit(tx, unitId);
  if (current === undefined || to === undefined || to.closedOn !== null) throw new Refusal('buttonTooOld');
  if (current.unitId === unitId) throw new Refusal('alreadyDecided');
  await refuseIfDangerous(useCase, actor, sheet, 'makeStaff');
  const from = await findUnit(tx, current.unitId);
  const releasedTasks = await releaseTasks(useCase, actor, {
    personId,
    name: sheet.name,
    unitId: current.unitId,
  });
  const { title } = current;
  await replaceMembership(tx, current, { unitId, title, role: 'staff', isActing: false, toOn: null }, today);
  if (from !== undefined)
    await followRole(useCase, personId, { kind: from.kind, was: current.role, is: 'staff' });
  await addAuditEntry(tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'movePerson',
    subject: 'person',
    subjectId: personId,
    before: { unitId: current.unitId, role: current.role },
    after: { unitId, role: 'staff', releasedTasks },
  });
  return { sheet, releasedTasks };
}
