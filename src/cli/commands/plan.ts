import type { Command } from 'commander';
import { applyPlan, readStandingPlan } from '../../app/apply-plan.ts';
import { startUseCase } from '../../app/use-case.ts';
import { diffPlans } from '../../domain/plan/diff-plans.ts';
import type { CommandRun } from '../command.ts';

export function addPlanCommand(program: Command, run: CommandRun): void {
  const plan = program
    .command('plan')
    .description('the plan file against the plan that stands in the database');
  plan
    .command('diff')
    .description('what the file says differently')
    .option('--json', 'print JSON (it always does)')
    .action(async () => {
      const { db } = await run.sources.openContext();
      run.print(diffPlans(await readStandingPlan(db), await run.sources.loadPlan()));
    });
  plan
    .command('apply')
    .description('make the file the plan that stands; a running bot reads it at its next start')
    .option('--json', 'print JSON (it always does)')
    .action(async () => {
      const { db, plan: standing, clock } = await run.sources.openContext();
      const file = await run.sources.loadPlan();
      const applied = await db.transaction((tx) =>
        applyPlan(startUseCase(tx, standing, clock.now(), 'cli'), file),
      );
      run.print(applied);
    });
}
