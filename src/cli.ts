import { text } from 'node:stream/consumers';
import { install } from './app/install.ts';
import { fetchBotName } from './bot/fetch-bot-name.ts';
import type { CliAnswer, CliContext, CliRequest } from './cli/command.ts';
import { needsDatabase } from './cli/needs-database.ts';
import { runCommand } from './cli/run-command.ts';
import { formatProblems, readConfig } from './config.ts';
import { askHolder } from './db/embedded-folder.ts';
import { type OpenDatabase, openDatabase } from './db/open-database.ts';
import { loadPlan } from './load-plan.ts';
import { databaseFolder } from './places.ts';

const reading = readConfig(process.env);
if (!reading.ok) {
  console.error(formatProblems(reading.problems));
  process.exit(1);
}
const { config } = reading;
let connection: OpenDatabase | null = null;

/** Opens the database as this process's own: nobody holds it. */
async function open(): Promise<CliContext> {
  const filePlan = await loadPlan(config.planFile);
  const clock = { now: () => new Date() };
  connection = await openDatabase({ databaseUrl: config.databaseUrl, folder: databaseFolder(config) });
  const { plan } = await install(connection.db, { mode: config.mode, plan: filePlan, now: clock.now() });
  return { db: connection.db, plan, clock, config, askBotName };
}

function askBotName(): Promise<string | null> {
  return config.botToken === null
    ? Promise.resolve(null)
    : fetchBotName({ token: config.botToken, apiRoot: config.telegramApiRoot });
}

/** Through the bot that holds the embedded database where there is one, else alone. */
async function answer(request: CliRequest): Promise<CliAnswer> {
  if (config.databaseUrl === null && needsDatabase(request.argv)) {
    const held = await askHolder(databaseFolder(config), request);
    if (held !== null) return held.answer as CliAnswer;
  }
  return runCommand(request, { openContext: open, loadPlan: () => loadPlan(config.planFile) });
}

const input = process.stdin.isTTY ? '' : await readPiped();
const { exitCode, out, error } = await answer({ argv: process.argv.slice(2), cwd: process.cwd(), input });
process.stdout.write(out);
if (error !== '') console.error(error);
await (connection as OpenDatabase | null)?.close();
process.exitCode = exitCode;

/** Only commands that read lines wait for them; any other leaves a pipe that never ends alone. */
async function readPiped(): Promise<string> {
  const [command, ...rest] = process.argv.slice(2);
  const readsLines =
    (command === 'deadline' || command === 'parse') && !rest.some((word, i) => isWording(word, rest[i - 1]));
  return readsLines ? text(process.stdin) : '';
}

/** A word that is neither an option nor an option's value is the text itself. */
function isWording(word: string, before: string | undefined): boolean {
  const isValue = before?.startsWith('--') === true && before !== '--attachment' && before !== '--json';
  return !word.startsWith('--') && !isValue;
}
