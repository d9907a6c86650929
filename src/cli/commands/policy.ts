import type { Command } from 'commander';
import { explainPolicy, type PlannedNotice } from '../../app/explain-policy.ts';
import { findSilentTasks } from '../../app/find-silent-tasks.ts';
import { Refusal, startUseCase, type UseCase } from '../../app/use-case.ts';
import { CliError, type CommandRun } from '../command.ts';
import { readMoment } from '../read-moment.ts';

interface AsOf {
  asOf?: string;
  json?: boolean;
}

export function addPolicyCommands(program: Command, run: CommandRun): void {
  withMoment(program.command('policy').description('what the reminder rules do').command('explain <task>'))
    .description('everything that will be said about a task and to whom, if nothing changes')
    .action(async (code: string, options: AsOf) => {
      const useCase = await useCaseAt(run, options);
      say(run, options, await explain(useCase, code), `Nothing more will be said about ${code}.`);
    });
  withMoment(program.command('audit').description('whether everything owed was said').command('silent'))
    .description('overdue tasks of which a step was owed and said to nobody; none when all is well')
    .action(async (options: AsOf) => {
      const silent = await findSilentTasks(await useCaseAt(run, options));
      say(run, options, silent, 'No overdue task is silent.');
      if (silent.length > 0) run.fail();
    });
}

const withMoment = (command: Command): Command =>
  command
    .option('--as-of <moment>', 'as it stood at this moment (ISO) or at the end of this day')
    .option('--json', 'print JSON; else a line each');

async function useCaseAt(run: CommandRun, { asOf }: AsOf): Promise<UseCase> {
  const { db, plan, clock } = await run.sources.openContext();
  return startUseCase(db, plan, asOf === undefined ? clock.now() : readMoment(asOf, '--as-of'), 'cli');
}

async function explain(useCase: UseCase, typed: string): Promise<PlannedNotice[]> {
  const code = typed.toUpperCase();
  try {
    return await explainPolicy(useCase, code);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CliError(
      error.reason === 'taskNotFound'
        ? `No task has the code ${code}`
        : `Nothing is sent about ${code}: it is closed, has parts of its own, or its unit has not begun`,
    );
  }
}

function say(run: CommandRun, { json }: AsOf, planned: PlannedNotice[], otherwise: string): void {
  if (json === true) run.print(planned);
  else run.write(planned.length === 0 ? otherwise : planned.map(inWords).join('\n'));
}

const inWords = ({ at, to, role, kind, step, tasks }: PlannedNotice): string =>
  `${at}  ${kind}${step === undefined ? '' : `, step ${step}`}: ${tasks.join(', ')} to ${to === '' ? 'nobody' : to} (${role})`;
