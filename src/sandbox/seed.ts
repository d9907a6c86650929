import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importWorkbook } from '../app/import-workbook.ts';
import { invitePeople } from '../app/invite-people.ts';
import { loadImportContext } from '../app/load-import-context.ts';
import { type Clock, startUseCase } from '../app/use-case.ts';
import type { Db } from '../db/client.ts';
import { listMemberships, listPeople, listUnits } from '../db/queries/directory.ts';
import { readWorkbook } from '../documents/import/read-workbook.ts';
import { dayOf } from '../domain/days.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { SandboxGroup, SandboxPerson } from './directory.ts';
import type { SandboxServer } from './server.ts';

/** Telegram ids of the sample people: far from any that a person would mistake for a real one. */
const FIRST_TELEGRAM_ID = 900_000;
/** The slowest machine joins everybody within this. */
const WAIT_MS = 120_000;
const GROUP_CHAT_ID = -1_000_000_000_001;

const SAMPLE_FILES = ['nhan-su.xlsx', 'nhiem-vu.xlsx'].map((name) =>
  fileURLToPath(new URL(`../../sample/${name}`, import.meta.url)),
);

/** The sample person of a database row, as somebody whom one can be in the sandbox. */
export async function listSandboxPeople(db: Db, clock: Clock): Promise<SandboxPerson[]> {
  const on = dayOf(clock.now());
  const units = new Map((await listUnits(db, on)).map((unit) => [unit.id, unit]));
  const people = new Map((await listPeople(db, on)).map((person) => [person.id, person]));
  const memberships = await listMemberships(db, on);
  return memberships.flatMap((membership) => {
    const person = people.get(membership.personId);
    const unit = units.get(membership.unitId);
    if (person === undefined || unit === undefined) return [];
    return [
      {
        telegramId: FIRST_TELEGRAM_ID + person.id,
        name: person.fullName,
        unit: unit.name,
        title: membership.title,
        role: membership.role,
        order: unit.position * 1000 + person.id,
      },
    ];
  });
}

/** The department's one group; its members are everybody. */
export const listSandboxGroups = async (db: Db, clock: Clock): Promise<SandboxGroup[]> => [
  {
    chatId: GROUP_CHAT_ID,
    title: 'Sở KH&CN – 500 ngày đêm',
    memberIds: (await listSandboxPeople(db, clock)).map((person) => person.telegramId),
  },
];

/** Imports the sample department through the same door as any office's own files. */
export async function importSample(db: Db, plan: Plan, clock: Clock): Promise<void> {
  for (const file of SAMPLE_FILES) {
    const bytes = await readFile(file);
    await db.transaction(async (tx) => {
      const useCase = startUseCase(tx, plan, clock.now(), 'sandbox');
      const { issuedOn, startOn } = plan.campaign;
      const reading = await readWorkbook(bytes, await loadImportContext(useCase, issuedOn ?? startOn));
      const errors =
        'refused' in reading
          ? [reading.refused.message]
          : reading.problems.filter((p) => p.severity === 'error');
      if ('refused' in reading || errors.length > 0)
        throw new Error(`${file} does not import: ${JSON.stringify(errors)}`);
      await importWorkbook(useCase, reading, { id: null, actorId: null });
    });
  }
}

/**
 * Lets every sample person join, the office bind the group and press "Bắt đầu": all by chat, over the Bot API, as
 * real people would.
 */
export async function joinByChat(db: Db, plan: Plan, clock: Clock, server: SandboxServer): Promise<void> {
  const people = await listSandboxPeople(db, clock);
  const invitations = await db.transaction((tx) =>
    invitePeople(
      startUseCase(tx, plan, clock.now(), 'sandbox'),
      people.map((person) => person.telegramId - FIRST_TELEGRAM_ID),
      null,
    ),
  );
  await Promise.all(
    people.map((person, i) => joinOne(server, person.telegramId, invitations[i]?.code ?? '')),
  );
  const officeHead = people.find((person) => person.role === 'head' && person.unit === officeName(plan));
  if (officeHead === undefined) throw new Error('The sample has no head of the office');
  await startCampaign(server, officeHead.telegramId);
}

const officeName = (plan: Plan): string => plan.units.find((unit) => unit.kind === 'office')?.name ?? '';

async function joinOne(server: SandboxServer, userId: number, code: string): Promise<void> {
  await server.sendText(userId, userId, `/start ${code}`);
  const question = await server.waitForMessage(userId, { match: hasButton, timeoutMs: WAIT_MS });
  await press(server, userId, userId, question, 'by');
}

async function startCampaign(server: SandboxServer, userId: number): Promise<void> {
  await server.sendText(userId, GROUP_CHAT_ID, '/nhom');
  await server.waitForMessage(GROUP_CHAT_ID, { match: hasButton, timeoutMs: WAIT_MS });
  const asked = await server.sendText(userId, userId, '/thietlap');
  const checklist = await server.waitForMessage(userId, {
    after: asked.message_id,
    match: hasButton,
    timeoutMs: WAIT_MS,
  });
  await press(server, userId, userId, checklist, 'gl');
}

type Message = Awaited<ReturnType<SandboxServer['waitForMessage']>>;

const buttonsOf = (message: Message) => message.reply_markup?.inline_keyboard.flat() ?? [];
const hasButton = (message: Message): boolean => buttonsOf(message).length > 0;

/** Presses the button whose data has this code. */
async function press(
  server: SandboxServer,
  userId: number,
  chatId: number,
  message: Message,
  code: string,
): Promise<void> {
  const data = buttonsOf(message).flatMap((button) => button.callback_data ?? []);
  const wanted = data.find((candidate) => candidate === code || candidate.startsWith(`${code}:`));
  if (wanted === undefined) throw new Error(`The message has no button ${code}`);
  await server.waitForAnswer(await server.pressButton(userId, chatId, message.message_id, wanted), WAIT_MS);
}
