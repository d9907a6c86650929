import { findOpenAccountOfPerson } from '../db/queries/accounts.ts';
import { findPerson, findUnit, listGrants, listMemberships } from '../db/queries/directory.ts';
import { countOpenTasksOf } from '../db/queries/people-office.ts';
import { listStandIns } from '../db/queries/stand-ins.ts';
import { type Actor, mayActInOffice } from '../domain/access/access.ts';
import type { PersonSheet } from '../domain/message/people-payloads.ts';
import { listPersonChanges } from '../domain/organisation/person-change.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * A person as the office sees them: unit, role, account, rights, what they have in hand, and what can be changed.
 * @throws Refusal `notAllowed`, `personNotFound`
 */
export async function readPersonSheet(
  useCase: UseCase,
  actor: Actor,
  personId: number,
): Promise<PersonSheet> {
  if (!mayActInOffice(actor, 'managePeople')) throw new Refusal('notAllowed');
  const { tx, today } = useCase;
  const person = await findPerson(tx, personId);
  if (person === undefined || (person.leftOn !== null && person.leftOn <= today))
    throw new Refusal('personNotFound');
  const [membership] = await listMemberships(tx, today, personId);
  const unit = membership === undefined ? undefined : await findUnit(tx, membership.unitId);
  const account = await findOpenAccountOfPerson(tx, personId);
  const granted = new Set((await listGrants(tx, today, personId)).map(({ kind }) => kind));
  const standIn = (await listStandIns(tx, today)).findLast((row) => row.personId === personId);
  const isOperator = granted.has('operator');
  return {
    personId,
    name: person.fullName,
    unitId: unit?.id ?? null,
    unit: unit?.shortName ?? null,
    title: membership?.title ?? null,
    role: membership?.role ?? null,
    isActing: membership?.isActing ?? false,
    staffKind: person.staffKind,
    hasJoined: account !== undefined,
    isUnreachable: account !== undefined && account.reach !== 'ok',
    isOperator,
    isAdmin: granted.has('admin'),
    openTasks: await countOpenTasksOf(tx, personId),
    standIn: standIn === undefined ? null : ((await findPerson(tx, standIn.standInId))?.fullName ?? null),
    changes: listPersonChanges({
      held: membership ?? null,
      unitKind: unit?.kind ?? null,
      hasAccount: account !== undefined,
      isOperator,
    }),
  };
}
