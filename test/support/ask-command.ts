import { tmpdir } from 'node:os';
import type { CliContext } from '../../src/cli/command.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { BotWorld } from './bot-world.ts';

/** Types a line of the command language in a world, and reads its one JSON answer. */
export async function askCommand<Answer>(world: BotWorld, argv: string[]): Promise<Answer> {
  const context: CliContext = {
    db: world.db,
    plan: world.plan,
    clock: world.clock,
    config: {} as CliContext['config'],
    askBotName: async () => null,
  };
  const sources = { openContext: async () => context, loadPlan: async () => world.plan };
  const { exitCode, out, error } = await runCommand({ argv, cwd: tmpdir(), input: '' }, sources);
  if (exitCode !== 0) throw new Error(error);
  return JSON.parse(out) as Answer;
}
