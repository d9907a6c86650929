/** Telegram counts at most 4096 characters after the tags are taken out; tags are counted too here, to be safe. */
const LONGEST_TEXT = 4000;

const TAG = /<(\/?)([a-z]+)[^>]*>/g;

/** The tags that are still open at the end of a piece, innermost last. */
function openTags(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name] of html.matchAll(TAG)) {
    if (slash === '/') open.pop();
    else if (name !== undefined) open.push(name);
  }
  return open;
}

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
  const pieces: string[] = [];
  let piece = '';
  for (const line of html.split('\n').flatMap((l) => (l.length > LONGEST_TEXT ? cutLine(l) : [l]))) {
    const joined = piece === '' ? line : `${piece}\n${line}`;
    if (joined.length <= LONGEST_TEXT) {
      piece = joined;
      continue;
    }
    const open = openTags(piece);
    pieces.push(
      piece +
        [...open]
          .reverse()
          .map((tag) => `</${tag}>`)
          .join(''),
    );
    piece = open.map((tag) => `<${tag}>`).join('') + line;
  }
  return [...pieces, piece];
}
