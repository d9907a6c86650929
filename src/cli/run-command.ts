import { Command, CommanderError } from 'commander';
import { PlanFileError } from '../load-plan.ts';
import { type CliAnswer, CliError, type CliRequest, type CliSources, type CommandRun } from './command.ts';
import { addDeadlineCommand } from './commands/deadline.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addExportCommand } from './commands/export.ts';
import { addFailedCommand } from './commands/failed.ts';
import { addImportCommand } from './commands/import.ts';
import { addIndicatorsCommand } from './commands/indicators.ts';
import { addInviteCommand } from './commands/invite.ts';
import { addKpiCommand } from './commands/kpi.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addParseCommand } from './commands/parse.ts';
import { addPlanCommand } from './commands/plan.ts';
import { addPolicyCommands } from './commands/policy.ts';
import { addReportCommand } from './commands/report.ts';

const COMMANDS = [
  addMigrateCommand,
  addDoctorCommand,
  addIndicatorsCommand,
  addInviteCommand,
  addImportCommand,
  addKpiCommand,
  addReportCommand,
  addExportCommand,
  addDeadlineCommand,
  addParseCommand,
  addPlanCommand,
  addPolicyCommands,
  addFailedCommand,
];

/** Runs one line of the command language and returns everything that it says. */
export async function runCommand(request: CliRequest, sources: CliSources): Promise<CliAnswer> {
  let out = '';
  let exitCode: 0 | 1 = 0;
  const run: CommandRun = {
    request,
    sources,
    print: (value) => {
      out += `${JSON.stringify(value)}\n`;
    },
    write: (text) => {
      out += `${text}\n`;
    },
    fail: () => {
      exitCode = 1;
    },
  };
  const said: string[] = [];
  const program = new Command('cli').exitOverride().configureOutput({
    writeOut: (text) => {
      out += text;
    },
    writeErr: (text) => said.push(text.trim()),
  });
  for (const add of COMMANDS) add(program, run);
  for (const command of program.commands) {
    if (command.commands.length === 0) command.option('--json', 'print JSON (it always does)');
    command.exitOverride();
    for (const nested of command.commands) nested.exitOverride();
  }
  try {
    await program.parseAsync(request.argv, { from: 'user' });
    return { exitCode, out, error: '' };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return { exitCode: 0, out, error: '' };
    const message = error instanceof CommanderError ? said.join(' ') : (error as Error).message;
    if (error instanceof CommanderError || error instanceof CliError)
      return { exitCode: 1, out, error: message };
    // One line here as well: the command line's answer is one line.
    if (error instanceof PlanFileError)
      return { exitCode: 1, out, error: message.replaceAll(/\s*\n\s*/g, '; ') };
    return { exitCode: 1, out, error: explainFailure(error, message) };
  }
}

const CANNOT_CONNECT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|CONNECT_TIMEOUT/;
const MAY_NOT_ENTER = ['28P01', '28000', '3D000', '42501'];

/** Names the setting and the cure where the trouble is the database's address; else what went wrong, in one line. */
function explainFailure(error: unknown, message: string): string {
  const [line = ''] = message.split('\n');
  if (CANNOT_CONNECT.test(line))
    return `The server at DATABASE_URL does not answer (${line}): see that PostgreSQL runs and the address is right.`;
  if (MAY_NOT_ENTER.includes((error as { code?: string }).code ?? ''))
    return `The server at DATABASE_URL refuses (${line}): check its user, password, database and rights.`;
  return `It failed: ${line}`;
}
