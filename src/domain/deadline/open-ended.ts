import { workingDaysAfter } from './calendar-arithmetic.ts';
import type { Clause } from './combine-mentions.ts';
import type { DeadlineMeaning, DeadlineOptions } from './deadline.ts';
import { nextPeriod } from './mention.ts';
import { dayAfter } from './relative-words.ts';
import { COMPLETED, EVENTS, OPEN_ENDED, URGENT } from './vocabulary.ts';

/** "Ngay", "khẩn trương": the shortest time in which offices answer, to be confirmed. */
const URGENT_WORKING_DAYS = 3;

const COUNT = '(\\d{1,3}) ?(ngay lam viec|ngay|tuan|thang|quy|nam|gio)';
const COUNTED_FROM = new RegExp(`\\b${COUNT} ?,? ?(?:ke tu|tinh tu|tu|sau)\\b`);
const EVENT_WORDS = new RegExp(
  `\\b(?:sau khi|truoc khi|ke tu|tinh tu|tu khi|ngay khi|tu luc)\\b|\\b(?:sau|truoc|tu) (?:ngay )?(?:(?:cac|dip|khi) )?${EVENTS}\\b|\\b\\d+ ngay(?: lam viec)? (?:sau|truoc)\\b|\\btu ngay (?!\\d)(?:nhan|ky|ban hanh|co|duoc|nop|tiep nhan|phe duyet|giao)`,
);
const BEFORE_EVENT = new RegExp(`\\b(?:truoc|sau) (?:ngay )?(?:khi|${EVENTS})`);
const RIGHT_AFTER_ISSUE = /(?<!\d )\bngay (?:sau )?khi\b.*\b(?:ban hanh|ky|ke hoach nay|van ban nay)\b/;
const OUTSIDE_EVENT = /\b(?:nghi quyet|tinh uy|thanh uy|trung uong|chinh phu|ubnd|hdnd|ket thuc)\b/;
const IN_FORCE = /\b(?:co )?hieu luc\b/;
const STEADY_WORDS = /\b(?:thuong xuyen|lien tuc|xuyen suot)\b/;
const UNTIL_DONE = /\bden khi (?:hoan thanh|xong|ket thuc|dut diem|co van ban|co chi dao)\b/;
const OPEN_ENDED_WORDS = new RegExp(`\\b(?:${OPEN_ENDED.join('|')})\\b`);

/** "Đã hoàn thành", "Xong" written where the deadline belongs. */
export function readCompleted(text: string): DeadlineMeaning | null {
  return COMPLETED.test(text) ? { kind: 'none', completed: true } : null;
}

const soon = ({ issuedOn, calendar }: DeadlineOptions): DeadlineMeaning => ({
  kind: 'unclear',
  dueOn: workingDaysAfter(issuedOn, URGENT_WORKING_DAYS, calendar),
});

/** "Ngay sau khi ban hành Kế hoạch": the document itself is what is awaited, so the count can begin. */
export function readRightAfterIssue(text: string, options: DeadlineOptions): DeadlineMeaning | null {
  return RIGHT_AFTER_ISSUE.test(text) && !OUTSIDE_EVENT.test(text) ? soon(options) : null;
}

export function readUrgent(text: string, options: DeadlineOptions): DeadlineMeaning | null {
  return URGENT.test(text) ? soon(options) : null;
}

/** A count from a day that the wording gives: "15 ngày kể từ ngày 01/7/2026". */
function readCountFromDay(
  text: string,
  clauses: readonly Clause[],
  options: DeadlineOptions,
): DeadlineMeaning | null {
  const count = COUNTED_FROM.exec(text);
  if (count === null) return null;
  const from = clauses.find(
    ({ mention, words }) => mention.unit === 'day' && /\b(?:tu|sau)(?: ngay)? $/.test(words),
  );
  const named = from ? nextPeriod(from.mention, options.issuedOn)?.dueOn : undefined;
  const startOn = named ?? (IN_FORCE.test(text) ? options.inForce : undefined);
  if (startOn === undefined) return null;
  return { kind: 'day', dueOn: dayAfter(startOn, Number(count[1]), count[2] ?? 'ngay', options.calendar) };
}

const lastPhrase = (words: string): string =>
  words.slice(Math.max(words.lastIndexOf(','), words.lastIndexOf(';')) + 1);

/** Waits for an event whose day is not given; a due day that the wording also states is kept instead. */
export function readRelative(
  text: string,
  clauses: readonly Clause[],
  options: DeadlineOptions,
): DeadlineMeaning | null {
  const counted = readCountFromDay(text, clauses, options);
  if (counted !== null) return counted;
  if (!EVENT_WORDS.test(text)) return null;
  const statesDueDay = clauses.some(
    ({ mention, operator, words }) =>
      mention.unit !== 'phase' &&
      (operator.relation === 'before' ||
        operator.relation === 'by' ||
        /\b(?:tu|bat dau)(?: ngay)? $/.test(words)) &&
      !BEFORE_EVENT.test(lastPhrase(words)),
  );
  return statesDueDay ? null : { kind: 'relative' };
}

/** Steady work inside a period has no due day (R140); one with "đến" or "trước" has. "Đến khi hoàn thành" has none either. */
export function readSteadyWork(
  text: string,
  clauses: readonly Clause[],
  { issuedOn }: DeadlineOptions,
): DeadlineMeaning | null {
  const hasDueDay = clauses.some(
    ({ operator }) => operator.relation === 'by' || operator.relation === 'before',
  );
  const isPaceElsewhere = /^theo\b/.test(text) && clauses.every(({ operator }) => operator.weight === 0);
  const isSteady = !hasDueDay && STEADY_WORDS.test(text);
  if (!isSteady && !isPaceElsewhere && !UNTIL_DONE.test(text)) return null;
  const start = clauses.find(({ operator }) => UNTIL_DONE.test(text) || operator.relation === 'from');
  const startOn = start && nextPeriod(start.mention, issuedOn)?.startOn;
  return startOn === undefined ? { kind: 'none' } : { kind: 'none', startOn };
}

/** Steady work, work on demand, a pace set elsewhere: no due day. */
export function readOpenEnded(text: string): DeadlineMeaning | null {
  return OPEN_ENDED_WORDS.test(text) ? { kind: 'none' } : null;
}
