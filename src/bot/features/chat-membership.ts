import { Composer } from 'telegraf';
import { markAccountReach } from '../../db/queries/accounts.ts';
import { followGroup, unbindGroup } from '../../db/queries/groups.ts';
import type { ChatContext } from '../chat-context.ts';

/**
 * What Telegram itself tells of a chat: the bot was blocked or let in again, removed from a group, or the group has a
 * new id. Facts, whoever caused them, so nobody's right is asked.
 */
export const chatMembership = new Composer<ChatContext>();

const GONE = ['left', 'kicked'];

chatMembership.on('my_chat_member', async (ctx) => {
  const isGone = GONE.includes(ctx.myChatMember.new_chat_member.status);
  const { tx, now } = ctx.useCase;
  if (ctx.chat.type === 'private') await markAccountReach(tx, ctx.chat.id, isGone ? 'blocked' : 'ok');
  else if (isGone) await unbindGroup(tx, ctx.chat.id, now);
});

chatMembership.on('migrate_to_chat_id', async (ctx) => {
  const { tx, now } = ctx.useCase;
  const toChatId = ctx.message.migrate_to_chat_id;
  // Telegram names the group a message was sent in; one that names itself changes nothing.
  if (toChatId === ctx.chat.id) return;
  await followGroup(tx, { fromChatId: ctx.chat.id, toChatId, at: now });
});
