import { Composer } from 'telegraf';
import { Refusal } from '../../app/use-case.ts';
import { listStandingReports, type StandingReport } from '../../db/queries/standing-reports.ts';
import { cleanText } from '../../domain/text.ts';
import { type Meaning, PROGRESS_INTENTS, type TaskUpdate } from '../../domain/utterance/meaning.ts';
import type { ChatContext } from '../chat-context.ts';
import { toReport } from './act-on-meaning.ts';
import { readText } from './read-text.ts';
import { actorOf, isPrivate } from './require-actor.ts';
import { sayProductWanted } from './say-progress.ts';
import type { SaidOfTask } from './several-tasks.ts';
import { askToCorrect } from './undo-move.ts';

const CORRECTED_HOURS = 24;
/** More tasks than one message can name. */
const MOST_REPORTS = 50;

interface Edited {
  text: string;
  /** When it was first written: the moment of the report that it gave. */
  writtenAt: Date;
  isCaption: boolean;
}

/**
 * Editing a report corrects it, once its author agrees. A report is known by its author and by the moment at which its
 * message was written, which an edit does not change. An edit that changes nothing is silent; so is one of a message
 * that gave no report and says nothing now.
 */
export const editedMessage = new Composer<ChatContext>();

editedMessage.on('edited_message', async (ctx) => {
  const edited = readEdited(ctx);
  if (edited === null) return;
  const reports = await listStandingReports(ctx.useCase.tx, actorOf(ctx).personId, {
    since: edited.writtenAt,
    saidAt: edited.writtenAt,
    limit: MOST_REPORTS,
  });
  const [only] = reports;
  if (only === undefined) return answerOther(ctx, edited);
  const isTooLate = reports.every(({ report }) => isOlderThanADay(ctx, report.recordedAt));
  if (isTooLate) throw new Refusal('undoTooLate');
  const meaning = await readText(ctx, edited.text, {
    replyTask: reports.length === 1 ? { code: only.task.code, kind: 'taskCard' } : null,
    hasAttachment: edited.isCaption,
  });
  await correct(ctx, edited, meaning, reports);
});

/** What was edited, when an accountable person edited words of their own. */
function readEdited(ctx: ChatContext): Edited | null {
  const message = ctx.editedMessage;
  if (message === undefined || message.sender_chat !== undefined) return null;
  if ('via_bot' in message || 'forward_origin' in message) return null;
  const text = 'text' in message ? message.text : 'caption' in message ? message.caption : undefined;
  if (text === undefined || text.startsWith('/')) return null;
  return {
    text: cleanText(text),
    writtenAt: new Date(message.date * 1000),
    isCaption: !('text' in message),
  };
}

const isOlderThanADay = (ctx: ChatContext, instant: Date): boolean =>
  ctx.useCase.now.getTime() - instant.getTime() > CORRECTED_HOURS * 3_600_000;

/** The message gave no report. What it says now is not acted on, since it may have been answered before. */
async function answerOther(ctx: ChatContext, edited: Edited): Promise<void> {
  if (!isPrivate(ctx)) return;
  const { intent } = await readText(ctx, edited.text, { replyTask: null, hasAttachment: edited.isCaption });
  if (intent === 'unknown' || intent === 'ack') return;
  await ctx.say({ kind: 'editNotRead', payload: { code: null, isAboutSeveral: false } });
}

async function correct(
  ctx: ChatContext,
  edited: Edited,
  meaning: Meaning,
  reports: StandingReport[],
): Promise<void> {
  const updates = updatesOf(meaning);
  const code = reports[0]?.task.code ?? null;
  if (updates.length === 0) return ctx.say({ kind: 'editNotRead', payload: { code, isAboutSeveral: false } });
  const changes: { was: StandingReport; now: SaidOfTask }[] = [];
  for (const update of updates) {
    const said = { text: edited.text, reportedAt: edited.writtenAt, evidence: null };
    const now = await toReport(ctx, update, meaning.delta ?? null, said);
    const was = reports.length === 1 ? reports[0] : reports.find(({ task }) => task.id === now.task.id);
    if (was === undefined) return saySeveral(ctx, code);
    if (differs(was, now)) changes.push({ was, now: completed(ctx, was, now) });
  }
  const [change] = changes;
  if (change === undefined) return;
  const isPlain = changes.length === 1 && (reports.length > 1 || updates.length === 1);
  const isAboutBlocker = [change.was.report.status, change.now.input.status].includes('blocked');
  if (!isPlain || isAboutBlocker) return saySeveral(ctx, code);
  const { input, task } = change.now;
  if (isClaim(input.status) && input.product === null) return sayProductWanted(ctx, task);
  await askToCorrect(ctx, change.was, input, task);
}

const saySeveral = (ctx: ChatContext, code: string | null): Promise<void> =>
  ctx.say({ kind: 'editNotRead', payload: { code, isAboutSeveral: true } });

function updatesOf(meaning: Meaning): TaskUpdate[] {
  if (meaning.intent === 'multi') return meaning.updates ?? [];
  const { task, percent, status, note, product } = meaning;
  if (task === undefined || !PROGRESS_INTENTS.has(meaning.intent)) return [];
  return [
    {
      task,
      ...(percent === undefined ? {} : { percent }),
      ...(status === undefined ? {} : { status }),
      ...(note === undefined ? {} : { note }),
      ...(product === undefined ? {} : { product }),
    },
  ];
}

const isClaim = (status: string): boolean => status === 'reportedDone' || status === 'basicallyDone';

/** The figure that a text gives, counted from where the task stood before the report that it corrects. */
function percentOf({ report }: StandingReport, { input }: SaidOfTask): number {
  if (input.percent !== null) return input.percent;
  if (input.delta !== null) return Math.min(100, Math.max(0, (report.previousPercent ?? 0) + input.delta));
  return isClaim(input.status) ? 100 : (report.previousPercent ?? 0);
}

function differs(was: StandingReport, now: SaidOfTask): boolean {
  const { report, task } = was;
  const { input } = now;
  const isOtherProduct =
    input.product !== null && isClaim(input.status) && input.product.text !== task.productText;
  return (
    now.task.id !== task.id ||
    percentOf(was, now) !== report.percent ||
    input.status !== report.status ||
    input.note !== report.note ||
    isOtherProduct
  );
}

/** What an edit leaves unsaid: the product stays, and a completion claimed only now is of today. */
function completed(ctx: ChatContext, was: StandingReport, now: SaidOfTask): SaidOfTask {
  const { input } = now;
  const { task, report } = was;
  const kept =
    isClaim(report.status) && task.productText !== null
      ? { text: task.productText, onDay: task.productOn }
      : null;
  const product = input.product ?? (isClaim(input.status) ? kept : null);
  const dated = product === null ? null : { ...product, onDay: product.onDay ?? ctx.useCase.today };
  return { task: now.task, input: { ...input, percent: percentOf(was, now), delta: null, product: dated } };
}
