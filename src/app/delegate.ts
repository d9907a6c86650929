import { loadActor } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { addDelegation, type DelegationRow, endDelegation } from '../db/queries/delegations.ts';
import { findPerson } from '../db/queries/directory.ts';
import { enqueueMessage, PRIORITY } from '../db/queries/outbox.ts';
import { type Actor, mayDelegate } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import type { Message } from '../domain/message/messages.ts';
import { momentForEvent } from '../domain/message/quiet-hours.ts';
import { Refusal, type UseCase } from './use-case.ts';

export interface DelegationDraft {
  toPersonId: number;
  fromOn: Day;
  toOn: Day;
}

/** @throws Refusal `notAllowed`, `absenceDaysWanted` or `cannotDelegateTo` when this cannot be delegated so */
export async function checkDelegation(
  useCase: UseCase,
  actor: Actor,
  draft: DelegationDraft,
): Promise<string> {
  if (!mayDelegate(actor)) throw new Refusal('notAllowed');
  if (draft.fromOn > draft.toOn || draft.toOn < useCase.today) throw new Refusal('absenceDaysWanted');
  const to = await loadActor(useCase.tx, draft.toPersonId, useCase.today);
  if (to === null || to.personId === actor.personId || !mayDelegate(to))
    throw new Refusal('cannotDelegateTo');
  return to.name;
}

/**
 * Lets somebody decide in the actor's place on dated days, while both are at work (R46). The other is told.
 * @throws Refusal as `checkDelegation`
 */
export async function delegate(useCase: UseCase, actor: Actor, draft: DelegationDraft): Promise<string> {
  const name = await checkDelegation(useCase, actor, draft);
  const { fromOn, toOn, toPersonId } = draft;
  const row = await addDelegation(useCase.tx, {
    ...draft,
    fromPersonId: actor.personId,
    recordedById: actor.personId,
    recordedAt: useCase.now,
  });
  await audit(useCase, actor, row, 'delegate');
  await tell(useCase, toPersonId, { kind: 'delegated', payload: { from: actor.name, fromOn, toOn } });
  return name;
}

/**
 * Takes a delegation back before its last day; the other is told.
 * @returns the name of whoever decided in the actor's place
 * @throws Refusal `alreadyDecided` when it has ended
 */
export async function endDelegationNow(
  useCase: UseCase,
  actor: Actor,
  delegationId: number,
): Promise<string> {
  const ended = await endDelegation(useCase.tx, {
    id: delegationId,
    fromPersonId: actor.personId,
    at: useCase.now,
  });
  if (ended === undefined) throw new Refusal('alreadyDecided');
  await audit(useCase, actor, ended, 'endDelegation');
  const to = (await findPerson(useCase.tx, ended.toPersonId))?.fullName ?? '';
  const payload = { from: actor.name, to, isGiver: false };
  await tell(useCase, ended.toPersonId, { kind: 'delegationEnded', payload });
  return to;
}

const audit = (
  useCase: UseCase,
  actor: Actor,
  row: DelegationRow,
  action: 'delegate' | 'endDelegation',
): Promise<void> =>
  addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action,
    subject: 'person',
    subjectId: row.toPersonId,
    after: { delegationId: row.id, fromOn: row.fromOn, toOn: row.toOn },
  });

async function tell(useCase: UseCase, personId: number, message: Message): Promise<void> {
  await enqueueMessage(useCase.tx, {
    message,
    to: { personId },
    priority: PRIORITY.event,
    now: useCase.now,
    notBefore: momentForEvent(useCase.now, useCase.plan.reminders, useCase.calendar),
  });
}
