import { acceptTask } from '../../app/accept-task.ts';
import { proposeExtension } from '../../app/ask-extension.ts';
import {
  findReceivingUnitId,
  findUrgentTask,
  listPeopleNamed,
  type NamedPerson,
  proposeHandover,
  proposeReturn,
  proposeSubstitution,
} from '../../app/ask-handover.ts';
import { describeRequest, type RequestDraft } from '../../app/ask-request.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { askFirst, type PendingRequestPerson } from '../../app/pending-action.ts';
import { Refusal } from '../../app/use-case.ts';
import { findOwnRequest, withdrawRequest } from '../../app/withdraw-request.ts';
import { findPerson } from '../../db/queries/directory.ts';
import { findCurrentProgress } from '../../db/queries/progress.ts';
import { keepForecast, listOwnOpenRequests } from '../../db/queries/requests.ts';
import { findTask, type TaskRow } from '../../db/queries/tasks.ts';
import type { Day } from '../../domain/days.ts';
import { lastDayInTime } from '../../domain/escalation/owed-notices.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import type { AskedDueDay } from '../../domain/task/request-due-day.ts';
import { isContainer } from '../../domain/task/task.ts';
import type { Meaning } from '../../domain/utterance/meaning.ts';
import { readUtterance } from '../../domain/utterance/read-utterance.ts';
import type { ChatContext } from '../chat-context.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { actorOf } from './require-actor.ts';

/** The task a request is about: one's own, or one that is answered for. @throws Refusal `whichTask` without a code */
async function taskOf(ctx: ChatContext, meaning: Meaning): Promise<TaskRow> {
  if (meaning.task === undefined) throw new Refusal('whichTask');
  return findTaskForActor(ctx.useCase, actorOf(ctx), meaning.task, 'report');
}

/** The words behind "vì", "do" as they were typed, to the end of the sentence. */
export function causeOf({ cause, note }: Pick<Meaning, 'cause' | 'note'>): string | null {
  if (cause === undefined) return null;
  const at = note?.indexOf(cause) ?? -1;
  return note === undefined || at < 0 ? cause : note.slice(at);
}

/** "xin gia hạn NV12 đến 15/7": shows what will be asked, or asks for the day. */
export const askExtension: IntentAction = async (ctx, meaning, said) => {
  const task = await taskOf(ctx, meaning);
  const asked = { on: meaning.on, extendBy: meaning.extendBy, reason: causeOf(meaning) };
  await ctx.say(await prepareExtension(ctx, task, asked, said.reportedAt));
};

/** The confirm card of an extension, or the question for its day. */
export async function prepareExtension(
  ctx: ChatContext,
  task: TaskRow,
  asked: AskedDueDay & { reason: string | null },
  askedAt: Date,
): Promise<Card> {
  const actor = actorOf(ctx);
  const proposal = await proposeExtension(ctx.useCase, actor, task, asked);
  if (proposal.kind === 'proposed') {
    return confirmCard(ctx, task, { draft: proposal.draft, isAtOnce: false, askedAt }, proposal.movedFrom);
  }
  const { dueOn, days, problem } = proposal;
  const pendingId = await keepForDay(ctx, task, asked.reason, askedAt);
  return {
    kind: 'extensionDayWanted',
    payload: { pendingId, taskId: task.id, code: task.code, title: task.title, dueOn, days, problem },
  };
}

type Card =
  | { kind: 'confirmRequest'; payload: MessagePayloads['confirmRequest'] }
  | { kind: 'extensionDayWanted'; payload: MessagePayloads['extensionDayWanted'] };

const keepForDay = (ctx: ChatContext, task: TaskRow, reason: string | null, askedAt: Date): Promise<number> =>
  askFirst(ctx.useCase, actorOf(ctx), {
    kind: 'extensionDay',
    taskId: task.id,
    reason,
    askedAt: askedAt.toISOString(),
  });

/** Keeps what was prepared until its author says yes, and shows it. */
export async function confirmCard(
  ctx: ChatContext,
  task: TaskRow,
  asked: { draft: RequestDraft; isAtOnce: boolean; askedAt: Date },
  movedFrom: Day | null = null,
): Promise<Card> {
  const actor = actorOf(ctx);
  const { draft, isAtOnce } = asked;
  const pendingId = await askFirst(ctx.useCase, actor, {
    kind: 'request',
    code: task.code,
    draft,
    isAtOnce,
    askedAt: asked.askedAt.toISOString(),
  });
  const request = await describeRequest(ctx.useCase, task, { ...draft, askedById: actor.personId });
  return { kind: 'confirmRequest', payload: { pendingId, request, movedFrom, isAtOnce } };
}

