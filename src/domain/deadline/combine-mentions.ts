import { addDays, type Day } from '../days.ts';
import type { Period } from './calendar-arithmetic.ts';
import type { DeadlineMeaning, DeadlineOptions } from './deadline.ts';
import { dueDay, meaningOf } from './due-day.ts';
import { lastPeriod, nextPeriod, type PlacedMention } from './mention.ts';
import { type Operator, readOperator } from './operators.ts';

/** A stretch of time, the words between it and the one before, and what those words do. */
export interface Clause {
  mention: PlacedMention;
  words: string;
  operator: Operator;
}

const RANGE_WORDS = /^ ?(?:-|den|toi|cho den|keo dai den|keo dai toi)(?: (?:het|truoc|cuoi|ngay|nam|@))* ?$/;
const LIST_WORDS =
  /^[\s,;.:()+&]*(?:va|hoac)?(?: ?(?:dot|lan|ky) \d ?:?)?(?: ?(?:@|trong|truoc|cham nhat|den|het|ngay|luc|nam))* ?$/;
const CONTIGUOUS_WORDS = /^ ?\+ ?$/;
const ENDS_THE_WORK = /\b(?:hoan thanh|ket thuc|xong|den|cham nhat|truoc)\b/;

/** Splits the canonical text at its stretches of time. */
export function splitClauses(text: string, mentions: readonly PlacedMention[]): Clause[] {
  return mentions.map((mention, i) => {
    const words = text.slice(mentions[i - 1]?.end ?? 0, mention.start);
    return { mention, words, operator: readOperator(words) };
  });
}

const IMPOSSIBLE: DeadlineMeaning = { kind: 'impossible' };

/** A phase that the plan does not know is unclear; any other stretch that exists in no year is impossible. */
const notDated = ({ mention }: Clause): DeadlineMeaning =>
  mention.unit === 'phase' ? { kind: 'unclear' } : IMPOSSIBLE;

function datePair(first: Clause, last: Clause, issuedOn: Day): [Period | null, Period | null] {
  const from =
    first.mention.year === null ? issuedOn : (nextPeriod(first.mention, issuedOn)?.startOn ?? issuedOn);
  const end = nextPeriod(last.mention, from);
  return [lastPeriod(first.mention, end?.dueOn ?? issuedOn), end];
}

function readPair(first: Clause, last: Clause, options: DeadlineOptions): DeadlineMeaning {
  const [start, end] = datePair(first, last, options.issuedOn);
  if (start === null) return notDated(first);
  if (end === null) return notDated(last);
  const dueOn = dueDay(last.mention.unit, end, last.operator, options);
  if (start.startOn > dueOn) return IMPOSSIBLE;
  return { kind: 'range', startOn: start.startOn, dueOn };
}

/** "Từ A đến B", "A - B", "bắt đầu A, hoàn thành B". */
export function readRange(clauses: readonly Clause[], options: DeadlineOptions): DeadlineMeaning | null {
  for (const [i, last] of clauses.entries()) {
    const first = clauses[i - 1];
    if (first === undefined) continue;
    const isStartAndEnd = first.operator.relation === 'from' && ENDS_THE_WORK.test(last.words);
    if (RANGE_WORDS.test(last.words) || isStartAndEnd) return readPair(first, last, options);
  }
  return null;
}

/** Dates the members of a list: a year written late holds for those before it, otherwise each follows the last. */
function dateList(clauses: readonly Clause[], issuedOn: Day): (Period | null)[] {
  const periods: (Period | null | undefined)[] = clauses.map(({ mention }) =>
    mention.year === null ? undefined : mention.in(mention.year),
  );
  for (let i = clauses.length - 2; i >= 0; i--) {
    const [clause, later] = [clauses[i], periods[i + 1]];
    if (periods[i] === undefined && clause !== undefined && later)
      periods[i] = lastPeriod(clause.mention, later.dueOn);
  }
  let from = issuedOn;
  return clauses.map(({ mention }, i) => {
    const period = periods[i] === undefined ? nextPeriod(mention, from) : (periods[i] ?? null);
    from = period?.dueOn ?? from;
    return period;
  });
}

