import type { SandboxServer } from '../../src/sandbox/server.ts';
import type { Invitation, RealInstallation } from '../../test/support/real-installation.ts';

const GROUP = -1_000_000_000_555;
const FIRST_PERSON = 8001;
const WAIT_MS = 120_000;
/** Of the shipped sample: who runs the campaign, and in which unit. */
const OFFICE_HEAD = 'Trần Quốc Cường';
const ALL_UNITS = ['BGD', 'VP', 'KHTC', 'QLKH', 'CNDM', 'CDS', 'TDC', 'TTKHCN', 'DTN'];
const SOME_UNITS = ['VP', 'CDS'];

/** Fills an installation as its operator does, lets people join, and presses "Bắt đầu". It runs when this ends. */
export async function setUpCampaign(
  installation: RealInstallation,
  server: SandboxServer,
  isQuick: boolean,
): Promise<void> {
  await installation.cli('import', 'sample/nhan-su.xlsx');
  await installation.cli('import', 'sample/nhiem-vu.xlsx');
  await installation.start();
  const invite = (unit: string) => installation.cli<Invitation[]>('invite', '--unit', unit);
  const invitations = (await Promise.all((isQuick ? SOME_UNITS : ALL_UNITS).map(invite))).flat();
  const ids = new Map(invitations.map(({ person }, index) => [person, FIRST_PERSON + index]));
  await Promise.all(invitations.map(({ person, code }) => join(server, ids.get(person) ?? 0, code)));
  await goLive(server, ids);
}

async function join(server: SandboxServer, userId: number, code: string): Promise<void> {
  await server.sendText(userId, userId, `/start ${code}`);
  const question = await server.waitForMessage(userId, { match: hasButton, timeoutMs: WAIT_MS });
  await press(server, userId, question, 'by');
}

async function goLive(server: SandboxServer, ids: ReadonlyMap<string, number>): Promise<void> {
  const officeHead = ids.get(OFFICE_HEAD);
  if (officeHead === undefined) throw new Error(`The sample has no ${OFFICE_HEAD}`);
  server.addGroup({ chatId: GROUP, title: 'Sở KH&CN', memberIds: [...ids.values()] });
  await server.sendText(officeHead, GROUP, '/nhom');
  await server.waitForMessage(GROUP, { timeoutMs: WAIT_MS });
  const asked = await server.sendText(officeHead, officeHead, '/thietlap');
  const after = asked.message_id;
  const checklist = await server.waitForMessage(officeHead, { after, match: hasButton, timeoutMs: WAIT_MS });
  await press(server, officeHead, checklist, 'gl');
  await server.waitForMessage(officeHead, { after: checklist.message_id, timeoutMs: WAIT_MS });
}

type Message = Awaited<ReturnType<SandboxServer['waitForMessage']>>;

const buttonsOf = (message: Message) => message.reply_markup?.inline_keyboard.flat() ?? [];
const hasButton = (message: Message): boolean => message.from.is_bot && buttonsOf(message).length > 0;

/** Presses the button of this code in the private chat of a person, and waits until the bot took it. */
async function press(server: SandboxServer, userId: number, message: Message, code: string): Promise<void> {
  const data = buttonsOf(message).flatMap((button) => button.callback_data ?? []);
  const wanted = data.find((candidate) => candidate === code || candidate.startsWith(`${code}:`));
  if (wanted === undefined) throw new Error(`The message has no button ${code}`);
  await server.waitForAnswer(await server.pressButton(userId, userId, message.message_id, wanted), WAIT_MS);
}
