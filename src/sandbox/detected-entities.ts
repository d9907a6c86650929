import type { MessageEntity } from './telegram-types.ts';

interface Pattern {
  type: string;
  pattern: RegExp;
}

/** What Telegram marks by itself in any text; group 1 is what stands before the entity. */
const PATTERNS: readonly Pattern[] = [
  { type: 'url', pattern: /(^|[\s(])(https?:\/\/[^\s<>"]+)/g },
  {
    type: 'bot_command',
    pattern: /(^|[^\p{L}\p{N}_/@])(\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?)(?![\p{L}\p{N}_/])/gu,
  },
  { type: 'mention', pattern: /(^|[^\p{L}\p{N}_/@])(@[A-Za-z]\w{3,31})(?![\p{L}\p{N}_])/gu },
];

/** Links, commands and mentions in a text, outside the entities that it already has; sorted by place. */
export function detectEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const { type, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const offset = match.index + (match[1]?.length ?? 0);
      const entity = { type, offset, length: match[2]?.length ?? 0 };
      if (![...given.filter(isOpaque), ...found].some((other) => overlaps(other, entity))) found.push(entity);
    }
  }
  return [...given, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function isOpaque(entity: MessageEntity): boolean {
  return ['code', 'pre', 'text_link'].includes(entity.type);
}

function overlaps(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
