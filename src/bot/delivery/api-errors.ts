import { TelegramError } from 'telegraf';

/** What an error means for the message that met it. */
export type DeliveryFault =
  | { kind: 'retryAfter'; seconds: number }
  /** Did it arrive? Nobody knows: it is sent once more, and counted. */
  | { kind: 'unknown' }
  /** It surely did not arrive, and may later. */
  | { kind: 'temporary' }
  | { kind: 'unreachable'; reach: 'blocked' | 'deactivated' | 'notFound' }
  | { kind: 'notModified' }
  | { kind: 'messageGone' }
  | { kind: 'badMarkup' }
  | { kind: 'migrated'; toChatId: number }
  | { kind: 'topicGone' }
  | { kind: 'permanent' };

/** Telegram's own words, as they begin, and what each means. First match counts. */
const DESCRIPTIONS: readonly [RegExp, DeliveryFault][] = [
  [
    /bot was blocked|bot was kicked|bot is not a member|bot can't initiate|bot can't send messages to/i,
    { kind: 'unreachable', reach: 'blocked' },
  ],
  [/user is deactivated/i, { kind: 'unreachable', reach: 'deactivated' }],
  [
    /not enough rights to send|have no rights to send|need administrator rights|CHAT_WRITE_FORBIDDEN/i,
    { kind: 'unreachable', reach: 'blocked' },
  ],
  [
    /chat not found|user not found|PEER_ID_INVALID|group chat was (deleted|deactivated)/i,
    { kind: 'unreachable', reach: 'notFound' },
  ],
  [/message is not modified/i, { kind: 'notModified' }],
  [
    /message to edit not found|message can't be edited|there is no (text|caption) in the message to edit|MESSAGE_ID_INVALID/i,
    { kind: 'messageGone' },
  ],
  [/can't parse entities/i, { kind: 'badMarkup' }],
  [/message thread not found|TOPIC_DELETED|TOPIC_CLOSED/i, { kind: 'topicGone' }],
];

const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Reads an error of a call to the Bot API. */
export function classifyFault(error: unknown): DeliveryFault {
  if (!(error instanceof TelegramError)) {
    const code = (error as { code?: string } | null)?.code ?? '';
    return NEVER_ARRIVED.has(code) ? { kind: 'temporary' } : { kind: 'unknown' };
  }
  const { code, description, parameters } = error;
  if (parameters?.migrate_to_chat_id !== undefined)
    return { kind: 'migrated', toChatId: parameters.migrate_to_chat_id };
  if (code === 429) return { kind: 'retryAfter', seconds: parameters?.retry_after ?? 1 };
  if (code >= 500 || code === 401 || code === 404 || code === 409) return { kind: 'temporary' };
  return DESCRIPTIONS.find(([pattern]) => pattern.test(description))?.[1] ?? { kind: 'permanent' };
}

const isFailedQuery = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'query' in error && 'params' in error;

// A test server's token may be short: in an address it is known by its place.
const TOKEN = /\bbot\d+:[\w-]+|\d+:[\w-]{20,}/g;

/** An error in one line for the log: no token, no payload, no text of a message. */
export function describeApiError(error: unknown): string {
  const cause = (error as { cause?: { message?: string } })?.cause?.message;
  // The message of a failed query holds its parameters, and those hold what people wrote.
  if (isFailedQuery(error)) return describeApiError(cause ?? 'A query failed');
  const text =
    error instanceof TelegramError
      ? `${error.code} ${error.description}`
      : String((error as Error)?.message ?? error);
  const whole = `${text}${cause === undefined ? '' : `: ${cause}`}`;
  return whole.replaceAll(TOKEN, '[token]').replaceAll(/\s+/g, ' ').slice(0, 300);
}
