import { expect, it } from 'vitest';
import { readTypedDay } from '../../../src/domain/utterance/typed-day.ts';

const today = '2026-07-08';

it.each([
  ['03/7/2026', '2026-07-03'],
  ['3/7', '2026-07-03'],
  ['ngày 20/7/2026', '2026-07-20'],
  ['hôm qua', '2026-07-07'],
  ['', null],
  ['31/6', null],
  ['3/7 hoặc 4/7', null],
  ['không nhớ', null],
])('“%s” names %s', (typed, day) => {
  expect(readTypedDay(typed, today, 'past')).toBe(day);
});
