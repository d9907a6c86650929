import type { Command } from 'commander';
import { readKpi } from '../../app/read-kpi.ts';
import { startUseCase } from '../../app/use-case.ts';
import { findUnitByCode } from '../../db/queries/directory.ts';
import type { Figures } from '../../domain/kpi/figures.ts';
import { type CliContext, CliError, type CommandRun } from '../command.ts';
import { readMoment } from '../read-moment.ts';

interface KpiOptions {
  asOf?: string;
  unit?: string;
  from?: string;
  to?: string;
}

export function addKpiCommand(program: Command, run: CommandRun): void {
  program
    .command('kpi')
    .description('the figures of the department or of a unit')
    .option('--as-of <moment>', 'as recorded by this moment (ISO) or by the end of this day')
    .option('--unit <code>', 'one unit')
    .option('--from <day>', 'first day of the period')
    .option('--to <day>', 'last day of the period')
    .action(async (options: KpiOptions) =>
      run.print(await answerKpi(await run.sources.openContext(), options)),
    );
}

async function answerKpi({ db, plan, clock }: CliContext, options: KpiOptions) {
  const unit = options.unit === undefined ? undefined : await findUnitByCode(db, options.unit);
  if (options.unit !== undefined && unit === undefined)
    throw new CliError(`No unit has the code ${options.unit}`);
  const period = readPeriod(options);
  const kpi = await readKpi(startUseCase(db, plan, clock.now(), 'cli'), {
    scope: unit === undefined ? { kind: 'all' } : { kind: 'unit', unitId: unit.id },
    ...(options.asOf === undefined ? {} : { asOf: readMoment(options.asOf, '--as-of') }),
    ...(period === null ? {} : { period }),
  });
  return {
    scope: unit?.code ?? 'all',
    asOf: kpi.asOf,
    ...describe(kpi.figures),
    units: kpi.units.map((row) => ({ unit: row.code, name: row.name, ...describe(row.figures) })),
  };
}

const describe = (figures: Figures) => ({
  tasks: figures.tasks,
  due: figures.due,
  doneEarly: figures.doneEarly,
  doneOnDay: figures.doneOnDay,
  doneLate: figures.doneLate,
  overdueOpen: figures.overdueOpen,
  awaitingConfirmation: figures.awaitingConfirmation,
  openInTime: figures.openInTime,
  noDeadline: figures.noDeadline,
  onTimeRate: figures.onTimeRate,
  vpcpRate: figures.vpcpRate,
  onTimeRateOriginal: figures.onTimeRateOriginal,
  onTimeRateAdjusted: figures.onTimeRateAdjusted,
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readPeriod({ from, to }: KpiOptions): { from: string; to: string } | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined || !DAY.test(from) || !DAY.test(to) || from > to) {
    throw new CliError('A period needs --from and --to, days such as 2026-07-01, in order');
  }
  return { from, to };
}
