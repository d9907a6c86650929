import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../src/bot/messages/split-text.ts';
import { isBalanced, isWhole, LONE_SURROGATE, visibleText } from '../support/html-text.ts';

const TELEGRAM_LIMIT = 4096;
const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');

const anyWord = fc.oneof(
  fc.constantFrom('nhiệm', 'vụ', '&amp;', '&lt;b&gt;', '📊', 'a&quot;b', '&amp;&amp;'),
  fc.integer({ min: 1, max: 5000 }).map((length) => 'đ'.repeat(length)),
);
const anyRun = fc
  .record({
    words: fc.array(anyWord, { minLength: 1, maxLength: 6 }),
    times: fc.integer({ min: 1, max: 40 }),
    tag: fc.constantFrom(null, 'b', 'i', 'tg-spoiler', 'a'),
    gap: fc.constantFrom(' ', '\n', '\n\n'),
  })
  .map(({ words, times, tag, gap }) => {
    const text = Array.from({ length: times }, () => words.join(gap)).join(gap);
    if (tag === null) return text;
    return `<${tag}${tag === 'a' ? ' href="https://t.me/x"' : ''}>${text}</${tag}>`;
  });
const anyText = fc
  .array(
    fc.oneof(
      anyRun,
      anyRun.map((inner) => `<b>${inner}</b>`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((runs) => runs.join('\n'))
  .filter((text) => text.length < 20_000);

describe('a long message', () => {
  it('is left as it is while it is short', () => {
    expect(splitText('một\n<b>hai</b>')).toEqual(['một\n<b>hai</b>']);
  });

  it('is split at a line', () => {
    const line = 'x'.repeat(90);
    const pieces = splitText(Array.from({ length: 60 }, () => line).join('\n'));
    expect(pieces).toHaveLength(2);
    expect(pieces.flatMap((piece) => piece.split('\n'))).toEqual(Array.from({ length: 60 }, () => line));
  });

  it('closes a tag at the end of a piece and opens it again in the next, with its attributes', () => {
    const body = `${'x'.repeat(3000)}\n${'y'.repeat(3000)}`;
    expect(splitText(`<a href="https://t.me/x"><b>${body}</b></a>`)).toEqual([
      `<a href="https://t.me/x"><b>${'x'.repeat(3000)}</b></a>`,
      `<a href="https://t.me/x"><b>${'y'.repeat(3000)}</b></a>`,
    ]);
  });

  it('has no piece of blanks or tags alone, which Telegram refuses', () => {
    expect(splitText(`${'x'.repeat(4000)}\n`)).toEqual(['x'.repeat(4000)]);
    expect(splitText(`<b>${'x'.repeat(3997)}</b>`).map(visibleText)).toEqual(['x'.repeat(3997)]);
  });

  it('never cuts an entity, wherever the end of a piece falls', () => {
    for (let before = 3990; before <= 4000; before += 1) {
      const line = `${'x'.repeat(before)}&amp;${'y'.repeat(100)}`;
      expect(splitText(line).every(isWhole)).toBe(true);
    }
  });

  it('loses nothing, cuts no entity, balances its tags and fits, whatever it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pieces = splitText(text);
        expect(withoutBlanks(pieces.map(visibleText).join(''))).toBe(withoutBlanks(visibleText(text)));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(TELEGRAM_LIMIT);
          expect(isBalanced(piece)).toBe(true);
          expect(isWhole(piece)).toBe(true);
          expect(visibleText(piece).trim()).not.toBe('');
          expect(piece).not.toMatch(LONE_SURROGATE);
        }
      }),
    );
  });
});
