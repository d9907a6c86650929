import { addAuditEntry } from '../db/queries/audit.ts';
import { type BottleneckRow, changeBottleneck, lockBottleneck } from '../db/queries/bottlenecks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { BottleneckPayloads } from '../domain/message/bottleneck-payloads.ts';
import type { Message } from '../domain/message/messages.ts';
import { type BottleneckState, canMove } from '../domain/task/bottleneck.ts';
import { mayConfirmHoldup, mayMoveBottleneck } from '../domain/task/holdup-rights.ts';
import { loadDirectory } from './load-directory.ts';
import { describeOne } from './read-bottlenecks.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Says how far a bottleneck has come; whoever reported it, the head of its unit and the head of the unit that must act
 * are told.
 * @throws Refusal `buttonTooOld`, `notAllowed`, `bottleneckChanged` when it stands elsewhere by now
 */
export async function moveBottleneck(
  useCase: UseCase,
  actor: Actor,
  id: number,
  to: BottleneckState,
): Promise<BottleneckPayloads['bottleneckMoved']> {
  const row = await lockBottleneck(useCase.tx, id);
  if (row === undefined) throw new Refusal('buttonTooOld');
  if (!mayMoveBottleneck(actor, row.unitId)) throw new Refusal('notAllowed');
  if (!canMove(row.state, to)) throw new Refusal('bottleneckChanged', { code: row.code });
  const resolvedAt = to === 'resolved' ? useCase.now : null;
  await changeBottleneck(useCase.tx, id, { state: to, resolvedAt });
  await audit(useCase, actor, row, 'moveBottleneck', { before: { state: row.state }, after: { state: to } });
  const { bottleneck } = await describeOne(useCase, id);
  const said = { bottleneck, from: row.state, by: actor.name };
  await tellConcerned(useCase, actor, row, { kind: 'bottleneckMoved', payload: said });
  return said;
}

/**
 * The head vouches for a bottleneck: reminders before the due day of its unit's linked tasks pause while it stands.
 * Whoever reported it is told.
 * @throws Refusal `buttonTooOld`, `notAllowed`, `alreadyDecided`
 */
export async function confirmBottleneck(
  useCase: UseCase,
  actor: Actor,
  id: number,
): Promise<BottleneckPayloads['bottleneckConfirmed']> {
  const row = await lockBottleneck(useCase.tx, id);
  if (row === undefined) throw new Refusal('buttonTooOld');
  if (!mayConfirmHoldup(actor, row)) throw new Refusal('notAllowed');
  if (row.confirmedAt !== null || row.state === 'resolved')
    throw new Refusal('alreadyDecided', { code: row.code });
  await changeBottleneck(useCase.tx, id, { confirmedAt: useCase.now, confirmedById: actor.personId });
  await audit(useCase, actor, row, 'confirmBottleneck', { after: {} });
  const { bottleneck } = await describeOne(useCase, id);
  const said = { bottleneck, by: actor.name };
  await tellConcerned(useCase, actor, row, { kind: 'bottleneckConfirmed', payload: said });
  return said;
}

async function audit(
  useCase: UseCase,
  actor: Actor,
  row: BottleneckRow,
  action: 'moveBottleneck' | 'confirmBottleneck',
  change: { before?: object; after: object },
): Promise<void> {
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action,
    subject: 'unit',
    subjectId: row.unitId,
    ...change,
    after: { bottleneckId: row.id, ...change.after },
  });
}

async function tellConcerned(
  useCase: UseCase,
  actor: Actor,
  row: BottleneckRow,
  message: Extract<Message, { kind: 'bottleneckMoved' | 'bottleneckConfirmed' }>,
): Promise<void> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const mustAct = row.mustActUnitId === null ? null : directory.headOf(row.mustActUnitId);
  const isMove = message.kind === 'bottleneckMoved';
  const concerned = isMove ? [row.reportedById, directory.headOf(row.unitId), mustAct] : [row.reportedById];
  for (const personId of new Set(concerned)) {
    if (personId === null || personId === actor.personId) continue;
    // It may come to the same state again: the moment tells the two apart.
    const { state } = message.payload.bottleneck;
    const key = `${message.kind}:${row.id}:${state}:${useCase.now.getTime()}:${personId}`;
    await tellPerson(useCase, { personId, unitId: row.unitId }, message, key);
  }
}
