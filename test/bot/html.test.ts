import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, lines } from '../../src/bot/texts/html.ts';
import { isWhole, visibleText } from '../support/html-text.ts';

describe('Telegram HTML', () => {
  it('escapes what a person typed and keeps what we wrote', () => {
    expect(html`<b>${'A & B <i>"x"</i>'}</b>`.value).toBe(
      '<b>A &amp; B &lt;i&gt;&quot;x&quot;&lt;/i&gt;</b>',
    );
  });

  it('does not escape twice what is HTML already', () => {
    expect(html`${html`<b>${'<'}</b>`}!`.value).toBe('<b>&lt;</b>!');
  });

  it('shows a zero, and nothing for what is absent', () => {
    expect(html`${0}${null}${undefined}${false}`.value).toBe('0');
  });

  it('joins lists', () => {
    expect(html`${['a', html`<i>b</i>`]}`.value).toBe('a<i>b</i>');
  });

  it('shows whatever is typed as it was typed, and lets none of it be markup', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', ';', 'b', '/', 'đ', ' ') }),
        (typed) => {
          const { value } = html`<b>${typed}</b>`;
          expect(visibleText(value)).toBe(typed);
          expect(isWhole(value)).toBe(true);
        },
      ),
    );
  });
});

describe('lines', () => {
  it('stand under one another; absent ones are left out, empty ones are blank lines', () => {
    expect(lines('một', null, false, undefined, '', html`<b>ba</b>`).value).toBe('một\n\n<b>ba</b>');
  });

  it('escape plain text', () => {
    expect(lines('1 < 2').value).toBe('1 &lt; 2');
  });
});
