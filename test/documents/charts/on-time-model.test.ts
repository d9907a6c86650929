import { describe, expect, it } from 'vitest';
import { fitText, widthOf } from '../../../src/documents/charts/fit-text.ts';
import { sortWorstFirst } from '../../../src/documents/charts/on-time-model.ts';
import { formatRate, TONES, toneOf } from '../../../src/documents/charts/style.ts';

const unit = (name: string, rate: number | null, overdueOpen = 0) => ({
  name,
  rate,
  due: 10,
  onTime: 0,
  overdueOpen,
});

describe('the order of the units', () => {
  it('is worst first, then most overdue, then by name, and without a rate last', () => {
    const units = [
      unit('chưa có', null),
      unit('Ất', 0.5, 1),
      unit('tốt', 1),
      unit('Ánh', 0.5, 1),
      unit('nhiều việc trễ', 0.5, 3),
      unit('kém', 0),
    ];
    expect(sortWorstFirst(units).map(({ name }) => name)).toEqual([
      'kém',
      'nhiều việc trễ',
      'Ánh',
      'Ất',
      'tốt',
      'chưa có',
    ]);
  });
});

describe('the colour of a rate', () => {
  it.each([
    [1, TONES.met],
    [0.98, TONES.met],
    [0.9799, TONES.near],
    [0.88, TONES.near],
    [0.8799, TONES.missed],
    [0, TONES.missed],
    [null, TONES.noData],
  ])('%s against 98 %%', (rate, tone) => {
    expect(toneOf(rate, 0.98)).toBe(tone);
  });
});

describe('a rate in words', () => {
  it.each([
    [1, '100%'],
    [0.98, '98%'],
    [0.58, '58%'],
    [12 / 13, '92,3%'],
    [0.97999, '97,9%'],
    [0, '0%'],
  ])('%d reads %s', (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });
});

describe('a line of text', () => {
  it('keeps its size where it fits', () => {
    expect(fitText('Văn phòng Sở', 600, 36)).toEqual({ text: 'Văn phòng Sở', size: 36 });
  });

  it('is set smaller, then ended by … after a whole word, and never wider than its room', () => {
    const long = 'Phòng Quản lý Công nghệ và Đổi mới sáng tạo';
    const smaller = fitText(long, 700, 36);
    expect(smaller.text).toBe(long);
    expect(smaller.size).toBeLessThan(36);
    const cut = fitText(long, 400, 36);
    expect(cut.text).toMatch(/^Phòng Quản lý .*[^ ]…$/);
    expect(widthOf(cut.text, cut.size)).toBeLessThanOrEqual(400);
  });
});
