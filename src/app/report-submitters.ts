import type { UnitRow } from '../db/queries/directory.ts';
import { isWorkingUnit } from '../domain/organisation/organisation.ts';
import type { Report } from '../domain/plan/plan-shape.ts';
import { isSubmittedBy } from '../domain/report/owed-reports.ts';

/** Of some units those that submit a report to the office, in their order. */
export const submittersAmong = (units: readonly UnitRow[], report: Report): UnitRow[] =>
  units.filter((unit) => isWorkingUnit(unit.kind) && isSubmittedBy(report, unit.code));
