import { listPeopleWithUnits, listUnits } from '../../db/queries/directory.ts';
import { findSentMessage } from '../../db/queries/outbox.ts';
import { findTask, listOpenTasks } from '../../db/queries/tasks.ts';
import type { Actor } from '../../domain/access/access.ts';
import { audienceOf, worksFor } from '../../domain/access/access.ts';
import { cleanText } from '../../domain/text.ts';
import type { Meaning, UtteranceContext } from '../../domain/utterance/meaning.ts';
import { readUtterance } from '../../domain/utterance/read-utterance.ts';
import type { ChatContext } from '../chat-context.ts';
import { actorOf } from './require-actor.ts';

/** How many of a person's open tasks are matched against what they write. */
const MATCHED_TASKS = 100;

/** The task about which the message that is replied to spoke, if it spoke of one. */
export async function findReplyTaskCode(ctx: ChatContext): Promise<{ code: string; kind: string } | null> {
  const message = ctx.message;
  const replied =
    message !== undefined && 'reply_to_message' in message ? message.reply_to_message : undefined;
  if (replied === undefined || ctx.chat === undefined) return null;
  const sent = await findSentMessage(ctx.useCase.tx, ctx.chat.id, replied.message_id);
  if (sent?.taskId == null) return null;
  const task = await findTask(ctx.useCase.tx, sent.taskId);
  return task === undefined ? null : { code: task.code, kind: sent.kind };
}

/** What a person's text means, given what it replies to and the tasks that are theirs. */
export async function readText(
  ctx: ChatContext,
  text: string,
  beside: { replyTask: { code: string; kind: string } | null; hasAttachment: boolean },
): Promise<Meaning> {
  const actor = actorOf(ctx);
  const { tx, today, calendar } = ctx.useCase;
  const open = await listOpenTasks(tx, { assigneeIds: worksFor(actor) }, { offset: 0, limit: MATCHED_TASKS });
  const reply = beside.replyTask;
  const units = await listUnits(tx, today);
  const context: UtteranceContext = {
    today,
    calendar,
    actor: audienceOf(actor) === 'leader' ? 'leader' : 'staff',
    hasAttachment: beside.hasAttachment,
    openTasks: open.map(({ task }) => ({ code: task.code, title: task.title })),
    units,
    people: await listNames(ctx, units),
    indicators: ctx.useCase.plan.indicators,
    ...(reply === null
      ? {}
      : {
          replyTask: reply.code,
          replyTo: reply.kind === 'completionToConfirm' ? 'completionReport' : 'task',
        }),
  };
  const meaning = readUtterance(cleanText(text), context);
  return decidesToo(actor) ? asDecided(cleanText(text), context, meaning) : meaning;
}

/** Heads and the office do work of their own, and decide about that of others. */
const decidesToo = (actor: Actor): boolean => ['office', 'head'].includes(audienceOf(actor));

/**
 * What such a person says is a report first. Only what is none, or sends somebody's work back, is read as a decision:
 * no report of theirs is ever taken for one.
 */
function asDecided(text: string, context: UtteranceContext, meaning: Meaning): Meaning {
  if (meaning.intent !== 'unknown' && meaning.intent !== 'blocked') return meaning;
  const decided = readUtterance(text, { ...context, actor: 'leader' });
  const isOwn = context.openTasks?.some(({ code }) => code === decided.task) ?? false;
  const sendsBack = decided.intent === 'return' || decided.intent === 'reject';
  if (meaning.intent === 'blocked') return sendsBack && !isOwn ? decided : meaning;
  return sendsBack || decided.intent === 'approve' || decided.intent === 'query_overdue' ? decided : meaning;
}

/** Who a name in a text may stand for. */
async function listNames(ctx: ChatContext, units: { id: number; code: string }[]) {
  const { tx, today } = ctx.useCase;
  const codes = new Map(units.map((unit) => [unit.id, unit.code]));
  return (await listPeopleWithUnits(tx, today)).map(({ name, unitId, title }) => {
    const unitCode = unitId === null ? undefined : codes.get(unitId);
    return { name, ...(unitCode === undefined ? {} : { unitCode }), ...(title === null ? {} : { title }) };
  });
}

/** Two codes of the person's own with which an example can be given. */
export async function listExampleCodes(ctx: ChatContext, actor: Actor): Promise<string[]> {
  const open = await listOpenTasks(ctx.useCase.tx, { assigneeIds: worksFor(actor) }, { offset: 0, limit: 2 });
  return open.map(({ task }) => task.code);
}
