import { addAuditEntry } from '../db/queries/audit.ts';
import { takeTaskNumber } from '../db/queries/drafts.ts';
import { setCoordinatingUnits } from '../db/queries/imports.ts';
import { listPhases } from '../db/queries/installation.ts';
import { addTasks, type NewTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, givesInside, mayAssignTo } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import type { Message, MessagePayloads } from '../domain/message/messages.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { phaseOn } from '../domain/plan/plan.ts';
import { type AuthorityLevel, missingInDraft, type TaskDraft } from '../domain/task/draft.ts';
import { formatTaskCode } from '../domain/task/task.ts';
import { foldText } from '../domain/text.ts';
import { listCandidates } from './draft-task.ts';
import { addOccurrencesOf } from './ensure-occurrences.ts';
import { loadDirectory } from './load-directory.ts';
import { lockKept, takePending } from './pending-action.ts';
import { standingOf } from './read-draft-card.ts';
import { isLive, tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** A draft with nothing missing. */
type WholeDraft = TaskDraft & {
  leadUnitId: number;
  assigneeId: number;
  title: string;
  authorityWords: string;
};

/**
 * Issues a draft whose six facets are there (R7): by the press its giver confirms what was proposed. The task gets the
 * next free code; its assignee, its head and the heads of coordinating units are told.
 * @param words what the proposed levels of decision are called
 * @throws Refusal `draftIncomplete`, `unitNotYours`, `personNotOfUnit`, `dayPassed`, and what keeps a button from being pressed
 */
export async function issueDraft(
  useCase: UseCase,
  actor: Actor,
  draftId: number,
  words: Record<AuthorityLevel, string>,
): Promise<MessagePayloads['taskIssued']> {
  const { draft } = await lockKept(useCase, actor, draftId, 'draft');
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const whole = await requireWhole(useCase, actor, draft, { directory, words });
  await takePending(useCase, actor, draftId, 'draft');
  const task = await writeTask(useCase, actor, whole);
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'issueTask',
    subject: 'task',
    subjectId: task.id,
    after: {
      draftId,
      code: task.code,
      state: task.state,
      dueOn: task.dueOn,
      leadUnitId: task.leadUnitId,
      assigneeId: task.assigneeId,
    },
  });
  return tellOf(useCase, actor, task, directory, draft.coordinatingUnitIds);
}

/** Asks again, at the press, for everything that may have changed since the card was drawn. */
async function requireWhole(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
  given: { directory: Directory; words: Record<AuthorityLevel, string> },
): Promise<WholeDraft> {
  const standing = standingOf(actor, draft, given.directory);
  const { leadUnitId, assigneeId, title, deadline } = draft;
  const authority = draft.authority ?? standing.proposedAuthority;
  const isWhole = missingInDraft(draft, standing).length === 0;
  if (!isWhole || leadUnitId === null || assigneeId === null || title === null || authority === null)
    throw new Refusal('draftIncomplete');
  if (!mayAssignTo(actor, leadUnitId)) {
    throw new Refusal('unitNotYours', { code: given.directory.unitOf(leadUnitId)?.shortName ?? '' });
  }
  const candidates = await listCandidates(useCase, actor, draft);
  if (!candidates.some(({ personId }) => personId === assigneeId)) throw new Refusal('personNotOfUnit');
  if (deadline?.dueOn != null && deadline.dueOn < useCase.today) throw new Refusal('dayPassed');
  const authorityWords = typeof authority === 'string' ? given.words[authority] : authority.words;
  return { ...draft, leadUnitId, assigneeId, title, authorityWords };
}

async function writeTask(useCase: UseCase, actor: Actor, draft: WholeDraft): Promise<TaskRow> {
  const { tx, now } = useCase;
  const [task] = await addTasks(tx, [await toNewTask(useCase, actor, draft)], now);
  if (task === undefined) throw new Error('The database returned no task');
  if (task.structure === 'series') await addOccurrencesOf(useCase, task);
  if (draft.coordinatingUnitIds.length > 0) {
    await setCoordinatingUnits(tx, task.id, draft.coordinatingUnitIds, now);
  }
  return task;
}

