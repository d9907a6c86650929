import { describe, expect, it } from 'vitest';
import {
  EMPTY_BOTTLENECK,
  questionOf,
  readBottleneckDomain,
  readTaskCodes,
  readUntil,
} from '../../../src/domain/task/bottleneck-draft.ts';
import { calendar } from '../../support/working-days.ts';

const context = { today: '2026-07-08', calendar, phases: [], beforeDayMeans: 'dayBefore' } as const;

describe('what is asked for a bottleneck', () => {
  const whole = {
    ...EMPTY_BOTTLENECK,
    title: 'Thiếu vốn',
    domain: 'other',
    mustActText: 'Sở Tài chính',
    isWithoutDay: true,
  } as const;

  it('is the first thing that is missing', () => {
    expect(questionOf(EMPTY_BOTTLENECK)).toBe('title');
    expect(questionOf({ ...whole, domain: null })).toBe('domain');
    expect(questionOf({ ...whole, mustActText: null })).toBe('mustAct');
    expect(questionOf({ ...whole, isWithoutDay: false })).toBe('time');
    expect(questionOf(whole)).toBeNull();
  });

  it('or what its author wants to change', () => {
    expect(questionOf({ ...whole, focus: 'domain' })).toBe('domain');
  });
});

describe('what one sentence says', () => {
  it.each([
    ['giải ngân vốn đầu tư công chậm', 'disbursement'],
    ['TTHC cấp phép còn chậm', 'procedures'],
    ['dự án kho dữ liệu', 'projects'],
    ['thiếu người', null],
  ])('“%s” is of the domain %s', (text, domain) => {
    expect(readBottleneckDomain(text)).toBe(domain);
  });

  it.each([
    ['ảnh hưởng NV11, nv 12 và NV01.KHTC; NV11', ['NV11', 'NV12', 'NV01.KHTC']],
    ['văn bản 45/KH-SKHCN', []],
  ])('“%s” names the tasks %j', (text, codes) => {
    expect(readTaskCodes(text)).toEqual(codes);
  });

  it.each([
    ['P.KHTC bố trí trước 20/7, ảnh hưởng NV11', '2026-07-20'],
    ['cần xong chậm nhất 31/7/2026', '2026-07-31'],
    ['trước 01/7/2026', null],
    ['phải trình trước lãnh đạo', null],
    ['thiếu vốn', null],
  ])('“%s” means by %s', (text, day) => {
    expect(readUntil(text, context)).toBe(day);
  });
});
