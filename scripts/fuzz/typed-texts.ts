import fc, { type Arbitrary } from 'fast-check';
import { PEOPLE } from '../../test/support/department.ts';

const code: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 11, max: 16 }).map((n) => `NV${n}`) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => `nv ${n}`) },
  fc.constantFrom('NV999999999999999999', 'NV-1', 'NV', '#12', 'NV01.KHTC', 'việc 11', 'NV1२'),
);

const percent: Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`) },
  fc.integer().map((n) => `${n}%`),
  fc.constantFrom('99999999999999999999%', '0,5%', '3/4', '1e400%', '50 phần trăm', '%', '-0%', '٣٠%'),
);

const said: Arbitrary<string> = fc.constantFrom(
  'xong',
  'đã hoàn thành, 45/BC-SKHCN ngày 06/7/2026',
  'chưa xong',
  'vướng, chờ Sở Tài chính',
  'xin gia hạn đến 31/02/2027',
  'thêm 10%',
  'ok ạ',
  'đồng ý',
  'trả lại, thiếu phụ lục',
  'đã gửi dự thảo',
  'dự kiến xong 99/99/9999',
  'việc nào quá hạn?',
  'nhầm, 30% mới đúng',
);

const report: Arbitrary<string> = fc
  .tuple(code, fc.oneof(percent, said), said)
  .map((parts) => parts.join(' '));

const several: Arbitrary<string> = fc
  .array(fc.tuple(code, percent), { minLength: 2, maxLength: 12 })
  .map((items) => items.map((item) => item.join(' ')).join('\n'));

const argument: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '12',
    'NV13',
    '999999999999999999',
    '-1',
    '0',
    '1.5',
    "'; drop table tasks; --",
    '<b>',
    '\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...Object.values(PEOPLE).map((person) => person.name)),
);

/** A command of ours or not, to us or another bot, with whatever after it. The picture of figures is dear, so rare. */
const command: Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      {
        weight: 30,
        arbitrary: fc.constantFrom(
          'start',
          'viec',
          'nv',
          'trogiup',
          'nhom',
          'nhap',
          'thietlap',
          'batdau',
          'x',
          '',
        ),
      },
      { weight: 1, arbitrary: fc.constant('kpi') },
    ),
    fc.constantFrom('', '', '', '@sau_ro_bot', '@SAU_RO_BOT', '@other_bot', '@'),
    argument,
  )
  .map(([name, to, rest]) => `/${name}${to}${rest === '' ? '' : ` ${rest}`}`);

const halfSurrogate: Arbitrary<string> = fc
  .integer({ min: 0xd800, max: 0xdfff })
  .map((unit) => String.fromCharCode(unit));

const oddCharacters: Arbitrary<string> = fc
  .array(
    fc.oneof(
      halfSurrogate,
      fc.constantFrom(
        '\u0000',
        '\u202E',
        '\u200B',
        '\uFEFF',
        '\u0301',
        '🙂',
        '👨‍👩‍👧',
        '<b>',
        '</b>',
        '&lt;',
        '&',
        '"',
        '\n',
        '\t',
        ' ',
      ),
      code,
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

/** Far longer than Telegram lets anybody write. */
const huge: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('a', 'NV11 ', '🙂', '<', 'ệ ', '\n', '50% '),
    fc.constantFrom(4096, 4097, 20_000, 100_000),
  )
  .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));

/** Anything that somebody may type, or that a client may send as if. */
export const typedText: Arbitrary<string> = fc.oneof(
  { weight: 60, arbitrary: report },
  { weight: 10, arbitrary: several },
  { weight: 35, arbitrary: command },
  { weight: 20, arbitrary: said },
  { weight: 25, arbitrary: oddCharacters },
  { weight: 10, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: huge },
);

/** A name of a file, honest or not. */
export const fileName: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'bao-cao.pdf',
    'nhiem-vu.xlsx',
    'NHAN-SU.XLS',
    '../../etc/passwd',
    '',
    '.',
    'a.exe',
    'tên\u202Exslx.pdf',
  ),
  oddCharacters,
  fc.string({ unit: 'binary', maxLength: 300 }),
);