/** "em nhận việc NV12". */
export const accept: IntentAction = async (ctx, meaning) => {
  const actor = actorOf(ctx);
  const { id, code, title } = await acceptTask(ctx.useCase, actor, (await taskOf(ctx, meaning)).id);
  await ctx.say({ kind: 'taskAccepted', payload: { taskId: id, code, title, by: actor.name } });
};

/** "không cần gia hạn nữa": takes the own request back. */
export const cancelExtension: IntentAction = async (ctx, meaning) => {
  const actor = actorOf(ctx);
  const own = await findOwnRequest(ctx.useCase, actor, await taskOf(ctx, meaning), 'extension');
  const request = await withdrawRequest(ctx.useCase, actor, own.id);
  await ctx.say({ kind: 'requestWithdrawn', payload: { request, isOwn: true } });
};

/** After a report that expects to be late: offers the extension, to the day that was named. */
export const offerExtension: IntentAction = async (ctx, meaning, said) => {
  const task = await taskOf(ctx, meaning);
  if (task.dueOn === null) return;
  if (meaning.on !== undefined) await keepForecastOf(ctx, task, meaning.on);
  const { calendar, plan } = ctx.useCase;
  const isBeyond =
    meaning.on !== undefined && meaning.on > lastDayInTime(calendar, task.dueOn, plan.figures.dueOnDayOff);
  if (!isBeyond && meaning.intent !== 'risk_late') return;
  const forecastOn = isBeyond ? (meaning.on ?? null) : null;
  const days = await listOfferedDays(ctx, task, forecastOn);
  if (days.length === 0) return;
  const pendingId = await keepForDay(ctx, task, causeOf(meaning), said.reportedAt);
  await ctx.say({
    kind: 'extensionOffered',
    payload: { pendingId, taskId: task.id, code: task.code, dueOn: task.dueOn, forecastOn, days },
  });
};

/** The day belongs to the report that was recorded with this very message; one that waits for a "yes" has none yet. */
async function keepForecastOf(ctx: ChatContext, task: TaskRow, forecastOn: Day): Promise<void> {
  const report = await findCurrentProgress(ctx.useCase.tx, task.id);
  const isThisOne =
    report?.authorId === actorOf(ctx).personId && report.recordedAt.getTime() === ctx.useCase.now.getTime();
  if (isThisOne) await keepForecast(ctx.useCase.tx, report.id, forecastOn);
}

