/** Telegram counts at most 4096 characters after the tags are taken out; tags are counted too here, to be safe. */
export const LONGEST_TEXT = 4000;

const TAG = /<(\/?)([a-z][a-z0-9-]*)[^>]*>/g;

interface OpenTag {
  name: string;
  /** As it was written, attributes and all. */
  written: string;
}

/** The tags that are still open at the end of a piece, innermost last. */
function openTags(html: string): OpenTag[] {
  const open: OpenTag[] = [];
  for (const [written, slash, name = ''] of html.matchAll(TAG)) {
    if (slash === '/') open.pop();
    else open.push({ name, written });
  }
  return open;
}

const reopen = (tags: OpenTag[]): string => tags.map(({ written }) => written).join('');
const close = (tags: OpenTag[]): string =>
  tags
    .map(({ name }) => `</${name}>`)
    .reverse()
    .join('');

/** Telegram refuses a message of tags and blanks alone; leaving it out loses nothing. */
const hasText = (html: string): boolean => html.replaceAll(/<[^>]*>/g, '').trim() !== '';

/** A line longer than a message, cut between words and never inside a tag or an entity. */
function cutLine(line: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const token of line.match(/<[^>]*>|&[a-z#0-9]+;|[^<&\s]+|\s+|[<&]/g) ?? []) {
    for (const part of token.length > LONGEST_TEXT ? (token.match(/.{1,2000}/gsu) ?? []) : [token]) {
      if (piece.length + part.length > LONGEST_TEXT) {
        pieces.push(piece);
        piece = '';
      }
      piece += part;
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** A long text in several messages: split at lines, tags balanced in each, nothing cut or dropped. */
export function splitText(html: string): string[] {
  if (html.length <= LONGEST_TEXT) return [html];
  const [first = '', ...rest] = html
    .split('\n')
    .flatMap((line) => (line.length > LONGEST_TEXT ? cutLine(line) : [line]));
  const pieces: string[] = [];
  let piece = first;
  for (const line of rest) {
    const joined = `${piece}\n${line}`;
    if (joined.length <= LONGEST_TEXT) {
      piece = joined;
      continue;
    }
    const open = openTags(piece);
    pieces.push(piece + close(open));
    piece = reopen(open) + line;
  }
  return [...pieces, piece].filter(hasText);
}
