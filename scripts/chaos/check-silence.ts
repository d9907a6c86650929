import {
  countWorkingDays,
  isWorkingDay,
  nearestWorkingDay,
  officeMoment,
  officeTime,
  shiftDay,
} from './check-calendar.ts';
import type { Evidence, TaskRow } from './evidence.ts';

/** Somebody who must hear of an overdue task on a morning. */
export interface OwedTelling {
  day: string;
  personId: number;
  chatId: number;
  code: string;
}

type Facts = Pick<Evidence, 'rows' | 'calendar'>;

const MORNING = '07:30';
const LAST_SLOT = '14:00';
const QUIET_FROM = '17:00';
const OPEN = ['issued', 'inProgress', 'submitted'];
/** Series and tasks of all units are done and counted by their parts. */
const CONTAINERS = ['series', 'split'];
/** Working days between two tellings (product.md §6): weekly, and daily for what is trọng tâm. */
const REPEAT = { normal: 5, focus: 1 };

/**
 * Who must hear of which overdue task on the morning of a day: its assignee and the head of its unit at T+1, then
 * weekly or daily. Derived from tasks and people alone; what the product planned is not looked at.
 */
export function listOwedTellings({ rows, calendar }: Facts, day: string): OwedTelling[] {
  if (!isWorkingDay(day, calendar)) return [];
  const reachable = new Map(
    rows.accounts
      .filter(({ boundAt }) => boundAt < officeMoment(day, MORNING))
      .map(({ personId, chatId }) => [personId, chatId]),
  );
  return rows.tasks
    .filter((task) => isDueToBeTold(task, day, { rows, calendar }))
    .flatMap((task) => {
      const head = headOf(task.leadUnitId, rows, reachable);
      const { assigneeId } = task;
      const owner = assigneeId !== null && reachable.has(assigneeId) ? assigneeId : head;
      return [...new Set([owner, head])].flatMap((personId) => {
        const chatId = personId === null ? undefined : reachable.get(personId);
        return personId === null || chatId === undefined ? [] : [{ day, personId, chatId, code: task.code }];
      });
    });
}

function isDueToBeTold(task: TaskRow, day: string, { rows, calendar }: Facts): boolean {
  if (!OPEN.includes(task.state) || CONTAINERS.includes(task.structure) || task.dueOn === null) return false;
  const aliveOn = aliveDayOf(task, { rows, calendar });
  const lastInTime = nearestWorkingDay(task.dueOn, 1, calendar);
  if (aliveOn === null || aliveOn > day || day <= lastInTime) return false;
  // Going live floods nobody: what was late before starts at its first day.
  const beforeAlive = nearestWorkingDay(shiftDay(aliveOn, -1), -1, calendar);
  const from = lastInTime > beforeAlive ? lastInTime : beforeAlive;
  const turn = countWorkingDays(from, day, calendar);
  return (turn - 1) % (task.priority === 'normal' ? REPEAT.normal : REPEAT.focus) === 0;
}

/** The first day with a slot after the task was given and its unit started; `null` when it did not start. */
function aliveDayOf(task: TaskRow, { rows, calendar }: Facts): string | null {
  const starts = rows.goLives
    .filter(({ unitId }) => unitId === null || unitId === task.leadUnitId)
    .map(({ startedAt }) => startedAt);
  if (starts.length === 0) return null;
  const { day, time } = officeTime(Math.max(task.issuedAt, Math.min(...starts)));
  return nearestWorkingDay(time < LAST_SLOT ? day : shiftDay(day, 1), 1, calendar);
}

/** Head, acting head, deputy, leader in charge, director: the first whom a message reaches. */
function headOf(unitId: number, rows: Evidence['rows'], reachable: ReadonlyMap<number, number>) {
  const members = rows.memberships.filter((member) => member.unitId === unitId);
  const heads = members.filter(({ role }) => role === 'head' || role === 'director');
  const candidates = [
    ...heads.filter(({ isActing }) => !isActing),
    ...heads.filter(({ isActing }) => isActing),
    ...members.filter(({ role }) => role === 'deputyHead'),
    ...rows.leadersInCharge.filter((row) => row.unitId === unitId),
    ...rows.memberships.filter(({ role }) => role === 'director'),
  ];
  return candidates.find(({ personId }) => reachable.has(personId))?.personId ?? null;
}

/** Which of those tellings have no message of that day (from the slot on, by the quiet hours) that names the task. */
export function listUntold(
  owed: readonly OwedTelling[],
  messages: Evidence['messages'],
  lastDay?: string,
): OwedTelling[] {
  const told = messages
    .filter(({ heading }) => !isAnswer(heading))
    .flatMap(({ chatId, businessAt, codes }) => codes.map((code) => ({ chatId, businessAt, code })));
  return owed.filter(
    ({ day, chatId, code }) =>
      !told.some(
        (one) =>
          one.chatId === chatId &&
          one.code === code &&
          one.businessAt >= officeMoment(day, MORNING) &&
          one.businessAt < officeMoment(lastDay ?? day, QUIET_FROM),
      ),
  );
}

/** Whether a message answers what its reader wrote, and is thus nobody's reminder. */
const isAnswer = (heading: string): boolean => heading.startsWith('Đã ghi nhận');

/**
 * Overdue tasks whose owner was not told. What a morning owed that was broken off may be said until the next morning
 * that was not: by then it is said once, grouped.
 */
export function checkSilence(evidence: Evidence): { tellings: number; silent: OwedTelling[] } {
  const mornings = evidence.journal.filter((entry) => entry.kind === 'morning');
  const perMorning = mornings.map(({ day }, index) => {
    const owed = listOwedTellings(evidence, day);
    const until = mornings.slice(index).find(({ finished }) => finished)?.day ?? mornings.at(-1)?.day;
    return { owed, silent: listUntold(owed, evidence.messages, until) };
  });
  return {
    tellings: perMorning.reduce((sum, { owed }) => sum + owed.length, 0),
    silent: perMorning.flatMap(({ silent }) => silent),
  };
}
