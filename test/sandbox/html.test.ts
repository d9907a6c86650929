import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/sandbox/html-entities.ts';

describe('Telegram’s HTML', () => {
  it.each([
    ['<b>đ</b>', 'đ', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<STRONG>a</STRONG >', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['😀<i>a</i>', '😀a', [{ type: 'italic', offset: 2, length: 1 }]],
    [
      '<a href="https://x.vn/?a=1&amp;b=2">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://x.vn/?a=1&b=2' }],
    ],
    ['<span class="tg-spoiler">a</span>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<blockquote expandable>a</blockquote>', 'a', [{ type: 'blockquote', offset: 0, length: 1 }]],
    [
      '<pre><code>a</code></pre>',
      'a',
      [
        { type: 'code', offset: 0, length: 1 },
        { type: 'pre', offset: 0, length: 1 },
      ],
    ],
    [
      '<b><i>a</i>b</b>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 0, length: 1 },
      ],
    ],
    ['&lt;&gt;&amp;&quot;&#39;&#x1F600;', '<>&"\'😀', []],
    ['1 & 2 &nbsp; > 0', '1 & 2 &nbsp; > 0', []],
    ['<b></b>a', 'a', []],
  ])('reads %s', (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities });
  });

  it.each([
    ['a <p>b</p>', 'Unsupported start tag "p" at byte offset 2'],
    ['đ<br/>', 'Unsupported start tag "br/" at byte offset 2'],
    ['a < 5', 'Unsupported start tag "" at byte offset 2'],
    ['x <', 'Unclosed start tag at byte offset 2'],
    ['< 5>', 'Unsupported start tag "" at byte offset 0'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a "x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=x_y>a</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href="x>a</a>', 'Unclosed start tag at byte offset 0'],
  ])('refuses %s', (html, reason) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: `);
    expect(() => parseHtml(html)).toThrow(reason);
  });

  it('gives any escaped text back as it was, without entities', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
        expect(parseHtml(`<b>${escaped}</b>`).text).toBe(text);
      }),
    );
  });

  it('either parses or refuses with a reason, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '/', 'b', 'i', 'a', ' ', '=', '"', '&', ';', 'đ')),
        (parts) => {
          try {
            parseHtml(parts.join(''));
          } catch (error) {
            expect(String(error)).toContain("can't parse entities");
          }
        },
      ),
    );
  });
});
