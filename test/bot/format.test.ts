import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countShown,
  formatDay,
  formatMoment,
  formatNumber,
  formatPercent,
  formatShare,
  shorten,
} from '../../src/bot/texts/vi/format.ts';
import { LONE_SURROGATE } from '../support/html-text.ts';

describe('days and moments', () => {
  it('are written as documents write them', () => {
    expect(formatDay('2026-06-05')).toBe('05/6/2026');
    expect(formatDay('2026-02-05')).toBe('05/02/2026');
  });

  it.each([
    ['2026-06-05T01:00:00.000Z', '08:00 Thứ Sáu 05/6/2026'],
    ['2026-06-06T17:30:00.000Z', '00:30 Chủ Nhật 07/6/2026'],
    ['2027-02-01T00:30:00.000Z', '07:30 Thứ Hai 01/02/2027'],
  ])('%s is %s', (instant, written) => {
    expect(formatMoment(new Date(instant))).toBe(written);
  });
});

describe('numbers', () => {
  it.each([
    [12345, '12.345'],
    [12345.6, '12.345,6'],
    [0, '0'],
  ])('%d is %s', (value, written) => {
    expect(formatNumber(value)).toBe(written);
  });

  it('of progress have at most one decimal', () => {
    expect(formatPercent(60)).toBe('60%');
    expect(formatPercent(62.5)).toBe('62,5%');
  });
});

describe('a share', () => {
  it.each([
    [47 / 48, '97,9%'],
    [0.9799, '97,9%'],
    [0.98, '98%'],
    [1, '100%'],
    [0, '0%'],
    [2 / 3, '66,6%'],
  ])('%d is cut to %s, not rounded', (share, written) => {
    expect(formatShare(share)).toBe(written);
  });

  it('of nothing is no figure', () => {
    expect(formatShare(null)).toBe('chưa có dữ liệu');
  });

  it('below the target never reads as the target, and the target itself always does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 1000 }),
        (due, perMille) => {
          const done = Math.ceil((perMille * due) / 1000) - 1;
          if (done < 0) return;
          expect(formatShare(done / due)).not.toBe(formatShare(perMille / 1000));
          expect(formatShare(perMille / 1000)).toBe(`${formatNumber(perMille / 10)}%`);
        },
      ),
    );
  });
});

describe('a list that is cut', () => {
  it('says the true total', () => {
    expect(countShown(45, 30)).toBe('45 việc, nêu 30');
    expect(countShown(3, 3)).toBe('3 việc');
  });

  it('has titles cut at a word', () => {
    expect(shorten('Rà soát thủ tục hành chính', 100)).toBe('Rà soát thủ tục hành chính');
    expect(shorten('Rà soát thủ tục hành chính', 20)).toBe('Rà soát thủ tục…');
    expect(shorten('Ràsoátthủtụchànhchính', 10)).toBe('Ràsoátthủ…');
  });

  it('never cuts a title in the middle of a character, nor leaves it too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (title, length) => {
        const short = shorten(title, length);
        expect(Array.from(short).length).toBeLessThanOrEqual(length);
        expect(short).not.toMatch(LONE_SURROGATE);
      }),
    );
  });
});