async function toNewTask(useCase: UseCase, actor: Actor, draft: WholeDraft): Promise<NewTask> {
  const { tx, now, today } = useCase;
  const dueOn = draft.deadline?.dueOn ?? null;
  const cadence = draft.deadline?.cadence ?? null;
  const startOn = draft.deadline?.startOn ?? today;
  return {
    code: formatTaskCode(await takeTaskNumber(tx)),
    structure: cadence === null ? 'single' : 'series',
    parentId: null,
    level: givesInside(actor, draft.leadUnitId) ? 'unit' : 'department',
    kind: 'task',
    priority: 'normal',
    flags: [],
    state: 'issued',
    leadUnitId: draft.leadUnitId,
    assigneeId: draft.assigneeId,
    outsideBodies: null,
    title: draft.title,
    foldedTitle: foldText(draft.title),
    content: draft.content,
    deadlineWording: draft.deadline?.wording ?? '',
    startOn: dueOn !== null && startOn > dueOn ? null : startOn,
    dueOn,
    originalDueOn: dueOn,
    cadence,
    occurrenceKey: null,
    // Whoever is in charge of the unit, also after a change there.
    leaderInChargeId: null,
    authority: draft.authorityWords,
    product: draft.product?.words ?? null,
    measureTarget: draft.product?.measure?.target ?? null,
    measureUnit: draft.product?.measure?.unit ?? null,
    defaultedFacets: [],
    productOn: null,
    productText: null,
    phaseId: await findPhaseId(useCase, dueOn ?? today),
    documentId: null,
    legalBasis: null,
    note: null,
    externalReference: null,
    importKey: null,
    importBatchId: null,
    givenById: actor.personId,
    issuedAt: now,
  };
}

async function findPhaseId({ tx, plan }: UseCase, day: Day): Promise<number | null> {
  const code = phaseOn(plan, day)?.code;
  return (await listPhases(tx)).find((phase) => phase.code === code)?.id ?? null;
}

/** Everybody concerned but the giver is told once, by the nearest of their parts in it. */
async function tellOf(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  directory: Directory,
  coordinatingUnitIds: readonly number[],
): Promise<MessagePayloads['taskIssued']> {
  const about = aboutGiven(task, directory, actor.name);
  const told = new Set<number>([actor.personId]);
  const tell = async (personId: number | null, unitId: number, message: Message) => {
    if (personId === null || told.has(personId) || !(await isLive(useCase, unitId))) return;
    told.add(personId);
    await tellPerson(useCase, { personId, unitId }, message, `taskGiven:${task.id}:${personId}`);
  };
  const { leadUnitId } = task;
  await tell(task.assigneeId, leadUnitId, {
    kind: 'taskGiven',
    payload: { ...about, isAssignee: true, mayAccept: true },
  });
  await tell(directory.headOf(leadUnitId), leadUnitId, {
    kind: 'taskGiven',
    payload: { ...about, isAssignee: false, mayAccept: true },
  });
  for (const unitId of coordinatingUnitIds) {
    const supporting = directory.unitOf(unitId)?.shortName ?? '';
    await tell(directory.headOf(unitId), unitId, {
      kind: 'taskToSupport',
      payload: { ...about, supporting },
    });
  }
  told.delete(actor.personId);
  return { ...about, told: [...told].flatMap((personId) => directory.nameOf(personId) ?? []) };
}

const aboutGiven = (task: TaskRow, directory: Directory, by: string) => ({
  taskId: task.id,
  code: task.code,
  title: task.title,
  unit: directory.unitOf(task.leadUnitId)?.shortName ?? '',
  assignee: directory.nameOf(task.assigneeId),
  dueOn: task.dueOn,
  deadlineWording: task.deadlineWording,
  product: task.product,
  by,
});
