import { badRequest } from './api-error.ts';
import type { MessageEntity } from './telegram-types.ts';

/** Telegram's HTML tags and the entity type that each becomes; `a` and `span` depend on their attribute. */
const ENTITY_TYPES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
};

const NAMED_CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const CHARACTER = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?/y;
const ATTRIBUTE = /\s*([^\s=>/"']*)\s*(=\s*(?:"([^"]*)"?|'([^']*)'?|([A-Za-z0-9.-]*)))?/y;
const MAX_CODE_POINT = 0x10ffff;

interface OpenTag {
  name: string;
  argument: string;
  offset: number;
}

interface Reading {
  source: string;
  position: number;
  text: string;
  entities: MessageEntity[];
  open: OpenTag[];
}

/**
 * Reads Telegram's HTML style into plain text and entities.
 * @throws ApiError 400 "can't parse entities: …" with Telegram's reason and byte offset.
 */
export function parseHtml(source: string): { text: string; entities: MessageEntity[] } {
  const reading: Reading = { source, position: 0, text: '', entities: [], open: [] };
  while (reading.position < source.length) {
    const character = source[reading.position];
    if (character === '<') readTag(reading);
    else if (character === '&') readCharacterEntity(reading);
    else readPlain(reading);
  }
  const unclosed = reading.open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  reading.entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text: reading.text, entities: reading.entities };
}

function cannotParse(reason: string): Error {
  return badRequest(`can't parse entities: ${reason}`);
}

function readPlain(reading: Reading): void {
  const rest = reading.source.slice(reading.position).search(/[<&]/);
  const end = rest < 0 ? reading.source.length : reading.position + rest;
  reading.text += reading.source.slice(reading.position, end);
  reading.position = end;
}

/** An unknown entity such as `&nbsp;` stays as typed, as in Telegram. */
function readCharacterEntity(reading: Reading): void {
  CHARACTER.lastIndex = reading.position;
  const match = CHARACTER.exec(reading.source);
  const decoded = match && decodeCharacter(match[1], match[2], match[3]);
  reading.text += decoded ?? '&';
  reading.position += match && decoded ? match[0].length : 1;
}

function decodeCharacter(hex?: string, decimal?: string, name?: string): string | null {
  if (name) return NAMED_CHARACTERS[name.toLowerCase()] ?? null;
  const code = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? '', 10);
  return code > 0 && code <= MAX_CODE_POINT ? String.fromCodePoint(code) : null;
}

function decodeAll(value: string): string {
  const anywhere = new RegExp(CHARACTER.source, 'g');
  return value.replace(
    anywhere,
    (whole: string, hex?: string, decimal?: string, name?: string) =>
      decodeCharacter(hex, decimal, name) ?? whole,
  );
}

function byteOffset(reading: Reading): number {
  return byteOffsetOf(reading.source, reading.position);
}

function byteOffsetOf(source: string, position: number): number {
  return Buffer.byteLength(source.slice(0, position));
}

function readTag(reading: Reading): void {
  if (reading.source[reading.position + 1] === '/') readEndTag(reading);
  else readStartTag(reading);
}

function readStartTag(reading: Reading): void {
  const at = byteOffset(reading);
  const name = /^[^\s>]*/.exec(reading.source.slice(reading.position + 1))?.[0] ?? '';
  let position = reading.position + 1 + name.length;
  if (position >= reading.source.length) throw cannotParse(`Unclosed start tag at byte offset ${at}`);
  const tag = name.toLowerCase();
  if (!(tag in ENTITY_TYPES)) {
    throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${at}`);
  }
  const attributes = readAttributes(reading.source, position, tag, at);
  position = attributes.end;
  if (tag === 'span' && attributes.argument !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  }
  reading.open.push({ name: tag, argument: attributes.argument, offset: reading.text.length });
  reading.position = position;
}

/** Reads up to and over the closing `>`; keeps the one attribute that carries meaning for the tag. */
function readAttributes(source: string, start: number, tag: string, at: number) {
  let position = start;
  let argument = '';
  for (;;) {
    position += /^\s*/.exec(source.slice(position))?.[0].length ?? 0;
    if (position >= source.length) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${at}`);
    if (source[position] === '>') return { argument, end: position + 1 };
    const attribute = readAttribute(source, position, tag, at);
    if (attribute.name === (tag === 'a' ? 'href' : 'class')) argument = attribute.value;
    position = attribute.end;
  }
}

function readAttribute(source: string, start: number, tag: string, at: number) {
  ATTRIBUTE.lastIndex = start;
  const match = ATTRIBUTE.exec(source);
  const name = match?.[1]?.toLowerCase() ?? '';
  if (!match || !name) throw cannotParse(`Empty attribute name in the tag "${tag}" at byte offset ${at}`);
  const end = start + match[0].length;
  // An attribute without a value is allowed and means nothing.
  if (match[2] === undefined) return { name, value: '', end };
  if (end >= source.length && !/=\s*$/.test(match[2])) {
    throw cannotParse(`Unclosed start tag at byte offset ${at}`);
  }
  const value = decodeAll(match[3] ?? match[4] ?? match[5]?.toLowerCase() ?? '');
  if (match[5] !== undefined && !/^[\s>]?$/.test(source.slice(end, end + 1))) {
    throw cannotParse(
      `Unexpected end of name token at byte offset ${byteOffsetOf(source, end - match[5].length)}`,
    );
  }
  return { name, value, end };
}

function readEndTag(reading: Reading): void {
  const at = byteOffset(reading);
  const match = /^<\/([^\s>]*)\s*(>?)/.exec(reading.source.slice(reading.position));
  const opened = reading.open.pop();
  if (!opened) throw cannotParse(`Unexpected end tag at byte offset ${at}`);
  if (!match?.[2]) throw cannotParse(`Unclosed end tag at byte offset ${at}`);
  const name = (match[1] ?? '').toLowerCase();
  if (name && name !== opened.name) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${at}, expected "</${opened.name}>", found "</${name}>"`,
    );
  }
  closeEntity(reading, opened);
  reading.position += match[0].length;
}

function closeEntity(reading: Reading, opened: OpenTag): void {
  const length = reading.text.length - opened.offset;
  const type = ENTITY_TYPES[opened.name];
  if (length === 0 || type === undefined) return;
  const url = opened.name === 'a' ? opened.argument || reading.text.slice(opened.offset) : undefined;
  if (url !== undefined && !isLink(url)) return;
  reading.entities.push({ type, offset: opened.offset, length, ...(url === undefined ? {} : { url }) });
}

/** Telegram silently drops a link whose address it cannot use. */
function isLink(url: string): boolean {
  return /^(https?|tg|mailto|tel):/i.test(url) || /^[\w-]+(\.[\w-]+)+/.test(url);
}