/** None when an extension could not be asked by this person now. */
async function listOfferedDays(ctx: ChatContext, task: TaskRow, forecastOn: Day | null): Promise<Day[]> {
  try {
    const asked = { on: forecastOn ?? undefined, reason: null };
    const proposal = await proposeExtension(ctx.useCase, actorOf(ctx), task, asked);
    if (proposal.kind === 'dayWanted') return proposal.days;
    return proposal.draft.proposedDueOn === null ? [] : [proposal.draft.proposedDueOn];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

const FEWEST_WORDS_OF_A_REASON = 4;

/** What was typed, when it says more than that the task is refused. */
function reasonToReturn(meaning: Meaning): string | null {
  const { note, unit } = meaning;
  const says = (note ?? '').split(' ').length >= FEWEST_WORDS_OF_A_REASON;
  if (note !== undefined && (says || unit !== undefined)) return note;
  return causeOf(meaning);
}

/** "không thuộc phòng em, đề nghị chuyển P.KHTC": asks for the task to be taken back. */
export const askReturn: IntentAction = async (ctx, meaning, said) => {
  const task = await taskOf(ctx, meaning);
  const unitId = meaning.unit === undefined ? null : await findReceivingUnitId(ctx.useCase, meaning.unit);
  const reason = reasonToReturn(meaning);
  const draft = await proposeReturn(ctx.useCase, actorOf(ctx), task, { unitId, reason });
  await ctx.say(await confirmCard(ctx, task, { draft, isAtOnce: false, askedAt: said.reportedAt }));
};

/** "chuyển NV12 cho chị Lan", "chuyển NV13 cho P.CĐS": at once by whoever may, asked otherwise. */
export const reassign: IntentAction = async (ctx, meaning, said) => {
  if (meaning.task === undefined) throw new Refusal('whichTask');
  const task = await findTaskForActor(ctx.useCase, actorOf(ctx), meaning.task, 'view');
  if (isContainer(task.structure)) throw new Refusal('taskIsContainer', { code: task.code });
  const reason = causeOf(meaning);
  if (meaning.person !== undefined) {
    const asked = askedOfPerson('reassignment', task, meaning, said.reportedAt);
    return askOfPerson(ctx, task, meaning.person, asked, task.leadUnitId);
  }
  if (meaning.unit === undefined) throw new Refusal('whichPerson');
  const unitId = await findReceivingUnitId(ctx.useCase, meaning.unit);
  const to = { unitId, personId: null, reason };
  const proposal = await proposeHandover(ctx.useCase, actorOf(ctx), task, to);
  await ctx.say(await confirmCard(ctx, task, { ...proposal, askedAt: said.reportedAt }));
};

/** "em nghỉ từ 10/7 đến 15/7, nhờ anh Minh làm thay". */
export const substitute: IntentAction = async (ctx, meaning, said) => {
  const actor = actorOf(ctx);
  const task =
    meaning.task === undefined ? await findUrgentTask(ctx.useCase, actor) : await taskOf(ctx, meaning);
  if (meaning.person === undefined) throw new Refusal('whichPerson');
  const asked = askedOfPerson('substitution', task, meaning, said.reportedAt);
  await askOfPerson(ctx, task, meaning.person, asked, actor.roles[0]?.unitId ?? task.leadUnitId);
};

type AskedOfPerson = Omit<PendingRequestPerson, 'kind'>;

const askedOfPerson = (
  request: AskedOfPerson['request'],
  task: TaskRow,
  meaning: Meaning,
  askedAt: Date,
): AskedOfPerson => ({
  request,
  taskId: task.id,
  reason: causeOf(meaning),
  fromOn: meaning.from ?? meaning.on ?? null,
  toOn: meaning.on ?? meaning.from ?? null,
  askedAt: askedAt.toISOString(),
});

/** Goes on with the one person who is meant, or asks which of several. */
async function askOfPerson(
  ctx: ChatContext,
  task: TaskRow,
  typed: string,
  asked: AskedOfPerson,
  unitId: number,
): Promise<void> {
  const people = await listPeopleNamed(ctx.useCase, actorOf(ctx), typed, unitId);
  const [only, ...others] = people;
  if (only !== undefined && others.length === 0) {
    return ctx.say(await prepareForPerson(ctx, asked, only.personId));
  }
  const pendingId = await askFirst(ctx.useCase, actorOf(ctx), { kind: 'requestPerson', ...asked });
  const offered = people.slice(0, 8).map(toChoice);
  await ctx.say({
    kind: 'chooseRequestPerson',
    payload: { pendingId, code: task.code, typed, people: offered },
  });
}

const toChoice = ({ personId, name, unit }: NamedPerson) => ({ personId, name, unit });

/** The confirm card of a handover or an absence, once it is plain who is meant. */
export async function prepareForPerson(
  ctx: ChatContext,
  asked: AskedOfPerson,
  personId: number,
): Promise<Card> {
  const { tx } = ctx.useCase;
  const actor = actorOf(ctx);
  const task = await findTask(tx, asked.taskId);
  if (task === undefined || (await findPerson(tx, personId)) === undefined) throw new Refusal('buttonTooOld');
  const askedAt = new Date(asked.askedAt);
  if (asked.request === 'substitution') {
    const draft = await proposeSubstitution(ctx.useCase, actor, task, { ...asked, personId });
    return confirmCard(ctx, task, { draft, isAtOnce: false, askedAt });
  }
  const to = { unitId: null, personId, reason: asked.reason };
  const proposal = await proposeHandover(ctx.useCase, actor, task, to);
  return confirmCard(ctx, task, { ...proposal, askedAt });
}

/**
 * Politeness is acknowledged. "Anh Bình đồng ý rồi" by somebody who has asked for something approves nothing, and is
 * told so.
 */
export const acknowledge: IntentAction = async (ctx, meaning, said) => {
  const { tx, today, calendar } = ctx.useCase;
  const open = await listOwnOpenRequests(tx, actorOf(ctx).personId);
  for (const request of open) {
    const task = await findTask(tx, request.taskId);
    if (task === undefined || (meaning.task !== undefined && meaning.task !== task.code)) continue;
    const asApprover = readUtterance(said.text, {
      today,
      calendar,
      actor: 'leader',
      hasAttachment: false,
      replyTask: task.code,
      replyTo: 'extensionRequest',
    });
    if (asApprover.intent !== 'approve') continue;
    const approver = request.approverId === null ? undefined : await findPerson(tx, request.approverId);
    return ctx.say({
      kind: 'requestStillOpen',
      payload: {
        request: await describeRequest(ctx.useCase, task, request),
        approver: approver?.fullName ?? null,
      },
    });
  }
  return ctx.say({ kind: 'acknowledged', payload: {} });
};
