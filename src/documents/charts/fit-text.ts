import { cleanText } from '../../domain/text.ts';

/** A line of text and the size, in pixels, at which it fits. */
export interface FittedText {
  text: string;
  size: number;
}

// An SVG cannot hold them.
const CONTROL_CHARACTERS = /\p{Cc}+/gu;
/** Mean advance of a letter of the bundled font, in font sizes. */
const LETTER_WIDTH = 0.55;
const SMALLEST = 0.75;

/** About how many pixels a text takes. */
export function widthOf(text: string, size: number): number {
  return Array.from(text).length * size * LETTER_WIDTH;
}

/** One line of about at most `width` pixels: set smaller down to three quarters, then ended by `…`. */
export function fitText(raw: string, width: number, size: number): FittedText {
  const text = cleanText(raw.replace(CONTROL_CHARACTERS, ' '));
  const fitted = Math.min(size, (size * width) / widthOf(text, size));
  if (text === '' || fitted >= size * SMALLEST) return { text, size: text === '' ? size : fitted };
  const smallest = size * SMALLEST;
  return { text: shorten(text, Math.floor(width / widthOf('x', smallest))), size: smallest };
}

/** Cut after a whole word where that loses little. */
function shorten(text: string, limit: number): string {
  const cut = Array.from(text)
    .slice(0, limit - 1)
    .join('');
  const lastSpace = cut.lastIndexOf(' ');
  const kept = lastSpace > cut.length * 0.7 ? cut.slice(0, lastSpace) : cut;
  return `${kept.trimEnd()}…`;
}
