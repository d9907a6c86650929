import type { Command } from 'commander';
import { listFailedUpdates, retryFailedUpdate } from '../../db/queries/updates.ts';
import { CliError, type CommandRun } from '../command.ts';

const MOST = 1000;

export function addFailedCommand(program: Command, run: CommandRun): void {
  program
    .command('failed')
    .description('updates that were set aside')
    .option('--retry <id>', 'run this one again')
    .action(async (options: { retry?: string }) => {
      const { db } = await run.sources.openContext();
      if (options.retry !== undefined && !(await retryFailedUpdate(db, Number(options.retry)))) {
        throw new CliError(`No update ${options.retry} was set aside`);
      }
      run.print(await listFailedUpdates(db, MOST));
    });
}
