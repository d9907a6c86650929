import { findUnit, listUnits } from '../db/queries/directory.ts';
import { listGoLives } from '../db/queries/groups.ts';
import { listReportStandings } from '../db/queries/reports.ts';
import { type Actor, mayReadReport, mayWriteReport } from '../domain/access/access.ts';
import { type Day, dayOf } from '../domain/days.ts';
import type { CollectedReport, OwedReport, ReportPayloads } from '../domain/message/report-payloads.ts';
import {
  isCollected,
  isSubmittedBy,
  listReportsAround,
  type ReportOnPeriod,
} from '../domain/report/owed-reports.ts';
import { isInHand } from '../domain/report/report-state.ts';
import { submittersAmong } from './report-submitters.ts';
import type { UseCase } from './use-case.ts';

/** The reports that concern a person: those that their unit owes, and for the office and leaders how they come in. */
export async function listReportsFor(useCase: UseCase, actor: Actor): Promise<ReportPayloads['reportList']> {
  const around = listReportsAround(useCase.plan, useCase.today, await findStart(useCase));
  const led = actor.roles.find(({ unitId }) => mayWriteReport(actor, unitId));
  const unit = led === undefined ? undefined : await findUnit(useCase.tx, led.unitId);
  const own = unit === undefined ? [] : around.filter(({ report }) => isSubmittedBy(report, unit.code));
  return {
    on: useCase.today,
    unitName: unit?.name ?? null,
    owed: unit === undefined ? [] : await listOwed(useCase, own, unit.id),
    collected: mayReadReport(actor, null)
      ? await listCollected(
          useCase,
          around.filter(({ report }) => isCollected(report)),
        )
      : [],
  };
}

/** The day on which the bot was started, for whichever unit first; before that press nothing is late. */
async function findStart({ tx, today }: UseCase): Promise<Day> {
  const days = (await listGoLives(tx)).map(({ startedAt }) => dayOf(startedAt));
  return days.sort()[0] ?? today;
}

async function listOwed(
  useCase: UseCase,
  around: readonly ReportOnPeriod[],
  unitId: number,
): Promise<OwedReport[]> {
  const rows = await listReportStandings(useCase.tx, { ...codesOf(around), unitId });
  return around.map(({ report, period, dueOn }) => {
    const row = rows.find((one) => one.reportCode === report.code && one.periodCode === period.code);
    const isOwed = row === undefined || isInHand(row.state);
    const standing = row?.state ?? 'missing';
    const isLate = isOwed && useCase.today > dueOn;
    return { reportCode: report.code, name: report.name, period, dueOn, standing, isLate };
  });
}

/** How reports come in to the office. */
async function listCollected(
  useCase: UseCase,
  around: readonly ReportOnPeriod[],
): Promise<CollectedReport[]> {
  const rows = await listReportStandings(useCase.tx, codesOf(around));
  const units = await listUnits(useCase.tx, useCase.today);
  return around.map(({ report, period, dueOn }) => {
    const of = rows.filter((row) => row.reportCode === report.code && row.periodCode === period.code);
    return {
      reportCode: report.code,
      name: report.name,
      period,
      dueOn,
      units: submittersAmong(units, report).length,
      submitted: of.filter((row) => row.unitId !== null && !isInHand(row.state)).length,
      isConsolidated: of.some((row) => row.unitId === null && row.state === 'submitted'),
    };
  });
}

const codesOf = (around: readonly ReportOnPeriod[]) => ({
  reportCodes: around.map(({ report }) => report.code),
  periodCodes: around.map(({ period }) => period.code),
});
