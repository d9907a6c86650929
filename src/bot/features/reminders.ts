import { Composer } from 'telegraf';
import { findTaskForActor } from '../../app/find-task.ts';
import { type OverdueReminder, type ReminderScope, remindOverdue } from '../../app/remind-overdue.ts';
import { remindTask } from '../../app/remind-task.ts';
import { findUnitByCode, listPeople } from '../../db/queries/directory.ts';
import { cleanText } from '../../domain/text.ts';
import type { Meaning } from '../../domain/utterance/meaning.ts';
import type { ChatContext } from '../chat-context.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { commandText } from './command-text.ts';
import { findReplyTaskCode, readText } from './read-text.ts';
import { actorOf } from './require-actor.ts';

/** What makes an order of the bare object that stands behind the command. */
const ORDER = 'nhac ';

/** Reminding by hand: of one task, or of everything overdue of a unit or a person. */
export const reminders = new Composer<ChatContext>();

/** "nhắc anh Minh NV12", "đôn đốc P.CĐS". */
export const remind: IntentAction = async (ctx, meaning, said) => {
  const codes = meaning.task === undefined ? (meaning.candidates ?? []) : [meaning.task];
  for (const code of codes) await remindOfTask(ctx, code, meaning, said.text);
  if (codes.length > 0) return;
  const scope = await findScope(ctx, meaning);
  if (scope === null) return ctx.say({ kind: 'howToRemind', payload: {} });
  await sayReminded(ctx, await remindOverdue(ctx.useCase, actorOf(ctx), scope));
};

async function remindOfTask(ctx: ChatContext, code: string, meaning: Meaning, text: string): Promise<void> {
  const actor = actorOf(ctx);
  const task = await findTaskForActor(ctx.useCase, actor, code, 'view');
  const outcome = await remindTask(ctx.useCase, actor, {
    taskId: task.id,
    text: saysMore(meaning) ? cleanText(text) : null,
    towards: meaning.person ?? null,
  });
  if (outcome.kind === 'repeated') {
    return ctx.say({
      kind: 'reminderRepeated',
      payload: { code: task.code, at: outcome.at.toISOString() },
    });
  }
  await ctx.say({
    kind: 'reminderSent',
    payload: {
      code: task.code,
      title: task.title,
      to: outcome.to,
      count: outcome.count,
      heldUntil: outcome.heldUntil?.toISOString() ?? null,
    },
  });
}

/** Verb, name and title take up to four words; what goes beyond them is for whoever is reminded. */
const saysMore = (meaning: Meaning): boolean => (meaning.note ?? '').split(/\s+/).length > 4;

async function findScope(ctx: ChatContext, meaning: Meaning): Promise<ReminderScope | null> {
  const { tx, today } = ctx.useCase;
  if (meaning.person !== undefined) {
    const people = await listPeople(tx, today);
    const person = people.find(({ fullName }) => fullName === meaning.person);
    if (person !== undefined) return { personId: person.id };
  }
  const unit = meaning.unit === undefined ? undefined : await findUnitByCode(tx, meaning.unit);
  return unit === undefined ? null : { unitId: unit.id };
}

async function sayReminded(ctx: ChatContext, outcome: OverdueReminder): Promise<void> {
  const { scopeName } = outcome;
  if (outcome.kind === 'nothingOverdue') return ctx.say({ kind: 'nothingToRemind', payload: { scopeName } });
  if (outcome.kind === 'repeated') {
    return ctx.say({ kind: 'remindersRepeated', payload: { scopeName, at: outcome.at.toISOString() } });
  }
  const { to, total, heldUntil } = outcome;
  await ctx.say({
    kind: 'remindersSent',
    payload: { scopeName, to, total, heldUntil: heldUntil?.toISOString() ?? null },
  });
}

reminders.command('dondoc', async (ctx) => {
  const typed = commandText(ctx.payload);
  const replyTask = await findReplyTaskCode(ctx);
  if (typed === '' && replyTask === null) return ctx.say({ kind: 'howToRemind', payload: {} });
  const meaning = await readText(ctx, ORDER + typed, { replyTask, hasAttachment: false });
  await remind(ctx, meaning, { text: typed, reportedAt: ctx.saidAt, evidence: null });
});
