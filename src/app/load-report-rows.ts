import { listUnits, type UnitRow } from '../db/queries/directory.ts';
import { type FigureFilter, listFigureTasks } from '../db/queries/figures.ts';
import { listReportTasks, type ReportTaskRow } from '../db/queries/report-tasks.ts';
import { type Day, dayOf } from '../domain/days.ts';
import { classifyTask, type FigureClass, type FigureScope, type FigureTask } from '../domain/kpi/figures.ts';
import { loadReasons, type ReportLookup } from './report-rows.ts';
import type { UseCase } from './use-case.ts';

/** A stretch of days, or none: everything that was given until the moment. */
export type Stretch = { from: Day; to: Day } | null;

/** The rows of a document as recorded by a moment: counted, and described. */
export interface ReportRows {
  scope: FigureScope;
  /** What the figures count from. */
  counted: FigureTask[];
  /** What is printed of each of them. */
  rows: ReportTaskRow[];
  /** Those that count in the period, under the class by which they do, in due order. */
  classified: { row: ReportTaskRow; figureClass: FigureClass }[];
  lookup: ReportLookup;
  units: UnitRow[];
}

/** Reads what a document prints, by the same query and the same rules as `/kpi` (R22, R144). */
export async function loadReportRows(
  useCase: UseCase,
  asked: {
    asOf: Date;
    filter: FigureFilter;
    stretch: Stretch;
    lateReasons?: Readonly<Record<string, string>>;
  },
): Promise<ReportRows> {
  const { tx } = useCase;
  const { asOf, filter, stretch } = asked;
  const asOfOn = dayOf(asOf);
  const scope = figureScopeOf(useCase, stretch, asOfOn);
  const counted = await listFigureTasks(tx, asOf, filter);
  const rows = await listReportTasks(tx, asOf, filter);
  const units = await listUnits(tx, asOfOn);
  const lookup: ReportLookup = {
    useCase,
    seenOn: stretch !== null && stretch.to < asOfOn ? stretch.to : asOfOn,
    unitNames: new Map(units.map((unit) => [unit.id, unit.shortName])),
    reasons: await loadReasons(useCase, asOf, filter),
    writtenReasons: asked.lateReasons ?? {},
  };
  return { scope, counted, rows, classified: classifyRows(rows, counted, scope), lookup, units };
}

/** The figures' view of a stretch of days. */
export const figureScopeOf = (
  { calendar, plan }: Pick<UseCase, 'calendar' | 'plan'>,
  stretch: Stretch,
  asOfOn: Day,
): FigureScope => ({
  asOfOn,
  calendar,
  dueOnDayOff: plan.figures.dueOnDayOff,
  ...(stretch === null ? {} : { from: stretch.from, to: stretch.to }),
});

function classifyRows(
  rows: readonly ReportTaskRow[],
  counted: readonly FigureTask[],
  scope: FigureScope,
): ReportRows['classified'] {
  const byId = new Map(counted.map((task) => [task.id, task]));
  return rows.flatMap((row) => {
    const task = byId.get(row.taskId);
    const figureClass = task === undefined ? null : classifyTask(task, scope);
    return figureClass === null ? [] : [{ row, figureClass }];
  });
}
