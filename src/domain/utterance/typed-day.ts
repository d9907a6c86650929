import type { Day } from '../days.ts';
import { findDays } from './dates.ts';
import { dayIn, type Tense } from './reading.ts';
import { prepareText } from './typed-text.ts';

/** The one day that a short answer names ("03/7/2026", "hôm qua"); `null` when it names none or several. */
export function readTypedDay(text: string, today: Day, tense: Tense): Day | null {
  const days = findDays(prepareText(text), { today });
  const [only, ...others] = days.filter(({ kind }) => kind === 'day');
  return only === undefined || others.length > 0 ? null : dayIn(only, tense);
}
