import type { ReportTaskRow } from '../db/queries/report-tasks.ts';
import type { FigureScope as Scope } from '../domain/access/access.ts';
import { dayOf } from '../domain/days.ts';
import { computeFigures } from '../domain/kpi/figures.ts';
import type { TaskWorkbook, WorkbookKind, WorkbookTask } from '../domain/report/task-workbook.ts';
import { loadDirectory } from './load-directory.ts';
import { loadReportRows, type ReportRows, type Stretch } from './load-report-rows.ts';
import { nameScope } from './read-kpi.ts';
import { toReportTask } from './report-rows.ts';
import type { UseCase } from './use-case.ts';

export interface WorkbookQuestion {
  kinds: readonly WorkbookKind[];
  scope: Scope;
  /** Now when it is not given. */
  asOf?: Date;
  period?: Stretch;
}

/** The tasks of a scope with the figures that count them, as recorded by a moment: what workbooks print. */
export async function readTaskWorkbook(useCase: UseCase, question: WorkbookQuestion): Promise<TaskWorkbook> {
  const { scope, asOf = useCase.now, period = null } = question;
  const filter =
    scope.kind === 'unit'
      ? { unitId: scope.unitId }
      : scope.kind === 'person'
        ? { personId: scope.personId }
        : {};
  const loaded = await loadReportRows(useCase, { asOf, filter, stretch: period });
  return {
    version: 1,
    kinds: [...question.kinds],
    organisation: useCase.plan.organisation.name,
    scopeName: await nameScope(useCase, scope),
    asOf: asOf.toISOString(),
    asOfOn: dayOf(asOf),
    period,
    target: useCase.plan.figures.onTimeTarget,
    figures: computeFigures(loaded.counted, loaded.scope),
    tasks: await describeTasks(useCase, loaded),
  };
}

async function describeTasks(useCase: UseCase, loaded: ReportRows): Promise<WorkbookTask[]> {
  const directory = await loadDirectory(useCase.tx, loaded.scope.asOfOn);
  return loaded.classified.map(({ row, figureClass }) => {
    const { head, leaderInCharge } = directory.appointedTo({ ...row, leadUnitId: row.unitId });
    return {
      ...toReportTask(row, figureClass, loaded.lookup),
      kind: row.kind,
      content: row.content,
      deadlineWording: row.deadlineWording,
      startOn: row.startOn,
      head: directory.nameOf(head),
      leaderInCharge: directory.nameOf(leaderInCharge),
      authority: row.authority,
      measure: describeMeasure(row),
      legalBasis: row.legalBasis,
    };
  });
}

const describeMeasure = ({ measureTarget, measureUnit }: ReportTaskRow): string | null =>
  measureTarget === null ? null : `${measureTarget} ${measureUnit ?? ''}`.trim();
