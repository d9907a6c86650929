import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCause, readExplanation } from '../../../src/domain/utterance/explanation-sentence.ts';
import { calendar } from '../../support/working-days.ts';

const context = { today: '2026-07-08', calendar, phases: [], beforeDayMeans: 'dayBefore' } as const;

describe('the cause that a text names', () => {
  it.each([
    ['do khách quan, chờ Bộ', 'objective'],
    ['nguyen nhan chu quan', 'subjective'],
    ['lỗi chủ quan của phòng em', 'subjective'],
    ['vừa khách quan vừa chủ quan', 'both'],
    ['cả hai', 'both'],
    ['không phải do chủ quan mà do khách quan', 'objective'],
    ['chờ góp ý của Bộ', null],
    ['cả phòng bận', null],
  ] as const)('“%s”', (text, cause) => {
    expect(readCause(text)).toBe(cause);
  });
});

describe('the new day in a sentence', () => {
  it.each([
    ['chờ góp ý của Bộ, xong trước 20/7', '2026-07-20'],
    ['cho gop y cua Bo, xong truoc 20/7', '2026-07-20'],
    ['chờ góp ý; phòng cam kết hoàn thành trong tháng 7', '2026-07-31'],
    ['thiếu người, dự kiến 17/7', '2026-07-17'],
    ['thiếu người, dự kiến hoàn thành trước ngày 17/7/2026.', '2026-07-17'],
    ['chờ số liệu, đến 20/7 sẽ xong', '2026-07-20'],
    ['xin lùi đến 24/7 vì chờ thẩm định', '2026-07-24'],
    ['chờ kinh phí, xong ngày 15/01/2027', '2027-01-15'],
  ])('“%s”', (text, newDueOn) => {
    expect(readExplanation(text, context)).toMatchObject({ newDueOn });
  });

  it.each([
    'chờ góp ý của Bộ',
    'chưa xong vì chờ Bộ trả lời đến 15/6',
    'chưa hoàn thành trước 20/7 được',
    'đến 15/6 mới xong phần một',
    'xong 60% hồ sơ',
    'công văn 45/SKHCN ngày 01/7 chưa được trả lời',
  ])('there is none in “%s”', (text) => {
    expect(readExplanation(text, context)).toMatchObject({ newDueOn: null, text });
  });

  it('one that does not exist is said to be so', () => {
    expect(readExplanation('chờ Bộ, xong trước 31/6', context)).toBe('impossibleDay');
  });
});

describe('the remedy in a sentence', () => {
  it.each([
    [
      'chờ góp ý của Bộ; giải pháp: cử người sang làm việc; xong trước 20/7',
      'chờ góp ý của Bộ; xong trước 20/7',
      'cử người sang làm việc',
    ],
    [
      'thiếu người. Biện pháp khắc phục: điều thêm 2 người, dự kiến xong 20/7',
      'thiếu người; dự kiến xong 20/7',
      'điều thêm 2 người',
    ],
    ['chờ Bộ, hướng xử lý là báo cáo lãnh đạo', 'chờ Bộ', 'báo cáo lãnh đạo'],
    ['chờ Bộ, chưa có giải pháp', 'chờ Bộ, chưa có giải pháp', null],
    ['đang khắc phục lỗi phần mềm', 'đang khắc phục lỗi phần mềm', null],
    ['giải pháp: cử người', 'giải pháp: cử người', null],
  ])('“%s”', (typed, text, remedy) => {
    expect(readExplanation(typed, context)).toMatchObject({ text, remedy });
  });
});

describe('any text', () => {
  it.each(['', '   ', '...', '12', '👍'])('“%s” explains nothing', (text) => {
    expect(readExplanation(text, context)).toBeNull();
  });

  it('is read without a fault, and a day found lies ahead', () => {
    const words = [
      'xong',
      'trước',
      '20/7',
      'chờ',
      'Bộ',
      'giải pháp:',
      ';',
      ',',
      'đến',
      '31/6',
      'chưa',
      'tháng 8',
      '\n',
      'Ø',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 }), (parts) => {
        const read = readExplanation(parts.join(' '), context);
        if (read === null || read === 'impossibleDay') return;
        expect(read.newDueOn === null || read.newDueOn > context.today).toBe(true);
        expect(read.text).not.toBe('');
        expect(read.remedy).not.toBe('');
      }),
    );
  });
});
