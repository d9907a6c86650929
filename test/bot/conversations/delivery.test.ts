import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { enqueueMessage, PRIORITY } from '../../../src/db/queries/outbox.ts';
import { accounts, outbox } from '../../../src/db/schema/index.ts';
import type { SandboxServer } from '../../../src/sandbox/server.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { GROUP_ID, telegramIdOf } from '../../support/department.ts';
import { textOf } from '../../support/speaker.ts';

type Fault = Parameters<SandboxServer['failNext']>[0];

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const error = (code: number, description: string, parameters = {}): Fault => ({
  method: 'sendMessage',
  kind: 'error',
  code,
  description,
  parameters,
});

const answersToMai = () =>
  world
    .as('mai')
    .hears()
    .filter((message) => textOf(message).startsWith('Đã ghi nhận'));

async function readNewest() {
  const [row] = await world.db.select().from(outbox).orderBy(desc(outbox.id)).limit(1);
  return row;
}

describe('An answer arrives once', () => {
  test.each<[string, Fault]>([
    ['after “too many requests”', error(429, 'Too Many Requests: retry after 1', { retry_after: 1 })],
    ['after an error of the server', error(500, 'Internal Server Error')],
    ['after a bad gateway', error(502, 'Bad Gateway')],
    ['with its markup refused', error(400, "Bad Request: can't parse entities: unsupported start tag")],
  ])('%s', async (_, fault) => {
    world.server.failNext(fault);
    await world.as('mai').says('NV11 60%');
    expect(answersToMai()).toHaveLength(1);
    expect(await readNewest()).toMatchObject({ state: 'sent', unknownEnds: 0 });
  });

  test('when the line was cut before it arrived; the unknown end is counted', async () => {
    world.server.failNext({ method: 'sendMessage', kind: 'cutBefore' });
    await world.as('mai').says('NV11 60%');
    expect(answersToMai()).toHaveLength(1);
    expect(await readNewest()).toMatchObject({ state: 'sent', unknownEnds: 1 });
  });

  test('or twice, when the line was cut after it arrived and nobody can know', async () => {
    world.server.failNext({ method: 'sendMessage', kind: 'cutAfter' });
    await world.as('mai').says('NV11 60%');
    expect(answersToMai()).toHaveLength(2);
    expect(await readNewest()).toMatchObject({ state: 'sent', unknownEnds: 1 });
  });
});

test('A call that is never answered is given up, sent once more, and holds nobody else', async () => {
  await world.begin({ answersWithinMilliseconds: 3000 });
  const mai = telegramIdOf('mai');
  world.server.failNext({ method: 'sendMessage', kind: 'hangAfter', chatId: mai });
  await world.server.sendText(mai, mai, 'NV11 60%');
  await world.server.waitForMessage(mai);
  const huong = telegramIdOf('huong');
  await world.server.sendText(huong, huong, 'NV13 50%');
  await world.server.waitForMessage(huong, { timeoutMs: 2500 });
  await world.settle(2);
  expect(answersToMai()).toHaveLength(2);
});

test('While one chat must wait, others do not', async () => {
  const mai = telegramIdOf('mai');
  world.server.failNext({
    ...error(429, 'Too Many Requests: retry after 2', { retry_after: 2 }),
    chatId: mai,
  });
  await world.server.sendText(mai, mai, 'NV11 60%');
  const huong = telegramIdOf('huong');
  await world.server.sendText(huong, huong, 'NV13 50%');
  await world.server.waitForMessage(huong, { timeoutMs: 1500 });
  expect(answersToMai()).toHaveLength(0);
  await world.settle(2);
  expect(answersToMai()).toHaveLength(1);
});

test('A chat that must wait with many messages delays no other, and gets them all in order', async () => {
  const mai = telegramIdOf('mai');
  world.server.failNext({
    ...error(429, 'Too Many Requests: retry after 3', { retry_after: 3 }),
    chatId: mai,
  });
  await world.inUseCase(async ({ tx, now }) => {
    for (let n = 0; n < 150; n += 1) {
      await enqueueMessage(tx, {
        message: { kind: 'progressUndone', payload: { taskId: 1, code: `NV${100 + n}`, percent: n % 100 } },
        to: { chatId: mai },
        priority: PRIORITY.answer,
        now,
      });
    }
  });
  const huong = telegramIdOf('huong');
  await world.server.sendText(huong, huong, 'NV13 50%');
  await world.server.waitForMessage(huong, { timeoutMs: 2500 });
  const undone = () =>
    world
      .as('mai')
      .hears()
      .map(textOf)
      .filter((text) => text.startsWith('Đã hoàn tác'))
      .map((text) => text.slice(13, 18));
  expect(undone()).toEqual([]);
  await vi.waitFor(() => expect(undone()).toHaveLength(150), { timeout: 15_000, interval: 100 });
  expect(undone()).toEqual(Array.from({ length: 150 }, (_, n) => `NV${100 + n}`));
});

