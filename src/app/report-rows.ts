import { listLateReasons } from '../db/queries/report-facts.ts';
import type { ReportTaskRow } from '../db/queries/report-tasks.ts';
import { countWorkingDays } from '../domain/calendar/working-calendar.ts';
import type { Day } from '../domain/days.ts';
import { workingDaysLate } from '../domain/escalation/owed-notices.ts';
import type { FigureClass } from '../domain/kpi/figures.ts';
import type { LateReason, ReportTask } from '../domain/report/report-model.ts';
import type { UseCase } from './use-case.ts';

/** What turns rows into the tasks of a report: names, reasons, and the day that lateness is counted to. */
export interface ReportLookup {
  useCase: Pick<UseCase, 'calendar' | 'plan'>;
  /** The last day that the report speaks of. */
  seenOn: Day;
  unitNames: ReadonlyMap<number, string>;
  /** By task and due day. */
  reasons: ReadonlyMap<string, LateReason>;
  /** What the report itself says of a task, by its id. */
  writtenReasons: Readonly<Record<string, string>>;
}

/** A row as the report shows it, under the class by which the figures count it. */
export function toReportTask(row: ReportTaskRow, figureClass: FigureClass, lookup: ReportLookup): ReportTask {
  const nameOf = (unitId: number) => lookup.unitNames.get(unitId) ?? '';
  const own = row.coordinatingUnitIds;
  return {
    taskId: row.taskId,
    code: row.code,
    title: row.title,
    unit: nameOf(row.unitId),
    assignee: row.assignee,
    // A part of a task of many is supported by whoever supports the whole.
    coordinating: [
      ...(own.length > 0 ? own : (row.parentCoordinatingUnitIds ?? [])).map(nameOf),
      ...(row.outsideBodies === null ? [] : [row.outsideBodies]),
    ],
    priority: row.priority,
    state: row.state,
    figureClass,
    dueOn: row.dueOn,
    originalDueOn: row.originalDueOn,
    product: row.product,
    productText: row.productText,
    productOn: row.productOn,
    percent: row.percent,
    daysLate: countDaysLate(row, figureClass, lookup),
    reason: reasonOf(row, lookup),
    reminders: row.reminders,
  };
}

function countDaysLate(row: ReportTaskRow, figureClass: FigureClass, lookup: ReportLookup): number | null {
  const { dueOn, productOn } = row;
  if (dueOn === null) return null;
  const { calendar, plan } = lookup.useCase;
  const isDone = figureClass === 'doneEarly' || figureClass === 'doneOnDay' || figureClass === 'doneLate';
  const until = isDone && productOn !== null ? productOn : lookup.seenOn;
  const late = workingDaysLate(calendar, dueOn, until, plan.figures.dueOnDayOff);
  // Due at the very end of a period that is looked at some days later: late by the first of these days.
  if (figureClass === 'overdueOpen') return Math.max(1, late);
  return late > 0 || isDone ? late : -countWorkingDays(calendar, until, dueOn);
}

function reasonOf(row: ReportTaskRow, lookup: ReportLookup): LateReason | null {
  const explained = lookup.reasons.get(reasonKey(row.taskId, row.dueOn));
  if (explained !== undefined) return explained;
  const text = lookup.writtenReasons[row.taskId];
  if (text === undefined) return null;
  return { cause: null, isConfirmed: false, text, remedy: null, newDueOn: null };
}

const reasonKey = (taskId: number, dueOn: Day | null): string => `${taskId} ${dueOn ?? ''}`;

/** Why tasks were late, as heads had explained it by a moment and leaders had confirmed it by then. */
export async function loadReasons(
  { tx }: UseCase,
  asOf: Date,
  filter: { unitId?: number },
): Promise<Map<string, LateReason>> {
  const rows = await listLateReasons(tx, asOf, filter);
  return new Map(
    rows.map(({ explanation, answer }) => {
      const isDecided = answer.decidedAt !== null && answer.decidedAt <= asOf;
      const confirmed = isDecided ? answer.confirmedCause : null;
      const { text, remedy, newDueOn } = answer;
      const reason: LateReason = {
        cause: confirmed ?? answer.cause,
        isConfirmed: confirmed !== null,
        text,
        remedy,
        newDueOn,
      };
      return [reasonKey(explanation.taskId, explanation.dueOn), reason];
    }),
  );
}
