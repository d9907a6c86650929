import type { Command } from 'commander';
import type { Db } from '../../db/client.ts';
import { countSetup } from '../../db/queries/directory.ts';
import { listGoLives } from '../../db/queries/groups.ts';
import { findInstallation, pingDatabase } from '../../db/queries/installation.ts';
import { countOutbox } from '../../db/queries/outbox-counts.ts';
import { countTasks } from '../../db/queries/tasks.ts';
import { listFailedUpdates } from '../../db/queries/updates.ts';
import type { CliContext, CommandRun } from '../command.ts';

interface Check {
  name: string;
  ok: boolean;
  hint?: string;
}

export function addDoctorCommand(program: Command, run: CommandRun): void {
  program
    .command('doctor')
    .description('check that everything stands as it should, and say what to do where not')
    .action(async () => {
      const checks = await listChecks(await run.sources.openContext());
      const ok = checks.every((check) => check.ok);
      run.print({ ok, checks });
      if (!ok) run.fail();
    });
}

const check = (name: string, ok: boolean, hint: string): Check => (ok ? { name, ok } : { name, ok, hint });

/** A hint beside a check that holds: something to know, nothing to mend. */
const note = (name: string, hint: string | null): Check =>
  hint === null ? { name, ok: true } : { name, ok: true, hint };

async function listChecks({ db, config }: CliContext): Promise<Check[]> {
  await pingDatabase(db);
  const failed = await listFailedUpdates(db, 1);
  const outbox = await countOutbox(db);
  return [
    { name: 'database', ok: true },
    note(
      'databaseKind',
      config.databaseUrl === null && config.botToken !== null
        ? 'The embedded database is for a small start: set DATABASE_URL to a Postgres server for real use.'
        : null,
    ),
    check(
      'updates',
      failed.length === 0,
      'Some updates were set aside: see "cli failed", then "cli failed --retry ID".',
    ),
    check(
      'messages',
      outbox.failed === 0,
      `${outbox.failed} message(s) were refused by Telegram for good: see the log.`,
    ),
    note(
      'reach',
      outbox.unreachable === 0
        ? null
        : `${outbox.unreachable} message(s) reached nobody: invite those people again.`,
    ),
    ...(await listSetupNotes(db)),
  ];
}

/** How far the set-up has come: each step is a note, since a new installation is not a broken one. */
async function listSetupNotes(db: Db): Promise<Check[]> {
  const setup = await countSetup(db);
  const isLive = (await listGoLives(db)).length > 0;
  const bot = (await findInstallation(db))?.bot;
  return [
    note(
      'bot',
      bot == null ? 'The bot has not run on this database yet: start it with BOT_TOKEN set.' : null,
    ),
    note('people', setup.people === 0 ? 'Import the people: cli import nhan-su.xlsx.' : null),
    note('tasks', (await countTasks(db)) === 0 ? 'Import the tasks: cli import nhiem-vu.xlsx.' : null),
    note('accounts', setup.bound === 0 ? 'Nobody has joined yet: cli invite --unit VP.' : null),
    note(
      'goLive',
      isLive ? null : 'Nothing is sent yet: the office presses the start button in chat (/thietlap).',
    ),
  ];
}
