import type { Command } from 'commander';
import { readIndicators } from '../../app/read-indicators.ts';
import { startUseCase } from '../../app/use-case.ts';
import type { CommandRun } from '../command.ts';
import { readMoment } from '../read-moment.ts';

export function addIndicatorsCommand(program: Command, run: CommandRun): void {
  program
    .command('indicators')
    .description('the indicators of the plan: value, target, light, and why one has no value')
    .option('--as-of <moment>', 'as recorded by this moment (ISO) or by the end of this day')
    .action(async (options: { asOf?: string }) => {
      const { db, plan, clock } = await run.sources.openContext();
      const asOf = options.asOf === undefined ? clock.now() : readMoment(options.asOf, '--as-of');
      const readings = await readIndicators(startUseCase(db, plan, clock.now(), 'cli'), asOf);
      run.print({
        asOf: asOf.toISOString(),
        indicators: readings.map(({ indicator, value, part, whole, why, light, figure, baseline }) => ({
          code: indicator.code,
          name: indicator.name,
          value,
          part,
          whole,
          why,
          target: indicator.target,
          light,
          period: figure === null ? null : { from: figure.fromOn, to: figure.toOn },
          baseline: baseline?.value ?? null,
        })),
      });
    });
}
