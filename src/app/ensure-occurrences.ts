import {
  addTasks,
  listOccurrenceKeys,
  listOpenSeries,
  type NewTask,
  type TaskRow,
} from '../db/queries/tasks.ts';
import { isWorkingDay } from '../domain/calendar/working-calendar.ts';
import { addDays, type Day, dayOf } from '../domain/days.ts';
import { listOccurrences } from '../domain/deadline/occurrences.ts';
import type { UseCase } from './use-case.ts';

const DAYS_AHEAD = 45;

/** The dated occurrences of every open series exist at least 45 days ahead (R140); asking twice adds nothing. */
export async function ensureOccurrences(useCase: UseCase): Promise<number> {
  let added = 0;
  for (const series of await listOpenSeries(useCase.tx)) {
    added += await addOccurrencesOf(useCase, series);
  }
  return added;
}

/** Adds the occurrences of one series that are due from the day it was issued on and are not there yet. */
export async function addOccurrencesOf(useCase: UseCase, series: TaskRow): Promise<number> {
  if (series.cadence === null) return 0;
  const known = new Set(await listOccurrenceKeys(useCase.tx, series.id));
  const from = dayOf(series.issuedAt);
  const wanted = listOccurrences(series.cadence, from, addDays(useCase.today, DAYS_AHEAD)).filter(
    (occurrence) =>
      occurrence.dueOn >= from && !known.has(occurrence.key) && isWorkedOn(useCase, series, occurrence.dueOn),
  );
  const rows = wanted.map((occurrence) => toOccurrence(series, occurrence, useCase.now));
  await addTasks(useCase.tx, rows, useCase.now);
  return rows.length;
}

/** "Hằng ngày" means each working day. */
const isWorkedOn = (useCase: UseCase, series: TaskRow, dueOn: Day): boolean =>
  series.cadence?.every !== 'day' || isWorkingDay(useCase.calendar, dueOn);

/** `NV18.2607` is the occurrence of July 2026. */
const occurrenceCode = (series: TaskRow, key: string): string =>
  `${series.code}.${key.replace(/^20(?=\d\d-)/, '').replaceAll('-', '')}`;

function toOccurrence(
  series: TaskRow,
  occurrence: { key: string; startOn: Day; dueOn: Day },
  at: Date,
): NewTask {
  const { id, ...facts } = series;
  return {
    ...facts,
    code: occurrenceCode(series, occurrence.key),
    structure: 'occurrence',
    parentId: id,
    state: 'issued',
    cadence: null,
    occurrenceKey: occurrence.key,
    importKey: null,
    startOn: occurrence.startOn,
    dueOn: occurrence.dueOn,
    originalDueOn: occurrence.dueOn,
    productOn: null,
    productText: null,
    issuedAt: at,
  };
}
