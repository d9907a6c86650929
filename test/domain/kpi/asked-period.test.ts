import { expect, it } from 'vitest';
import { readAskedPeriod } from '../../../src/domain/kpi/asked-period.ts';

/** A Wednesday. */
const TODAY = '2026-07-08';

it.each([
  ['tuần này', '2026-07-06', '2026-07-12'],
  ['tuan truoc', '2026-06-29', '2026-07-05'],
  ['tháng này', '2026-07-01', '2026-07-31'],
  ['tháng trước', '2026-06-01', '2026-06-30'],
  ['tháng vừa rồi', '2026-06-01', '2026-06-30'],
  ['quý này', '2026-07-01', '2026-09-30'],
  ['quý trước', '2026-04-01', '2026-06-30'],
  ['năm nay', '2026-01-01', '2026-12-31'],
  ['năm trước', '2025-01-01', '2025-12-31'],
  ['tháng 6', '2026-06-01', '2026-06-30'],
  ['quý I', '2026-01-01', '2026-03-31'],
])('“%s” is from %s to %s', (typed, from, to) => {
  expect(readAskedPeriod(typed, TODAY)).toEqual({ from, to });
});

it.each(['hôm qua', 'bao giờ', ''])('“%s” names no period', (typed) => {
  expect(readAskedPeriod(typed, TODAY)).toBeNull();
});