describe('A person who cannot be reached', () => {
  const reachOf = async (telegramId: number) =>
    (await world.db.select().from(accounts)).find((account) => account.telegramUserId === telegramId)?.reach;

  test.each<[string, string]>([
    ['Forbidden: bot was blocked by the user', 'blocked'],
    ['Forbidden: user is deactivated', 'deactivated'],
    ['Bad Request: chat not found', 'notFound'],
  ])('is marked on “%s”, and healed by the next message', async (description, reach) => {
    world.server.failNext(error(description.startsWith('Forbidden') ? 403 : 400, description));
    await world.as('mai').says('NV11 60%');
    expect(await readNewest()).toMatchObject({ state: 'unreachable' });
    expect(await reachOf(telegramIdOf('mai'))).toBe(reach);
    expect(await world.as('mai').says('NV11 65%')).toContain('(trước 60%)');
    expect(await reachOf(telegramIdOf('mai'))).toBe('ok');
  });

  test('does not make others wait', async () => {
    await world.server.setAccess(telegramIdOf('mai'), telegramIdOf('mai'), 'blocked');
    await world.settle(1);
    expect(await world.as('huong').says('NV13 50%')).toContain('NV13: 50%');
  });
});

describe('Putting a new content in the place of an old one', () => {
  test('that is the same is no failure', async () => {
    await world.as('director').says('/kpi');
    await world.as('director').presses('P.QLKH');
    const { message_id } = world.as('director').lastAnswer();
    const [unit] = (await world.db.select().from(outbox).orderBy(desc(outbox.id)).limit(1)).map(
      (row) => (row.payload as { scope: { unitId: number } }).scope.unitId,
    );
    expect(await world.as('director').pressesData(message_id, `ku:${unit}`)).toBe('');
    expect(await readNewest()).toMatchObject({ state: 'sent' });
  });

  test('that is gone sends it anew', async () => {
    await world.as('director').says('/kpi');
    world.server.failNext({
      method: 'editMessageText',
      kind: 'error',
      code: 400,
      description: 'Bad Request: message to edit not found',
    });
    const before = world.as('director').hears().length;
    expect(await world.as('director').presses('P.QLKH')).toMatch(/^📊 Phòng Quản lý Khoa học/);
    expect(world.as('director').hears()).toHaveLength(before + 1);
  });
});

test('A topic that was deleted does not lose the digest', async () => {
  world.server.failNext({ ...error(400, 'Bad Request: message thread not found'), chatId: GROUP_ID });
  await world.moveTo('2026-07-13T07:30');
  expect(world.as('mai', 'group').lastAnswer().text).toMatch(/^📅 Bản tin tuần/);
});

test('A message that no retry mends is given up, and the next one goes out', async () => {
  world.server.failNext(error(400, 'Bad Request: something that nobody knows'));
  await world.as('mai').says('NV11 60%');
  expect(await readNewest()).toMatchObject({ state: 'failed' });
  expect(await world.as('mai').says('NV11 65%')).toContain('(trước 60%)');
});

describe('A group that became a supergroup', () => {
  test('is followed by what waits for it when a call is refused with the new address', async () => {
    const officer = telegramIdOf('officeHead');
    world.server.failNext({
      ...error(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: officer,
      }),
      chatId: GROUP_ID,
    });
    await world.db.transaction((tx) =>
      enqueueMessage(tx, {
        message: { kind: 'templates', payload: {} },
        to: { chatId: GROUP_ID },
        priority: PRIORITY.bulk,
        now: world.clock.now(),
      }),
    );
    await world.settle(0);
    expect(await readNewest()).toMatchObject({ state: 'sent', chatId: officer });
  });
});
