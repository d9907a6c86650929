import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/domain/calendar/working-calendar.ts';
import { addDays } from '../../../src/domain/days.ts';
import { type DeadlineOptions, readDeadline } from '../../../src/domain/deadline/read-deadline.ts';
import { foldText } from '../../../src/domain/text.ts';
import { CHAT_EXAMPLES, DOCUMENT_EXAMPLES } from './deadline-examples.ts';

const phases = [
  { code: 'GD1', startOn: null, endOn: '2026-06-05' },
  { code: 'GD2', startOn: '2026-06-05', endOn: '2026-12-31' },
  { code: 'GD3', startOn: '2027-01-01', endOn: '2027-03-31' },
  { code: 'GD4', startOn: '2027-04-01', endOn: '2027-09-30' },
];
const inDocument: DeadlineOptions = { issuedOn: '2026-06-01', channel: 'document', phases };
const inChat: DeadlineOptions = { issuedOn: '2026-07-08', channel: 'chat', phases };

const meaningIn = (options: DeadlineOptions) => (wording: string) => {
  const { wording: _, ...meaning } = readDeadline(wording, options);
  return meaning;
};
const documentMeaning = meaningIn(inDocument);
const ALL_WORDINGS = Object.values(DOCUMENT_EXAMPLES).flatMap((examples) =>
  examples.map(([wording]) => wording),
);

for (const [family, examples] of Object.entries(DOCUMENT_EXAMPLES)) {
  describe(`a document names ${family}`, () => {
    test.each(examples)('%s', (wording, meaning) => {
      expect(readDeadline(wording, inDocument)).toEqual({ wording, ...meaning });
    });
  });
}

describe('a chat message counts from its own day', () => {
  test.each(CHAT_EXAMPLES)('%s', (wording, meaning) => {
    expect(meaningIn(inChat)(wording)).toEqual(meaning);
  });
});

describe('the same words are read the same', () => {
  const spellings: Record<string, (wording: string) => string> = {
    'without diacritics': foldText,
    'in capitals': (wording) => wording.toUpperCase(),
    'in decomposed Unicode': (wording) => wording.normalize('NFD'),
    'with spaces around and between': (wording) => `  ${wording.replaceAll(' ', '   ')} `,
    'with a full stop': (wording) => `${wording}.`,
    'with "hàng" for "hằng"': (wording) => wording.replace('ằng', 'àng'),
  };
  // "Tháng sáu" and "tháng sau" differ in their diacritics alone; no example depends on them.
  test.each(Object.entries(spellings))('%s', (_, respell) => {
    for (const wording of ALL_WORDINGS) {
      expect(documentMeaning(respell(wording)), wording).toEqual(documentMeaning(wording));
    }
  });

  test('the wording itself is kept as it was written', () => {
    expect(readDeadline('  Trước  05/6/2026 ; ', inDocument).wording).toBe('  Trước  05/6/2026 ; ');
  });
});

describe('"trước ngày X"', () => {
  test('is the day before X in a document, unless the office set the same day', () => {
    expect(documentMeaning('Trước 05/6/2026')).toEqual({ kind: 'day', dueOn: '2026-06-04' });
    expect(meaningIn({ ...inDocument, beforeDayMeans: 'sameDay' })('Trước 05/6/2026')).toEqual({
      kind: 'day',
      dueOn: '2026-06-05',
    });
  });

  test('is X itself in chat, whatever the setting', () => {
    expect(meaningIn({ ...inChat, beforeDayMeans: 'dayBefore' })('trước 20/7')).toEqual({
      kind: 'day',
      dueOn: '2026-07-20',
    });
  });

  test('leaves a whole month or quarter out in both', () => {
    expect(meaningIn(inChat)('trước tháng 9')).toEqual({ kind: 'day', dueOn: '2026-08-31' });
    expect(documentMeaning('trước tháng 9')).toEqual({ kind: 'day', dueOn: '2026-08-31' });
  });
});

describe('the calendar of working days', () => {
  const calendar = createCalendar({
    daysOff: ['2026-08-31', '2026-09-01', '2026-09-02'],
    workingSaturdays: ['2026-08-22'],
  });
  const withCalendar = meaningIn({ ...inDocument, issuedOn: '2026-08-20', calendar });

  test('moves a count of working days over days off and made-up Saturdays', () => {
    expect(withCalendar('trong vòng 3 ngày làm việc')).toEqual({ kind: 'day', dueOn: '2026-08-24' });
    expect(withCalendar('05 ngày làm việc kể từ ngày 28/8/2026')).toEqual({
      kind: 'day',
      dueOn: '2026-09-09',
    });
  });

  test('tells the last day worked before a holiday, as a guess to confirm', () => {
    expect(withCalendar('trước lễ 2/9')).toEqual({ kind: 'unclear', dueOn: '2026-08-28' });
    expect(withCalendar('sau lễ 2/9')).toEqual({ kind: 'unclear', dueOn: '2026-09-03' });
  });
});

describe('a count from the day a document takes effect', () => {
  const wording = '15 ngày kể từ ngày Kế hoạch có hiệu lực';

  test('waits while that day is unknown', () => {
    expect(documentMeaning(wording)).toEqual({ kind: 'relative' });
  });

  test('is a day once it is known', () => {
    expect(meaningIn({ ...inDocument, inForce: '2026-06-10' })(wording)).toEqual({
      kind: 'day',
      dueOn: '2026-06-25',
    });
  });
});

describe('whatever is written', () => {
  const kinds = ['day', 'range', 'dates', 'cadence', 'none', 'relative', 'unclear', 'impossible'];
  const scraps = fc.array(
    fc.oneof(
      fc.constantFrom(...ALL_WORDINGS, ' ', ',', ' - ', ' và ', ' trước ', '/', 'ngày ', '99'),
      fc.string(),
    ),
    { maxLength: 5 },
  );

  test('any string has a meaning', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          scraps.map((parts) => parts.join('')),
        ),
        (wording) => {
          expect(kinds).toContain(readDeadline(wording, inDocument).kind);
          expect(kinds).toContain(readDeadline(wording, inChat).kind);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a range never ends before it begins, and dates are in order', () => {
    fc.assert(
      fc.property(scraps, (parts) => {
        const deadline = readDeadline(parts.join(''), inDocument);
        if (deadline.kind === 'range') expect(deadline.startOn <= deadline.dueOn).toBe(true);
        if (deadline.kind === 'dates') expect(deadline.dates).toEqual([...new Set(deadline.dates)].sort());
      }),
      { numRuns: 300 },
    );
  });

  test('a day without a year is its next occurrence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 3000 }), (ahead, offset) => {
        const issuedOn = addDays('2026-01-01', offset);
        const named = addDays(issuedOn, ahead);
        const [, month, dayOfMonth] = named.split('-');
        const meaning = meaningIn({ issuedOn, channel: 'document' })(`${dayOfMonth}/${month}`);
        expect(meaning).toEqual({ kind: 'day', dueOn: named });
      }),
    );
  });
});
