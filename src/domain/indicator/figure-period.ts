import { addDays, type Day, makeDay } from '../days.ts';
import type { Indicator } from './indicator.ts';

const MONTHS: Record<'month' | 'quarter' | 'year', number> = { month: 1, quarter: 3, year: 12 };

/** The period of an indicator's cadence in which a day lies: a calendar month, quarter or year, or a week from Monday. */
export function figurePeriod(cadence: Indicator['cadence'], on: Day): { fromOn: Day; toOn: Day } {
  if (cadence === 'week') {
    const weekday = (new Date(on).getUTCDay() + 6) % 7;
    return { fromOn: addDays(on, -weekday), toOn: addDays(on, 6 - weekday) };
  }
  const [year = 0, month = 1] = on.split('-').map(Number);
  const length = MONTHS[cadence];
  const first = Math.floor((month - 1) / length) * length + 1;
  const fromOn = makeDay(year, first, 1);
  const after = first + length > 12 ? makeDay(year + 1, 1, 1) : makeDay(year, first + length, 1);
  if (fromOn === null || after === null) throw new Error(`No period holds ${on}`);
  return { fromOn, toOn: addDays(after, -1) };
}

/** "12,5/20 tỷ", "120 trên 148", "1.234", "40 theo 12/BC-SKHCN ngày 01/6/2026": the numbers of a figure, and the words behind them. */
export function readFigure(
  typed: string,
): { part: number; whole: number | null; note: string | null } | null {
  const match =
    /^(\d[\d.,]*)(?:\s*%)?(?:\s*(?:\/|tr\p{L}n)\s*(\d[\d.,]*))?(?=$|[\s,;:%]|\p{L}+(?!\d))(.*)$/isu.exec(
      typed.trim(),
    ) ?? undefined;
  const part = readNumber(match?.[1] ?? '');
  if (match === undefined || part === null) return null;
  const whole = match[2] === undefined ? null : readNumber(match[2]);
  if (match[2] !== undefined && (whole === null || whole === 0)) return null;
  const isPercent = match[2] === undefined && /^\d[\d.,]*\s*%/.test(typed.trim());
  const note = (match[3] ?? '').replace(/^[\s,;:%–-]+/, '').trim();
  return { part, whole: isPercent ? 100 : whole, note: note === '' ? null : note };
}

/** "1.234,5" and "1234.5" are the same number; a dot before three digits parts thousands. */
function readNumber(typed: string): number | null {
  const tidy = typed.replace(/[.,]+$/, '');
  const isThousands = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(tidy);
  const plain = isThousands ? tidy.replaceAll('.', '').replace(',', '.') : tidy.replace(',', '.');
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}
