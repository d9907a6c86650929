import { z } from 'zod';
import { badRequest } from './api-error.ts';
import type { CallFields } from './call-fields.ts';
import { detectEntities } from './detected-entities.ts';
import { parseHtml } from './html-entities.ts';
import type { MessageEntity } from './telegram-types.ts';

export const MAX_TEXT_LENGTH = 4096;
export const MAX_CAPTION_LENGTH = 1024;
/** Of a text as it was sent, with its formatting. */
const MAX_RAW_BYTES = 32 * 1024;

const entitiesSchema = z.array(
  z.looseObject({
    type: z.string(),
    offset: z.number().int().nonnegative(),
    length: z.number().int().positive(),
  }),
);

/** Length as Telegram's server measures texts and captions (`utf8_length`): in code points, an emoji counts once. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}

export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

/**
 * The text of a call after its formatting is parsed, trimmed and measured.
 * The length counts after parsing, as in Telegram; before it, a text has at most 32 KiB.
 * @throws ApiError 400 for an empty or over-long text, or formatting that cannot be parsed.
 */
export function readMessageText(fields: CallFields): FormattedText {
  const formatted = formatText(fields, fields.text('text') ?? '', 'entities');
  if (formatted.text === '') throw badRequest('message text is empty');
  if (countCharacters(formatted.text) > MAX_TEXT_LENGTH) throw badRequest('message is too long');
  return formatted;
}

/** The caption of a call, or `null` when it has none. @throws ApiError 400 as {@link readMessageText}. */
export function readCaption(fields: CallFields): FormattedText | null {
  const formatted = formatText(fields, fields.text('caption') ?? '', 'caption_entities');
  if (countCharacters(formatted.text) > MAX_CAPTION_LENGTH) throw badRequest('message caption is too long');
  return formatted.text === '' ? null : formatted;
}

function formatText(fields: CallFields, raw: string, entitiesField: string): FormattedText {
  if (Buffer.byteLength(raw) > MAX_RAW_BYTES) throw badRequest('text is too long');
  const parseMode = fields.text('parse_mode')?.toLowerCase() ?? '';
  if (parseMode === '') {
    return trimmed({ text: raw, entities: fields.json(entitiesField, entitiesSchema, 'entities') ?? [] });
  }
  // Only the mode that this product uses is built; a wrong answer about the others would be worse than none.
  if (parseMode !== 'html') throw badRequest('unsupported parse_mode');
  return trimmed(parseHtml(raw));
}

/** Telegram trims a text and moves its entities along. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities
    .map((entity) => clip(entity, start, kept.length))
    .filter((entity) => entity.length > 0);
  return { text: kept, entities: detectEntities(kept, moved) };
}

function clip(entity: MessageEntity, start: number, length: number): MessageEntity {
  const from = Math.max(0, entity.offset - start);
  const to = Math.min(length, entity.offset + entity.length - start);
  return { ...entity, offset: from, length: to - from };
}
