import { findUnit } from '../db/queries/directory.ts';
import { listOverdueTasks } from '../db/queries/tasks.ts';
import type { FigureScope } from '../domain/access/access.ts';
import { latestOverdueDay } from '../domain/escalation/owed-notices.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import { toTaskLine } from './list-tasks.ts';
import { readKpi } from './read-kpi.ts';
import type { UseCase } from './use-case.ts';

const SHOWN_TASKS = 15;

/** What is overdue in a scope today, the longest overdue first, with the true total. */
export async function readOverdueTasks(
  useCase: UseCase,
  scope: FigureScope,
): Promise<MessagePayloads['overdueTasks']> {
  const { tx, today, calendar, plan } = useCase;
  const { rows, total } = await listOverdueTasks(
    tx,
    {
      dueBy: latestOverdueDay(calendar, today, plan.figures.dueOnDayOff),
      ...(scope.kind === 'unit' ? { leadUnitId: scope.unitId } : {}),
      ...(scope.kind === 'person' ? { assigneeIds: [scope.personId] } : {}),
    },
    SHOWN_TASKS,
  );
  return {
    scopeName: scope.kind === 'unit' ? ((await findUnit(tx, scope.unitId))?.name ?? '') : '',
    on: today,
    total,
    lines: rows.map((row) => toTaskLine(row, useCase)),
    showsOwner: scope.kind !== 'person',
  };
}

/** The units that have something overdue, the one with most first; the same numbers as `/kpi`. */
export async function readOverdueUnits(useCase: UseCase): Promise<MessagePayloads['overdueUnits']> {
  const { figures, units } = await readKpi(useCase, { scope: { kind: 'all' } });
  const late = units
    .filter((unit) => unit.figures.overdueOpen > 0)
    .sort((a, b) => b.figures.overdueOpen - a.figures.overdueOpen || a.name.localeCompare(b.name, 'vi'));
  return {
    on: useCase.today,
    total: figures.overdueOpen,
    units: late.map((unit) => ({
      unitId: unit.unitId,
      name: unit.name,
      overdue: unit.figures.overdueOpen,
      onTimeRate: unit.figures.onTimeRate,
    })),
  };
}
