import { Composer } from 'telegraf';
import { bindGroup } from '../../app/bind-group.ts';
import { Refusal } from '../../app/use-case.ts';
import { listUnits } from '../../db/queries/directory.ts';
import { followGroup, unbindGroup } from '../../db/queries/groups.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import { isWorkingUnit } from '../../domain/organisation/organisation.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf } from './require-actor.ts';

/** Binding a group, so that it receives the weekly digest of the whole department or of one unit. */
export const groupBinding = new Composer<ChatContext>();

groupBinding.command('nhom', async (ctx) => {
  const chat = ctx.chat;
  if (chat.type === 'private') throw new Refusal('onlyInGroup');
  const threadId = ctx.message.is_topic_message === true ? (ctx.message.message_thread_id ?? null) : null;
  await bindGroup(ctx.useCase, actorOf(ctx), { chatId: chat.id, title: chat.title, unitId: null, threadId });
  await ctx.say({ kind: 'groupBound', payload: await describeBinding(ctx, null) });
});

groupBinding.use(
  onPress('groupScope', async (ctx, unitNumber = 0) => {
    const chat = ctx.chat;
    if (chat === undefined || chat.type === 'private' || chat.type === 'channel')
      throw new Refusal('onlyInGroup');
    const unitId = unitNumber === 0 ? null : unitNumber;
    await bindGroup(ctx.useCase, actorOf(ctx), {
      chatId: chat.id,
      title: chat.title,
      unitId,
      threadId: null,
    });
    await ctx.redraw({ kind: 'groupBound', payload: await describeBinding(ctx, unitId) });
  }),
);

groupBinding.on('my_chat_member', async (ctx) => {
  const status = ctx.myChatMember.new_chat_member.status;
  if (ctx.chat.type !== 'private' && (status === 'left' || status === 'kicked')) {
    await unbindGroup(ctx.useCase.tx, ctx.chat.id, ctx.useCase.now);
  }
});

groupBinding.on('migrate_to_chat_id', async (ctx) => {
  await followGroup(ctx.useCase.tx, ctx.chat.id, ctx.message.migrate_to_chat_id);
});

async function describeBinding(
  ctx: ChatContext,
  unitId: number | null,
): Promise<MessagePayloads['groupBound']> {
  const units = (await listUnits(ctx.useCase.tx, ctx.useCase.today)).filter((unit) =>
    isWorkingUnit(unit.kind),
  );
  const choices = [
    { unitId: null, name: ctx.useCase.plan.organisation.name, isCurrent: unitId === null },
    ...units.map((unit) => ({ unitId: unit.id, name: unit.shortName, isCurrent: unit.id === unitId })),
  ];
  return { scopeName: choices.find((choice) => choice.isCurrent)?.name ?? '', units: choices };
}
