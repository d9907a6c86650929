import fc, { type Arbitrary } from 'fast-check';
import { chatMessage, chatOf, type Json, user } from './chat-messages.ts';
import { type Mutation, mutate, mutations } from './odd-values.ts';
import { typedText } from './typed-texts.ts';

/** Every code that a button of ours ever carried, and how many numbers follow it. */
const PRESSES: readonly (readonly [string, number])[] = [
  ['by', 1],
  ['bn', 1],
  ['u', 1],
  ['cy', 1],
  ['cn', 1],
  ['sy', 1],
  ['sn', 1],
  ['ct', 2],
  ['dy', 1],
  ['dn', 1],
  ['lm', 1],
  ['lu', 1],
  ['tc', 1],
  ['qp', 2],
  ['gl', 0],
  ['gc', 0],
  ['gu', 1],
  ['gs', 0],
  ['gr', 1],
  ['iy', 1],
  ['in', 1],
];

/** Small ones are mostly rows that exist, other people's among them. */
const numberInPress = fc.oneof(
  { weight: 12, arbitrary: fc.nat({ max: 30 }).map(String) },
  { weight: 2, arbitrary: fc.nat({ max: 2_147_483_647 }).map(String) },
  fc.constantFrom('2147483647', '2147483648', '99999999999', '-1', '', '1.5', 'NaN', '0x10', '\u0000', '007'),
);

const pressData: Arbitrary<string> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc
      .constantFrom(...PRESSES)
      .chain(([code, count]) =>
        fc
          .array(numberInPress, { minLength: count, maxLength: count })
          .map((numbers) => [code, ...numbers].join(':')),
      ),
  },
  // The picture of figures is dear, so rare.
  { weight: 1, arbitrary: fc.constantFrom('ka', 'ku:3', 'ku:2147483647') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('', ':', 'u', 'u:1:2', 'zz:1', 'constructor:1', '__proto__', 'U:1', 'u:1 '),
  },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 64 }) },
);

const press: Arbitrary<Json> = user.chain((from) =>
  fc
    .record(
      {
        id: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
        from: fc.constant(from),
        message: fc.tuple(chatMessage, chatOf(from)).map(([message, chat]) => ({ ...message, chat })),
        chat_instance: fc.constant('1'),
        data: pressData,
        inline_message_id: fc.constant('inline'),
      },
      { requiredKeys: ['id', 'from', 'chat_instance', 'message', 'data'] },
    )
    .map((query): Json => query),
);

const memberStatus = fc.constantFrom('member', 'left', 'kicked', 'administrator', 'creator', 'restricted');

const membership: Arbitrary<Json> = user.chain((from) =>
  fc.record({
    from: fc.constant(from),
    chat: chatOf(from),
    date: fc.constant(1_783_476_000),
    old_chat_member: fc.record({ status: memberStatus, user }),
    new_chat_member: fc.record({ status: memberStatus, user }),
  }),
);

const fromSomebody = (rest: Record<string, Arbitrary<unknown>>): Arbitrary<Json> =>
  fc.record({ id: fc.nat().map(String), from: user, ...rest });

/** Every kind of update of the Bot API and what it holds; what the bot is asked for comes most. */
const KINDS: readonly { kind: string; weight: number; payload: Arbitrary<Json> }[] = [
  { kind: 'message', weight: 60, payload: chatMessage },
  { kind: 'callback_query', weight: 25, payload: press },
  { kind: 'my_chat_member', weight: 3, payload: membership },
  { kind: 'edited_message', weight: 3, payload: chatMessage },
  { kind: 'channel_post', weight: 1, payload: chatMessage },
  { kind: 'edited_channel_post', weight: 1, payload: chatMessage },
  { kind: 'business_message', weight: 1, payload: chatMessage },
  { kind: 'edited_business_message', weight: 1, payload: chatMessage },
  {
    kind: 'business_connection',
    weight: 1,
    payload: user.map((u): Json => ({ id: 'c', user: u, is_enabled: true })),
  },
  {
    kind: 'deleted_business_messages',
    weight: 1,
    payload: fc.record({ chat: user.chain(chatOf), message_ids: fc.constant([1]) }),
  },
  {
    kind: 'message_reaction',
    weight: 1,
    payload: fc.record({
      chat: user.chain(chatOf),
      user,
      message_id: fc.nat(),
      new_reaction: fc.constant([]),
    }),
  },
  {
    kind: 'message_reaction_count',
    weight: 1,
    payload: fc.record({
      chat: user.chain(chatOf),
      message_id: fc.nat(),
      reactions: fc.constant<Mutation[]>([]),
    }),
  },
  { kind: 'inline_query', weight: 1, payload: fromSomebody({ query: typedText, offset: fc.constant('') }) },
  {
    kind: 'chosen_inline_result',
    weight: 1,
    payload: fromSomebody({ result_id: fc.constant('1'), query: typedText }),
  },
  { kind: 'shipping_query', weight: 1, payload: fromSomebody({ invoice_payload: typedText }) },
  { kind: 'pre_checkout_query', weight: 1, payload: fromSomebody({ total_amount: fc.integer() }) },
  { kind: 'purchased_paid_media', weight: 1, payload: fromSomebody({ paid_media_payload: typedText }) },
  {
    kind: 'poll',
    weight: 1,
    payload: fc.record({ id: fc.constant('1'), question: typedText, options: fc.constant<Mutation[]>([]) }),
  },
  {
    kind: 'poll_answer',
    weight: 1,
    payload: fc.record({ poll_id: fc.constant('1'), user, option_ids: fc.constant([0]) }),
  },
  { kind: 'chat_member', weight: 1, payload: membership },
  { kind: 'chat_join_request', weight: 1, payload: membership },
  {
    kind: 'chat_boost',
    weight: 1,
    payload: fc.record({
      chat: user.chain(chatOf),
      boost: user.map((giver) => ({ boost_id: 'b', source: { source: 'premium', user: giver } })),
    }),
  },
  {
    kind: 'removed_chat_boost',
    weight: 1,
    payload: fc.record({ chat: user.chain(chatOf), boost_id: fc.constant('b') }),
  },
  { kind: 'kind_of_tomorrow', weight: 1, payload: chatMessage },
];

/** An update without its number. Most are as Telegram would send them; of the others something is wrong. */
export const telegramUpdate: Arbitrary<Json> = fc
  .tuple(
    fc.oneof(
      ...KINDS.map(({ kind, weight, payload }) => ({
        weight,
        arbitrary: payload.map((inner): Json => ({ [kind]: inner })),
      })),
    ),
    fc.oneof({ weight: 3, arbitrary: fc.constant<Mutation[]>([]) }, { weight: 1, arbitrary: mutations }),
  )
  .map(([update, changes]) => mutate(update, changes));
