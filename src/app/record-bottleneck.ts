import { loadActor } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { addBottleneck, type BottleneckRow, takeBottleneckNumber } from '../db/queries/bottlenecks.ts';
import { markPendingDecided } from '../db/queries/pending.ts';
import { findTask } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { BottleneckPayloads } from '../domain/message/bottleneck-payloads.ts';
import { formatBottleneckCode } from '../domain/task/bottleneck.ts';
import { type BottleneckDraft, questionOf } from '../domain/task/bottleneck-draft.ts';
import { mayConfirmHoldup } from '../domain/task/holdup-rights.ts';
import { loadDirectory } from './load-directory.ts';
import { lockKept } from './pending-action.ts';
import { describeOne } from './read-bottlenecks.ts';
import { isLive, tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Records a bottleneck of which all is known. The head of the unit that must act and the head of the unit that meets it
 * are told.
 * @throws Refusal `buttonTooOld`, `alreadyDecided`, `notAllowed`
 */
export async function recordBottleneck(
  useCase: UseCase,
  actor: Actor,
  pendingId: number,
): Promise<BottleneckPayloads['bottleneckRecorded']> {
  const { tx, now } = useCase;
  const { bottleneck: draft } = await lockKept(useCase, actor, pendingId, 'bottleneck');
  const unitId = await unitOf(useCase, actor, draft);
  if (questionOf(draft) !== null || unitId === null) throw new Refusal('buttonTooOld');
  await markPendingDecided(tx, pendingId, now);
  const row = await addRow(useCase, actor, draft, unitId);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'recordBottleneck',
    subject: 'unit',
    subjectId: unitId,
    after: { bottleneckId: row.id, taskIds: draft.taskIds, mustActUnitId: row.mustActUnitId },
  });
  const { bottleneck, tasks } = await describeOne(useCase, row.id);
  return { bottleneck, tasks, told: await tellConcerned(useCase, actor, row, { bottleneck, tasks }) };
}

/** The reporter's own unit, unless all the work that is held up is led elsewhere: then the one that leads it. */
async function unitOf(useCase: UseCase, actor: Actor, draft: BottleneckDraft): Promise<number | null> {
  const own = actor.roles.map(({ unitId }) => unitId);
  const leading = (await Promise.all(draft.taskIds.map((id) => findTask(useCase.tx, id)))).flatMap(
    (task) => task?.leadUnitId ?? [],
  );
  return leading.find((unitId) => own.includes(unitId)) ?? leading[0] ?? own[0] ?? null;
}

async function addRow(
  useCase: UseCase,
  actor: Actor,
  draft: BottleneckDraft,
  unitId: number,
): Promise<BottleneckRow> {
  const { title, domain, taskIds } = draft;
  if (title === null || domain === null) throw new Refusal('buttonTooOld');
  const row = {
    code: formatBottleneckCode(await takeBottleneckNumber(useCase.tx)),
    domain,
    state: 'new',
    unitId,
    reportedById: actor.personId,
    reportedAt: useCase.now,
    title,
    mustActUnitId: draft.mustActUnitId,
    mustActText: draft.mustActText,
    dueOn: draft.dueOn,
  } as const;
  return addBottleneck(useCase.tx, row, taskIds);
}

async function tellConcerned(
  useCase: UseCase,
  actor: Actor,
  row: BottleneckRow,
  said: Pick<BottleneckPayloads['bottleneckTold'], 'bottleneck' | 'tasks'>,
): Promise<string[]> {
  if (!(await isLive(useCase, row.unitId))) return [];
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const head = directory.headOf(row.unitId);
  const mustAct = row.mustActUnitId === null ? null : directory.headOf(row.mustActUnitId);
  const told: number[] = [];
  const tell = async (personId: number | null, to: BottleneckPayloads['bottleneckTold']['to']) => {
    if (personId === null || personId === actor.personId || told.includes(personId)) return;
    told.push(personId);
    const reader = await loadActor(useCase.tx, personId, useCase.today);
    const mayConfirm = reader !== null && mayConfirmHoldup(reader, row);
    await tellPerson(
      useCase,
      { personId, unitId: row.unitId },
      { kind: 'bottleneckTold', payload: { ...said, to, mayConfirm } },
      `bottleneckTold:${row.id}:${to}`,
    );
  };
  // The head of the unit that meets it hears once, with the button to confirm, even where that unit itself must act.
  await tell(head, 'head');
  await tell(mustAct, 'mustAct');
  return told.flatMap((personId) => directory.nameOf(personId) ?? []);
}
