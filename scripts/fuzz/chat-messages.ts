import fc, { type Arbitrary } from 'fast-check';
import { GROUP_ID, PERSON_KEYS, STRANGER_ID, telegramIdOf } from '../../test/support/department.ts';
import { fileName, typedText } from './typed-texts.ts';

export type Json = Record<string, unknown>;

/** Telegram's own account behind which an anonymous admin writes. */
const ANONYMOUS_ADMIN_ID = 1_087_968_824;
const BOT_ID = 900_002;
const UNBOUND_GROUP_ID = -1_000_000_000_099;
/** Seconds: 08/7/2026 09:00 in Vietnam. */
const NOW = 1_783_476_000;

const displayName = fc.oneof(
  fc.constantFrom('Lý Thị Mai', 'A', '<b>', '\u202Ex'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const userOf = (id: number, isBot: boolean, name: string): Json => ({ id, is_bot: isBot, first_name: name });

/** Bound people of every role, people whom nobody invited, bots, and the anonymous admin. */
export const user: Arbitrary<Json> = fc
  .tuple(
    fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom(...PERSON_KEYS.map(telegramIdOf)) },
      { weight: 4, arbitrary: fc.constantFrom(STRANGER_ID, 2 ** 52 - 1, 1) },
      { weight: 1, arbitrary: fc.constantFrom(BOT_ID, ANONYMOUS_ADMIN_ID) },
    ),
    displayName,
  )
  .map(([id, name]) => userOf(id, id === BOT_ID || id === ANONYMOUS_ADMIN_ID, name));

const groupChat: Arbitrary<Json> = fc.record({
  id: fc.constantFrom(GROUP_ID, GROUP_ID, UNBOUND_GROUP_ID, -5),
  type: fc.constantFrom('supergroup', 'supergroup', 'group', 'channel'),
  title: displayName,
});

/** Where somebody writes: mostly in private, else in a group, bound or not. */
export const chatOf = (from: Json): Arbitrary<Json> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constant({ id: from['id'], type: 'private', first_name: from['first_name'] }),
    },
    { weight: 1, arbitrary: groupChat },
  );

const fileBase = {
  file_id: fc.string({ minLength: 1, maxLength: 30 }),
  file_unique_id: fc.nat({ max: 400 }).map((n) => `unique${n}`),
  file_size: fc.oneof(fc.nat({ max: 5_000_000 }), fc.constantFrom(0, 21_000_000, 4_000_000_000)),
};

const document = fc.record(
  {
    ...fileBase,
    file_name: fileName,
    mime_type: fc.constantFrom('application/pdf', '', 'x/y', 'application/vnd.ms-excel'),
  },
  { requiredKeys: ['file_id', 'file_unique_id'] },
);

const photo = fc.array(fc.record({ ...fileBase, width: fc.nat(), height: fc.nat() }), { maxLength: 4 });

const caption = fc.option(typedText, { nil: undefined });

/** The media kinds whose content the bot does not read. */
const otherContent: Arbitrary<Json> = fc.oneof(
  fc
    .constantFrom('voice', 'audio', 'video', 'video_note', 'sticker', 'animation')
    .chain((kind) => fc.record({ [kind]: document })),
  fc.constantFrom<Json>(
    { location: { latitude: 10.9, longitude: 106.8 } },
    { contact: { phone_number: '+84', first_name: 'A' } },
    { dice: { emoji: '🎲', value: 6 } },
    { poll: { id: '1', question: '?', options: [], total_voter_count: 0 } },
    { venue: { title: '<b>', address: '&' } },
    { pinned_message: { message_id: 3, date: 0, chat: { id: 1, type: 'private' } } },
    { new_chat_members: [{ id: BOT_ID, is_bot: true, first_name: 'Sáu Rõ' }] },
    { left_chat_member: { id: 7002, is_bot: false, first_name: 'M' } },
    { migrate_to_chat_id: -1_000_000_000_078 },
    { migrate_to_chat_id: UNBOUND_GROUP_ID },
    { migrate_from_chat_id: -5 },
    { group_chat_created: true },
    { web_app_data: { data: '{', button_text: 'x' } },
  ),
);

/** Clients mark a command at the start; some mark nonsense. */
const entitiesOf = (text: string): Json => {
  const length = /^\/[\w@]*/.exec(text)?.[0].length ?? 0;
  return length === 0 ? {} : { entities: [{ type: 'bot_command', offset: 0, length }] };
};

const content: Arbitrary<Json> = fc.oneof(
  { weight: 12, arbitrary: typedText.map((text): Json => ({ text, ...entitiesOf(text) })) },
  { weight: 2, arbitrary: fc.record({ document, caption }) },
  { weight: 2, arbitrary: fc.record({ photo, caption }) },
  { weight: 1, arbitrary: otherContent },
);

const messageId = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(2 ** 31 - 1, 0));

const replied: Arbitrary<Json> = fc.record(
  {
    message_id: messageId,
    date: fc.constant(NOW),
    chat: groupChat,
    from: fc.constantFrom<Json>(userOf(BOT_ID, true, 'Sáu Rõ'), userOf(7002, false, 'M')),
    text: typedText,
  },
  { requiredKeys: ['message_id', 'date', 'chat'] },
);

/** What may stand beside the content of any message; each of it seldom. */
const beside: Arbitrary<Json> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record<Json>({ reply_to_message: replied }) },
      { weight: 4, arbitrary: fc.nat({ max: 20 }).map((n): Json => ({ media_group_id: `album${n}` })) },
      {
        weight: 2,
        arbitrary: fc.nat({ max: 9 }).map((n): Json => ({ is_topic_message: true, message_thread_id: n })),
      },
      fc.constantFrom<Json>(
        { sender_chat: { id: GROUP_ID, type: 'supergroup', title: 'Sở' } },
        { via_bot: userOf(5, true, 'v') },
        { forward_origin: { type: 'hidden_user', sender_user_name: 'x', date: 1 } },
        { edit_date: NOW },
        { is_automatic_forward: true },
        { quote: { text: 'NV11', position: 0 } },
      ),
    ),
    { maxLength: 2 },
  )
  .map((parts): Json => Object.assign({}, ...parts) as Json);

const date = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: NOW - 90_000, max: NOW + 60 }) },
  fc.constantFrom(0, 1, 2 ** 31 - 1),
);

/** A message as Telegram would deliver it, of any content. */
export const chatMessage: Arbitrary<Json> = user.chain((from) =>
  fc.tuple(messageId, date, chatOf(from), content, beside).map(
    ([message_id, when, chat, said, extra]): Json => ({
      message_id,
      date: when,
      from,
      chat,
      ...said,
      ...extra,
    }),
  ),
);
