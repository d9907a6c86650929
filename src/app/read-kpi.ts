import { findPerson, listUnits } from '../db/queries/directory.ts';
import { listFigureTasks } from '../db/queries/figures.ts';
import { listOverdueTasks } from '../db/queries/tasks.ts';
import type { FigureScope as Scope } from '../domain/access/access.ts';
import { type Day, dayOf } from '../domain/days.ts';
import { latestOverdueDay } from '../domain/escalation/owed-notices.ts';
import { computeFigures, computeFiguresByUnit, type Figures } from '../domain/kpi/figures.ts';
import type { KpiModel, UnitFigures } from '../domain/message/messages.ts';
import { isWorkingUnit } from '../domain/organisation/organisation.ts';
import { toTaskLine } from './list-tasks.ts';
import type { UseCase } from './use-case.ts';

const SHOWN_WORST = 5;

/** The figures alone; who reads them and how is the caller's to add. */
export type KpiFigures = Omit<KpiModel, 'mayReadAll' | 'isRedraw'>;

export interface KpiQuestion {
  scope: Scope;
  /** The moment as of which the rows are read; now when it is not given. */
  asOf?: Date;
  period?: { from: Day; to: Day };
}

/** The figures of a scope and period, as recorded by a moment, with those of each unit (R22, R144). */
export async function readKpi(useCase: UseCase, question: KpiQuestion): Promise<KpiFigures> {
  const { tx, plan, calendar } = useCase;
  const asOf = question.asOf ?? useCase.now;
  const asOfOn = dayOf(asOf);
  const scope = question.scope;
  const figureScope = {
    asOfOn,
    calendar,
    dueOnDayOff: plan.figures.dueOnDayOff,
    ...(question.period === undefined ? {} : { from: question.period.from, to: question.period.to }),
  };
  const filter =
    scope.kind === 'unit'
      ? { unitId: scope.unitId }
      : scope.kind === 'person'
        ? { personId: scope.personId }
        : {};
  const rows = await listFigureTasks(tx, asOf, filter);
  const worst = await listOverdueTasks(
    tx,
    {
      dueBy: latestOverdueDay(calendar, asOfOn, plan.figures.dueOnDayOff),
      ...(scope.kind === 'unit' ? { leadUnitId: scope.unitId } : {}),
      ...(scope.kind === 'person' ? { assigneeIds: [scope.personId] } : {}),
    },
    SHOWN_WORST,
  );
  const byUnit = scope.kind === 'all' ? computeFiguresByUnit(rows, figureScope) : new Map<number, Figures>();
  return {
    scopeName: await nameScope(useCase, scope),
    scope,
    asOf: asOf.toISOString(),
    period: question.period ?? null,
    target: plan.figures.onTimeTarget,
    figures: computeFigures(rows, figureScope),
    units: scope.kind === 'all' ? await listUnitFigures(useCase, byUnit) : [],
    worst: worst.rows.map((row) => toTaskLine(row, useCase)),
  };
}

export async function nameScope(useCase: UseCase, scope: Scope): Promise<string> {
  if (scope.kind === 'person') return (await findPerson(useCase.tx, scope.personId))?.fullName ?? '';
  if (scope.kind === 'all') return useCase.plan.organisation.name;
  const units = await listUnits(useCase.tx, useCase.today);
  return units.find((unit) => unit.id === scope.unitId)?.name ?? '';
}

/** Every working unit, and any other that leads a task, in protocol order. */
export async function listUnitFigures(
  useCase: UseCase,
  byUnit: Map<number, Figures>,
): Promise<UnitFigures[]> {
  const units = await listUnits(useCase.tx, useCase.today);
  const nothing = computeFigures([], {
    asOfOn: useCase.today,
    calendar: useCase.calendar,
    dueOnDayOff: useCase.plan.figures.dueOnDayOff,
  });
  return units
    .filter((unit) => byUnit.has(unit.id) || isWorkingUnit(unit.kind))
    .map((unit) => ({
      unitId: unit.id,
      code: unit.code,
      name: unit.shortName,
      figures: byUnit.get(unit.id) ?? nothing,
    }));
}
