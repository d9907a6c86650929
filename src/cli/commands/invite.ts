import type { Command } from 'commander';
import { type Invitation, invitePeople } from '../../app/invite-people.ts';
import { startUseCase } from '../../app/use-case.ts';
import {
  findUnitByCode,
  listMemberships,
  listPeople,
  listUnits,
  type PersonRow,
} from '../../db/queries/directory.ts';
import { findInstallation } from '../../db/queries/installation.ts';
import { dayOf } from '../../domain/days.ts';
import { foldText } from '../../domain/text.ts';
import { type CliContext, CliError, type CommandRun } from '../command.ts';

export function addInviteCommand(program: Command, run: CommandRun): void {
  program
    .command('invite [person]')
    .description(
      'make one-time invitations: for a person by name or code, for a whole unit, or for the first admin',
    )
    .option('--unit <code>', 'everybody of a unit')
    .option('--admin', 'somebody who may set the system up')
    .action(async (person: string | undefined, options: { unit?: string; admin?: boolean }) => {
      const context = await run.sources.openContext();
      const chosen = await choose(context, person, options);
      const invitations = await context.db.transaction((tx) =>
        invitePeople(
          startUseCase(tx, context.plan, context.clock.now(), 'cli'),
          chosen.map((row) => row?.id ?? null),
          null,
        ),
      );
      run.print(await describe(context, chosen, invitations));
    });
}

/** The people who are meant; `null` stands for the first admin. */
async function choose(
  context: CliContext,
  person: string | undefined,
  options: { unit?: string; admin?: boolean },
): Promise<(PersonRow | null)[]> {
  if (options.admin === true) return [null];
  if (options.unit !== undefined) return listUnitPeople(context, options.unit);
  if (person === undefined) throw new CliError('Say whom to invite: a name, --unit CODE or --admin');
  return [await findOnePerson(context, person)];
}

async function listUnitPeople({ db, clock }: CliContext, code: string): Promise<PersonRow[]> {
  const on = dayOf(clock.now());
  const unit = await findUnitByCode(db, code);
  if (unit === undefined) throw new CliError(`No unit has the code ${code}`);
  const ids = new Set(
    (await listMemberships(db, on)).filter((m) => m.unitId === unit.id).map((m) => m.personId),
  );
  return (await listPeople(db, on)).filter((row) => ids.has(row.id));
}

async function findOnePerson({ db, clock }: CliContext, typed: string): Promise<PersonRow> {
  const people = await listPeople(db, dayOf(clock.now()));
  const byCode = people.find((row) => row.code !== null && foldText(row.code) === foldText(typed));
  if (byCode !== undefined) return byCode;
  const named = people.filter((row) => row.foldedName === foldText(typed));
  const [only] = named;
  if (only === undefined) throw new CliError(`Nobody is called "${typed}"`);
  if (named.length > 1) {
    throw new CliError(
      `${named.length} people are called "${typed}": name one by code (${named.map((row) => row.code ?? '?').join(', ')})`,
    );
  }
  return only;
}

async function describe(context: CliContext, chosen: (PersonRow | null)[], invitations: Invitation[]) {
  const { db, clock } = context;
  const on = dayOf(clock.now());
  const units = new Map((await listUnits(db, on)).map((unit) => [unit.id, unit.code]));
  const memberships = await listMemberships(db, on);
  const username = await findBotUsername(context);
  return invitations.map((invitation, i) => ({
    person: chosen[i]?.fullName ?? null,
    unit: units.get(memberships.find((m) => m.personId === invitation.personId)?.unitId ?? 0) ?? null,
    code: invitation.code,
    link: username === null ? null : `https://t.me/${username}?start=${invitation.code}`,
    expiresAt: invitation.expiresAt.toISOString(),
  }));
}

/** The bot's name as it was last seen, else asked of Telegram; `null` in an installation that never ran. */
async function findBotUsername({ db, askBotName }: CliContext): Promise<string | null> {
  return (await findInstallation(db))?.bot?.username ?? askBotName();
}
