import type { PersonCells, TaskCells } from '../../test/support/workbooks.ts';
import { shiftDay } from '../chaos/check-calendar.ts';
import type { Random } from '../chaos/random.ts';

/** Something that somebody does at their phone: types, or presses the newest button with that label. */
export interface SimulatedEvent {
  /** `YYYY-MM-DDTHH:mm` at the office. */
  at: string;
  /** Full name. */
  person: string;
  text?: string;
  press?: string;
}

/** How people deal with their deadlines: how often, and how many days after the due day they are done. */
const HABITS = [
  { share: 0.5, lateBy: [-6, 0], reports: true },
  { share: 0.25, lateBy: [-1, 4], reports: true },
  { share: 0.15, lateBy: [3, 25], reports: false },
  // Who says nothing at all, and never finishes.
  { share: 0.1, lateBy: null, reports: false },
] as const;

/**
 * What a believable department does: progress on the way, some requests for more time, results early, on the day or
 * late, confirmations some days after, and people who stay silent.
 */
export function makeEvents(
  tasks: readonly TaskCells[],
  people: readonly PersonCells[],
  span: { from: string; to: string },
  random: Random,
): SimulatedEvent[] {
  const office = people.find(({ unit, role }) => unit === 'VP' && role === 'Trưởng đơn vị');
  const director = people.find(({ role }) => role === 'Giám đốc');
  const events = tasks.flatMap((task) => {
    const doer = task.assignee;
    const due = dayOf(task.due ?? '');
    const habit = pickHabit(random());
    if (doer === undefined || due === null || task.code === undefined) return [];
    const { code } = task;
    const lived: SimulatedEvent[] = [];
    if (habit.reports) {
      lived.push({ at: `${shiftDay(due, -5)}T09:10`, person: doer, text: `${code} 60% đã gửi dự thảo` });
    }
    if (habit.reports && random() < 0.1) {
      const later = asTyped(shiftDay(due, 7));
      lived.push(
        {
          at: `${shiftDay(due, -1)}T10:00`,
          person: doer,
          text: `xin gia hạn ${code} đến ${later} vì chờ góp ý`,
        },
        { at: `${shiftDay(due, -1)}T10:01`, person: doer, press: 'Gửi đề nghị' },
      );
    }
    if (habit.lateBy === null) return lived;
    const [least, most] = habit.lateBy;
    const doneOn = shiftDay(due, least + Math.floor(random() * (most - least + 1)));
    lived.push(
      {
        at: `${doneOn}T10:30`,
        person: doer,
        text: `${code} xong, sản phẩm ${Number(code.slice(2)) + 100}/BC-SKHCN`,
      },
      { at: `${doneOn}T10:31`, person: doer, press: 'Đúng, ghi nhận' },
    );
    const isOffices = task.lead === 'VP' || task.priority === 'Trọng tâm';
    const confirmer = isOffices ? director : office;
    const confirmedOn = shiftDay(doneOn, 1 + Math.floor(random() * 4));
    if (confirmer !== undefined && random() < 0.9) {
      lived.push(
        { at: `${confirmedOn}T15:00`, person: confirmer.name, text: `ok duyệt ${code}` },
        { at: `${confirmedOn}T15:01`, person: confirmer.name, press: '✅ Xác nhận' },
      );
    }
    return lived;
  });
  return events
    .filter(({ at }) => at.slice(0, 10) >= span.from && at.slice(0, 10) <= span.to)
    .sort((a, b) => a.at.localeCompare(b.at));
}

function pickHabit(at: number): (typeof HABITS)[number] {
  let below = 0;
  for (const habit of HABITS) {
    below += habit.share;
    if (at < below) return habit;
  }
  return HABITS[0];
}

const dayOf = (typed: string): string | null => {
  const [day, month, year] = typed.split('/').map(Number);
  return day === undefined || month === undefined || year === undefined
    ? null
    : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const asTyped = (day: string): string => day.split('-').reverse().map(Number).join('/');
