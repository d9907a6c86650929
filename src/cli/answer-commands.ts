import type { AnswerRequest } from '../db/embedded-folder.ts';
import { loadPlan } from '../load-plan.ts';
import type { CliContext, CliRequest } from './command.ts';
import { runCommand } from './run-command.ts';

/** Runs the commands that other processes send to the one that holds the embedded database. */
export const answerCommands =
  (context: CliContext): AnswerRequest =>
  (request) =>
    runCommand(request as CliRequest, {
      openContext: async () => context,
      loadPlan: () => loadPlan(context.config.planFile),
    });
