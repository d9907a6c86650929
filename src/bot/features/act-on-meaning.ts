import { findTaskForActor } from '../../app/find-task.ts';
import { listTaskPage } from '../../app/list-tasks.ts';
import { askFirst, type PendingChoice } from '../../app/pending-action.ts';
import { readTaskCard } from '../../app/read-task-card.ts';
import { addUnreadText } from '../../db/queries/pending.ts';
import { worksFor } from '../../domain/access/access.ts';
import type { Problem } from '../../domain/message/messages.ts';
import type { ClaimedStatus } from '../../domain/task/progress.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import {
  type ClarifyReason,
  type Intent,
  type Meaning,
  PROGRESS_INTENTS,
  type TaskUpdate,
} from '../../domain/utterance/meaning.ts';
import type { ChatContext } from '../chat-context.ts';
import { giveTask, proposePerson } from './assigning.ts';
import { reportBlocked, reportUnblocked } from './blockers.ts';
import { askForDirective } from './directives.ts';
import { enterByWords } from './indicators.ts';
import { keepForOffice } from './journal.ts';
import { answerIndicator, answerOverdue, answerOverdueUnits } from './queries.ts';
import { listExampleCodes } from './read-text.ts';
import { remind } from './reminders.ts';
import {
  accept,
  acknowledge,
  askExtension,
  askReturn,
  cancelExtension,
  offerExtension,
  reassign,
  substitute,
} from './request-actions.ts';
import { decideByCode } from './request-decisions.ts';
import { actorOf } from './require-actor.ts';
import { sayProgress } from './say-progress.ts';
import { askAboutSeveral, type SaidOfTask } from './several-tasks.ts';
import { changeTaskByWords } from './task-changes.ts';
import { moveReport } from './undo-move.ts';

/** What came with the text and must not be lost while a question is asked. */
export interface Said {
  text: string;
  reportedAt: Date;
  /** A file that proves it and the task it was added to. */
  evidence: PendingChoice['evidence'];
}

