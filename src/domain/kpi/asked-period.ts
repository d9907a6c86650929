import { DateTime } from 'luxon';
import type { Day } from '../days.ts';
import { readDeadline } from '../deadline/read-deadline.ts';
import { foldText } from '../text.ts';

const UNITS = { tuan: 'week', thang: 'month', quy: 'quarter', nam: 'year' } as const;

/** "tuần này", "tháng trước", "quý vừa rồi": the period that runs, or the whole one before it. */
const RELATIVE = /^(tuan|thang|quy|nam) (nay|truoc|qua|roi|vua roi|vua qua)$/;

/**
 * The days that a question about figures means ("tháng này", "quý I", "6 tháng đầu năm"); of a named period the one
 * that has begun, not the next. `null` when it means none.
 */
export function readAskedPeriod(typed: string, today: Day): { from: Day; to: Day } | null {
  const relative = RELATIVE.exec(foldText(typed).trim());
  if (relative !== null) {
    const unit = UNITS[relative[1] as keyof typeof UNITS];
    const day = DateTime.fromISO(today).minus(relative[2] === 'nay' ? {} : { [unit]: 1 });
    return { from: toDay(day.startOf(unit)), to: toDay(day.endOf(unit)) };
  }
  for (const issuedOn of [today, `${today.slice(0, 4)}-01-01`]) {
    const read = readDeadline(typed, { issuedOn, channel: 'chat' });
    if (read.kind === 'range' && read.startOn <= today) return { from: read.startOn, to: read.dueOn };
  }
  return null;
}

const toDay = (moment: DateTime): Day => moment.toFormat('yyyy-MM-dd');
