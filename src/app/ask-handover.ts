import { findUnitByCode, listMemberships, listPeople, listUnits } from '../db/queries/directory.ts';
import { listOpenTasks, type TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import { mayGrantAtOnce } from '../domain/task/request-rights.ts';
import { tellApart } from '../domain/utterance/people.ts';
import { emptyDraft, lockAskedTask, type RequestDraft } from './ask-request.ts';
import { effectOf } from './decide-request-effect.ts';
import { loadTaskSubject } from './task-subject.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** Somebody whom a typed name may mean. */
export interface NamedPerson {
  personId: number;
  name: string;
  unitId: number | null;
  unit: string;
}

/**
 * The people whom a name as it was typed may mean ("chị Lan", "Huỳnh Thị Lan"), but the one who typed it. Those of a
 * unit go before namesakes elsewhere.
 * @throws Refusal `whichPerson` when it means nobody
 */
export async function listPeopleNamed(
  useCase: UseCase,
  actor: Actor,
  typed: string,
  unitId: number | null,
): Promise<NamedPerson[]> {
  const { tx, today } = useCase;
  const people = await listPeople(tx, today);
  const context = {
    today,
    actor: 'staff',
    hasAttachment: false,
    people: people.map(({ fullName }) => ({ name: fullName })),
  } as const;
  const party = { kind: 'person', name: typed, start: 0, end: typed.length } as const;
  const names = new Set(tellApart([party], context)[0]?.people);
  const memberships = await listMemberships(tx, today);
  const units = await listUnits(tx, today);
  const named = people
    .filter(({ id, fullName }) => names.has(fullName) && id !== actor.personId)
    .map(({ id, fullName }): NamedPerson => {
      const own = memberships.filter(({ personId }) => personId === id);
      const place = own.find((membership) => membership.unitId === unitId) ?? own[0];
      const unit = units.find((row) => row.id === place?.unitId);
      return { personId: id, name: fullName, unitId: unit?.id ?? null, unit: unit?.shortName ?? '' };
    });
  if (named.length === 0) throw new Refusal('whichPerson');
  const inUnit = named.filter((person) => person.unitId === unitId);
  return inUnit.length > 0 ? inUnit : named;
}

/** The unit of a code that the reader found. @throws Refusal `whichPerson` when there is none */
export async function findReceivingUnitId(useCase: UseCase, code: string): Promise<number> {
  const unit = await findUnitByCode(useCase.tx, code);
  if (unit === undefined) throw new Refusal('whichPerson');
  return unit.id;
}

/**
 * Prepares handing a task to another person or unit; nothing is written.
 * @returns whether it happens at once on the actor's "yes", or has to be asked
 * @throws Refusal `alreadyTheirs`, or what keeps a request from being asked
 */
export async function proposeHandover(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  to: { unitId: number | null; personId: number | null; reason: string | null },
): Promise<{ draft: RequestDraft; isAtOnce: boolean }> {
  const draft: RequestDraft = {
    ...emptyDraft('reassignment', task.id, to.reason),
    proposedUnitId: to.unitId,
    proposedPersonId: to.personId,
  };
  const effect = await effectOf(useCase, task, draft);
  if (
    effect === null ||
    (effect.leadUnitId === task.leadUnitId && effect.assigneeId === (task.assigneeId ?? null))
  )
    throw new Refusal('alreadyTheirs', { code: task.code });
  if (to.personId === null && to.unitId === task.leadUnitId)
    throw new Refusal('alreadyTheirs', { code: task.code });
  const isAtOnce = mayGrantAtOnce(actor, await loadTaskSubject(useCase.tx, task), {
    kind: draft.kind,
    toUnitId: effect.leadUnitId,
  });
  if (!isAtOnce) await lockAskedTask(useCase, actor, draft);
  return { draft, isAtOnce };
}

/**
 * Prepares giving a task back, with its reason and perhaps the unit to which it belongs; nothing is written.
 * @throws Refusal `reasonWanted`, or what keeps a request from being asked
 */
export async function proposeReturn(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  asked: { unitId: number | null; reason: string | null },
): Promise<RequestDraft> {
  if (asked.reason === null) throw new Refusal('reasonWanted', { code: task.code });
  const isOwnUnit = asked.unitId === task.leadUnitId;
  const draft: RequestDraft = {
    ...emptyDraft('return', task.id, asked.reason),
    proposedUnitId: isOwnUnit ? null : asked.unitId,
  };
  await lockAskedTask(useCase, actor, draft);
  return draft;
}

/**
 * The task by which an absence is said when none is named: the most urgent of one's own, else of the unit one leads.
 * @throws Refusal `noTaskToHandOver`
 */
export async function findUrgentTask(useCase: UseCase, actor: Actor): Promise<TaskRow> {
  const led = actor.roles.find(({ role }) => role === 'head' || role === 'deputyHead');
  const filters = [
    { assigneeIds: [actor.personId] },
    ...(led === undefined ? [] : [{ leadUnitId: led.unitId }]),
  ];
  for (const filter of filters) {
    const rows = await listOpenTasks(useCase.tx, filter, { offset: 0, limit: 20 });
    const open = rows.find(({ task }) => task.state !== 'reportedDone');
    if (open !== undefined) return open.task;
  }
  throw new Refusal('noTaskToHandOver');
}

/**
 * Prepares that somebody stands in for the actor during an absence; nothing is written.
 * @throws Refusal `absenceDaysWanted`, or what keeps a request from being asked
 */
export async function proposeSubstitution(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  absence: { fromOn: Day | null; toOn: Day | null; personId: number; reason: string | null },
): Promise<RequestDraft> {
  const { fromOn, toOn, personId, reason } = absence;
  if (fromOn === null || toOn === null || fromOn > toOn || toOn < useCase.today)
    throw new Refusal('absenceDaysWanted');
  const draft: RequestDraft = {
    ...emptyDraft('substitution', task.id, reason),
    proposedPersonId: personId,
    fromOn,
    toOn,
  };
  await lockAskedTask(useCase, actor, draft);
  return draft;
}