/** A code and nothing else: whoever types it wants to see the task. */
const BARE_CODE = /^(?:nv|#|viec)\s*\d{1,6}(?:\.[a-z\d]+)?[\s.?!]*$/;

export type IntentAction = (ctx: ChatContext, meaning: Meaning, said: Said) => Promise<void>;

/** What each intent beyond a plain report does, one feature file each. An intent without an action is kept and said so. */
const ACTIONS: Partial<Record<Intent, IntentAction>> = {
  ask_extension: askExtension,
  cancel_extension: cancelExtension,
  ask_change: changeTaskByWords,
  ask_suspension: changeTaskByWords,
  ask_resumption: changeTaskByWords,
  ask_cancellation: changeTaskByWords,
  forecast: (ctx, meaning, said) => actOnForecast(ctx, meaning, said),
  risk_late: (ctx, meaning, said) => actOnForecast(ctx, meaning, said),
  refuse: askReturn,
  return: decideByCode,
  reassign,
  substitute,
  approve: decideByCode,
  reject: decideByCode,
  ack: acknowledge,
  accept,
  assign: giveTask,
  assign_person: proposePerson,
  update: (ctx, meaning, said) =>
    meaning.status === 'blocked' && meaning.task !== undefined
      ? reportBlocked(ctx, meaning, said)
      : actOnProgress(ctx, meaning, said),
  blocked: reportBlocked,
  unblock: reportUnblocked,
  ask_directive: askForDirective,
  remind,
  query_overdue: answerOverdue,
  query_overdue_units: answerOverdueUnits,
  query_indicator: answerIndicator,
  undo_move: moveReport,
  initiative: keepForOffice,
  commitment: keepForOffice,
  register: keepForOffice,
  unit_report: keepForOffice,
  indicator: enterByWords,
};

/** Carries out what a text means, or asks the one question that is missing. */
export async function actOnMeaning(ctx: ChatContext, meaning: Meaning, said: Said): Promise<void> {
  // Blanks alone would be read as politeness, but there is nothing in them to acknowledge.
  if (cleanText(said.text) === '') return sayProblem(ctx, 'nothingToReport');
  if (meaning.intent === 'multi') {
    // All tasks are looked up before anything is asked: one that is not theirs is said at once.
    const items: SaidOfTask[] = [];
    for (const update of meaning.updates ?? []) items.push(await toReport(ctx, update, null, said));
    return askAboutSeveral(ctx, items);
  }
  const act = ACTIONS[meaning.intent];
  if (act !== undefined) return act(ctx, meaning, said);
  if (PROGRESS_INTENTS.has(meaning.intent)) return actOnProgress(ctx, meaning, said);
  const asksForCard = meaning.intent === 'query_task' || BARE_CODE.test(foldText(said.text));
  if (asksForCard && meaning.task !== undefined) return showTask(ctx, meaning.task);
  if (meaning.intent === 'clarify') return askWhatIsMeant(ctx, meaning, said);
  await keepUnread(ctx, said);
  if (meaning.intent !== 'unknown') return sayProblem(ctx, 'notSupported');
  return sayProblem(ctx, 'nothingToReport');
}

/** A report that looks ahead is a report first; what it means for the due day is asked after it. */
async function actOnForecast(ctx: ChatContext, meaning: Meaning, said: Said): Promise<void> {
  await actOnProgress(ctx, meaning, said);
  if (meaning.task !== undefined) await offerExtension(ctx, meaning, said);
}

async function actOnProgress(ctx: ChatContext, meaning: Meaning, said: Said): Promise<void> {
  if (meaning.task === undefined) return askWhichTask(ctx, said);
  const { task, percent, status, note, product } = meaning;
  const update: TaskUpdate = {
    task,
    ...(percent === undefined ? {} : { percent }),
    ...(status === undefined ? {} : { status }),
    ...(note === undefined ? {} : { note }),
    ...(product === undefined ? {} : { product }),
  };
  const report = await toReport(ctx, update, meaning.delta ?? null, said);
  await sayProgress(ctx, report.task, report.input);
}

/** The task that an update speaks of, and what is to be recorded of it. */
export async function toReport(
  ctx: ChatContext,
  update: TaskUpdate,
  delta: number | null,
  said: Said,
): Promise<SaidOfTask> {
  const task = await findTaskForActor(ctx.useCase, actorOf(ctx), update.task, 'report');
  return {
    task,
    input: {
      taskId: task.id,
      percent: update.percent ?? null,
      delta,
      status: claimOf(update),
      note: update.note ?? null,
      product: productOf(update, said),
      reportedAt: said.reportedAt,
    },
  };
}

/** A document by its number, else the file that came with the words. */
function productOf(update: TaskUpdate, said: Said): SaidOfTask['input']['product'] {
  if (update.product !== undefined) {
    return { text: update.product.number, onDay: update.product.issuedOn ?? null };
  }
  return said.evidence === null ? null : { text: said.evidence.fileName ?? said.evidence.kind, onDay: null };
}

/** `done` is an approver's word; of a person's own report it is a claim that waits for confirmation. */
const claimOf = (update: TaskUpdate): ClaimedStatus =>
  update.status === 'done' ? 'reportedDone' : (update.status ?? 'inProgress');

async function showTask(ctx: ChatContext, code: string): Promise<void> {
  const actor = actorOf(ctx);
  const task = await findTaskForActor(ctx.useCase, actor, code, 'view');
  await ctx.say({ kind: 'taskCard', payload: await readTaskCard(ctx.useCase, actor, task) });
}

const CLARIFY_PROBLEMS: Record<ClarifyReason, Problem> = {
  percentOutOfRange: 'percentOutOfRange',
  impossibleDay: 'impossibleDay',
  whichTask: 'whichTask',
  severalTasks: 'whichTask',
  fractionOrDay: 'whichFigure',
  doneOrNotYet: 'whichFigure',
  doneOnFutureDay: 'impossibleDay',
  figureUnclear: 'whichFigure',
};

async function askWhatIsMeant(ctx: ChatContext, meaning: Meaning, said: Said): Promise<void> {
  const isAboutTask = meaning.reason === 'whichTask' || meaning.reason === 'severalTasks';
  if (isAboutTask) return askWhichTask(ctx, said, meaning.candidates);
  return sayProblem(ctx, meaning.reason === undefined ? 'nothingToReport' : CLARIFY_PROBLEMS[meaning.reason]);
}

const OFFERED_TASKS = 8;

/** Offers the person's own open tasks as buttons; the message is kept and goes on once one is chosen. */
export async function askWhichTask(ctx: ChatContext, said: Said, candidates?: string[]): Promise<void> {
  const actor = actorOf(ctx);
  const { lines } = await listTaskPage(
    ctx.useCase,
    { assigneeIds: worksFor(actor) },
    { page: 0, filter: 'all' },
  );
  const offered = lines.filter((line) => candidates === undefined || candidates.includes(line.code));
  if (offered.length === 0) return sayProblem(ctx, said.evidence === null ? 'whichTask' : 'fileWithoutTask');
  const pendingId = await askFirst(ctx.useCase, actor, {
    kind: 'chooseTask',
    text: said.text,
    reportedAt: said.reportedAt.toISOString(),
    evidence: said.evidence,
  });
  await ctx.say({ kind: 'chooseTask', payload: { pendingId, lines: offered.slice(0, OFFERED_TASKS) } });
}

async function keepUnread(ctx: ChatContext, said: Said): Promise<void> {
  await addUnreadText(ctx.useCase.tx, {
    personId: actorOf(ctx).personId,
    text: said.text,
    writtenAt: said.reportedAt,
  });
}

export async function sayProblem(ctx: ChatContext, problem: Problem): Promise<void> {
  await ctx.say({
    kind: 'problem',
    payload: { problem, examples: await listExampleCodes(ctx, actorOf(ctx)) },
  });
}
