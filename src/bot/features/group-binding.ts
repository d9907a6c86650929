import { Composer } from 'telegraf';
import { bindGroup } from '../../app/bind-group.ts';
import { Refusal } from '../../app/use-case.ts';
import { findUnit, listUnits } from '../../db/queries/directory.ts';
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
  await bindGroup(ctx.useCase, actorOf(ctx), {
    chatId: chat.id,
    title: chat.title,
    unitId: null,
    threadId: topicOf(ctx.message),
  });
  await ctx.say({ kind: 'groupBound', payload: await describeBinding(ctx, null) });
});

groupBinding.use(
  onPress('groupScope', async (ctx, unitNumber = 0) => {
    const chat = ctx.chat;
    if (chat === undefined || chat.type === 'private' || chat.type === 'channel')
      throw new Refusal('onlyInGroup');
    const unitId = unitNumber === 0 ? null : unitNumber;
    // The number may be forged, or the unit gone.
    if (unitId !== null && (await findUnit(ctx.useCase.tx, unitId)) === undefined) {
      throw new Refusal('buttonTooOld');
    }
    await bindGroup(ctx.useCase, actorOf(ctx), {
      chatId: chat.id,
      title: chat.title,
      unitId,
      threadId: topicOf(ctx.callbackQuery?.message),
    });
    await ctx.redraw({ kind: 'groupBound', payload: await describeBinding(ctx, unitId) });
  }),
);

/** The topic that a message stands in, in a group that has topics. */
const topicOf = (message: object | undefined): number | null => {
  const { is_topic_message: isInTopic, message_thread_id: threadId } = (message ?? {}) as {
    is_topic_message?: boolean;
    message_thread_id?: number;
  };
  return isInTopic === true ? (threadId ?? null) : null;
};

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
