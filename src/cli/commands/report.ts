import type { Command } from 'commander';
import { readReport } from '../../app/read-report.ts';
import { Refusal, startUseCase, type UseCase } from '../../app/use-case.ts';
import { findUnitByCode } from '../../db/queries/directory.ts';
import { findReport } from '../../db/queries/reports.ts';
import { makeReportDocx } from '../../documents/docx/report-docx.ts';
import { instantAt } from '../../domain/days.ts';
import type { Plan, Report } from '../../domain/plan/plan-shape.ts';
import type { ReportModel } from '../../domain/report/report-model.ts';
import { type ReportPeriod, readPeriod } from '../../domain/report/report-period.ts';
import { foldText } from '../../domain/text.ts';
import { type CliContext, CliError, type CommandRun } from '../command.ts';
import { readMoment } from '../read-moment.ts';
import { writeOutput } from '../write-output.ts';

interface ReportOptions {
  period: string;
  out: string;
  unit?: string;
  asOf?: string;
}

const PERIODS = '2026-W28, 2026-07, 2026-Q3, 2026, GD2, 2026-12-31 or 2026-07-01..2026-07-31';

export function addReportCommand(program: Command, run: CommandRun): void {
  program
    .command('report <kind>')
    .description('a report of the plan as a docx file: by its kind (month), code (BC-02) or name')
    .requiredOption('--period <period>', PERIODS)
    .requiredOption('--out <file>', 'the docx file to write')
    .option('--unit <code>', "a unit's own report; without it the department's")
    .option('--as-of <moment>', 'as recorded by this moment; the end of the period when it is over, else now')
    .action(async (kind: string, options: ReportOptions) => {
      const model = await makeModel(await run.sources.openContext(), kind, options);
      await writeOutput(run, options.out, await makeReportDocx(model));
    });
}

async function makeModel({ db, plan, clock }: CliContext, kind: string, options: ReportOptions) {
  const useCase = startUseCase(db, plan, clock.now(), 'cli');
  const report = findRegime(plan, kind);
  const period = readPeriod(plan, report, options.period);
  if (period === null) throw new CliError(`--period is no period: ${options.period}. Give ${PERIODS}`);
  const unit = options.unit === undefined ? null : await findUnitByCode(db, options.unit);
  if (unit === undefined) throw new CliError(`No unit has the code ${options.unit}`);
  const unitId = unit?.id ?? null;
  const asOf = options.asOf === undefined ? null : readMoment(options.asOf, '--as-of');
  return (
    (await findSubmitted(useCase, { report, unitId, period, asOf })) ??
    draw(useCase, { report, unitId, period, asOf })
  );
}

interface Asked {
  report: Report;
  unitId: number | null;
  period: ReportPeriod;
  asOf: Date | null;
}

/** A report that was submitted prints from what was submitted, unless another moment was asked for. */
async function findSubmitted(
  { tx }: UseCase,
  { report, unitId, period, asOf }: Asked,
): Promise<ReportModel | null> {
  if (asOf !== null) return null;
  const row = await findReport(tx, { reportCode: report.code, unitId, periodCode: period.code });
  return row?.state === 'submitted' || row?.state === 'consolidated' ? row.model : null;
}

async function draw(useCase: UseCase, { report, unitId, period, asOf }: Asked): Promise<ReportModel> {
  const end = instantAt(period.to, '23:59:59.999');
  const row = await findReport(useCase.tx, { reportCode: report.code, unitId, periodCode: period.code });
  const moment = asOf ?? (end < useCase.now ? end : useCase.now);
  try {
    const written = row === undefined ? {} : { written: row };
    return await readReport(useCase, { report, unitId, period, asOf: moment, ...written });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CliError(`The plan gives no outline of ${report.code}: see plan diff and plan apply`);
  }
}

/** A report of the plan by kind, code or name, with or without marks. */
function findRegime(plan: Plan, typed: string): Report {
  const key = foldText(typed);
  const words = (text: string) => foldText(text).replaceAll(/[^a-z0-9]+/g, '-');
  const found = plan.reportRegime.find(
    ({ code, kind, name }) =>
      foldText(code) === key || foldText(kind) === key || words(name).includes(words(typed)),
  );
  if (found !== undefined) return found;
  const kinds = plan.reportRegime.map(({ kind }) => kind).join(', ');
  throw new CliError(`The plan has no report ${typed}; it has ${kinds}`);
}