function areContiguous(periods: readonly Period[]): boolean {
  return periods.every((period, i) => {
    const before = periods[i - 1];
    return before === undefined || period.startOn === addDays(before.dueOn, 1);
  });
}

/** The words of the first member hold for those that have none of their own: "Trước 30/6 và 31/12". */
function memberOperator(clause: Clause, first: Operator): Operator {
  return clause.operator.relation === 'within'
    ? { ...clause.operator, relation: first.relation }
    : clause.operator;
}

/** "Tháng 6; tháng 9; tháng 12/2026" are dates; "Quý III, IV/2026" is one stretch. */
export function readList(clauses: readonly Clause[], options: DeadlineOptions): DeadlineMeaning | null {
  const [first, ...rest] = clauses;
  if (first === undefined || rest.length === 0) return null;
  const isList = rest.every((c) => c.mention.unit === first.mention.unit && LIST_WORDS.test(c.words));
  if (!isList) return null;
  const periods = dateList(clauses, options.issuedOn).filter((period) => period !== null);
  if (periods.length < clauses.length) return notDated(first);
  const [start, end] = [periods[0], periods.at(-1)];
  const isOneStretch = first.mention.unit === 'quarter' || rest.every((c) => CONTIGUOUS_WORDS.test(c.words));
  if (isOneStretch && first.mention.unit !== 'day' && start && end && areContiguous(periods)) {
    return { kind: 'range', startOn: start.startOn, dueOn: end.dueOn };
  }
  const dates = clauses.flatMap((clause, i) => {
    const period = periods[i];
    return period
      ? [dueDay(clause.mention.unit, period, memberOperator(clause, first.operator), options)]
      : [];
  });
  const [onlyDay, ...others] = [...new Set(dates)].sort();
  if (onlyDay === undefined) return null;
  return others.length === 0
    ? { kind: 'day', dueOn: onlyDay }
    : { kind: 'dates', dates: [onlyDay, ...others] };
}

/** A year stated earlier holds: "Năm 2027 (quý I)". One stated later may belong to the product: "15/8, kế hoạch năm 2027". */
function dateChosen(chosen: Clause, clauses: readonly Clause[], issuedOn: Day): Period | null {
  const earlier = clauses.find(
    (c) => c !== chosen && c.mention.start < chosen.mention.start && c.mention.year !== null,
  );
  const from = earlier === undefined ? null : nextPeriod(earlier.mention, issuedOn);
  return nextPeriod(chosen.mention, from?.startOn ?? issuedOn);
}

function isWithin(inner: Clause, outer: Clause, clauses: readonly Clause[], issuedOn: Day): boolean {
  const part = dateChosen(inner, clauses, issuedOn);
  const whole = dateChosen(outer, clauses, issuedOn);
  if (part === null || whole === null) return false;
  const isSame = part.startOn === whole.startOn && part.dueOn === whole.dueOn;
  return !isSame && whole.startOn <= part.startOn && part.dueOn <= whole.dueOn;
}

/** One stretch, or the one among several that is most plainly the due day; a finer one inside it is preferred. */
export function readChosen(clauses: readonly Clause[], options: DeadlineOptions): DeadlineMeaning | null {
  const [heaviest] = [...clauses].sort((a, b) => b.operator.weight - a.operator.weight);
  if (heaviest === undefined) return null;
  const chosen =
    clauses.find(
      (c) =>
        c.operator.weight === heaviest.operator.weight && isWithin(c, heaviest, clauses, options.issuedOn),
    ) ?? heaviest;
  const period = dateChosen(chosen, clauses, options.issuedOn);
  return period === null
    ? notDated(chosen)
    : meaningOf(chosen.mention.unit, period, chosen.operator, options);
}
