import { describe, expect, it } from 'vitest';
import { findDays } from '../../../src/domain/utterance/dates.ts';
import { foldInPlace } from '../../../src/domain/utterance/typed-text.ts';

const CLOCK = { today: '2026-07-08' };
const daysIn = (text: string) => findDays({ text, folded: foldInPlace(text) }, CLOCK);

describe('days named in chat, seen from Wednesday 08/7/2026', () => {
  it.each([
    ['mai', '2026-07-09'],
    ['sáng mai', '2026-07-09'],
    ['mốt', '2026-07-10'],
    ['ngày kia', '2026-07-10'],
    ['hôm qua', '2026-07-07'],
    ['chiều nay', '2026-07-08'],
    ['thứ 2', '2026-07-13'],
    ['thứ tư', '2026-07-15'],
    ['thứ sáu này', '2026-07-10'],
    ['T6', '2026-07-10'],
    ['t5 tuần sau', '2026-07-16'],
    ['chủ nhật', '2026-07-12'],
    ['đầu tuần tới', '2026-07-13'],
    ['giữa tuần sau', '2026-07-15'],
    ['cuối tuần', '2026-07-10'],
    ['trong tuần này', '2026-07-10'],
    ['15/7', '2026-07-15'],
    ['05/8/2026', '2026-08-05'],
    ['05.8.2026', '2026-08-05'],
    ['ngày 5 tháng 8', '2026-08-05'],
    ['ngày 5 tháng sau', '2026-08-05'],
    ['mùng 10', '2026-07-10'],
    ['ngày 3', '2026-08-03'],
    ['hết tháng', '2026-07-31'],
    ['đầu tháng sau', '2026-08-10'],
    ['tháng 9', '2026-09-30'],
    ['cuối t9', '2026-09-30'],
    ['tháng 02/2027', '2027-02-28'],
    ['quý III', '2026-09-30'],
    ['cuối năm', '2026-12-31'],
    ['3 ngày nữa', '2026-07-11'],
    ['hai tuần nữa', '2026-07-22'],
    ['3 ngày làm việc nữa', '2026-07-13'],
  ])('%s → %s', (text, expected) => {
    expect(daysIn(text).map(({ next }) => next)).toEqual([expected]);
  });

  it('looks back for what has happened', () => {
    expect(daysIn('hôm thứ 2')[0]?.last).toBe('2026-07-06');
    expect(daysIn('thứ 6 tuần trước')[0]?.last).toBe('2026-07-03');
    expect(daysIn('15/6')[0]?.natural).toBe('2026-06-15');
  });

  it('calls a day that does not exist impossible', () => {
    expect(daysIn('31/6')[0]?.kind).toBe('impossible');
    expect(daysIn('30/02/2027')[0]?.kind).toBe('impossible');
  });

  it.each(['anh Tuấn', 'một việc', 'quỹ 2', 'thủ tục 2', 'tới nay', 'việc này'])(
    'sees no day in "%s"',
    (text) => {
      expect(daysIn(text)).toEqual([]);
    },
  );
});
