import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { followGroup, listBoundGroups } from '../../../src/db/queries/groups.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { GROUP_ID, telegramIdOf } from '../../support/department.ts';

const SMALL_GROUP_ID = -4242;

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.begin({ hasGroup: false });
  const memberIds = [telegramIdOf('officeHead'), telegramIdOf('mai')];
  world.server.addGroup({ chatId: SMALL_GROUP_ID, title: 'Nhóm P.CĐS', memberIds, isBasic: true });
  await world.server.sendText(telegramIdOf('officeHead'), SMALL_GROUP_ID, '/nhom');
  await world.settle(1);
});

const boundChats = async () => (await listBoundGroups(world.db)).map(({ chatId }) => chatId);

test('A group that became a supergroup keeps its digest under its new id', async () => {
  expect(await boundChats()).toEqual([SMALL_GROUP_ID]);
  const upgradedId = await world.server.upgradeGroup(telegramIdOf('officeHead'), SMALL_GROUP_ID);
  await world.settle(2);
  expect(await boundChats()).toEqual([upgradedId]);
  await world.liveUntil('2026-07-13T07:35');
  expect(
    world.server
      .messagesOf(upgradedId)
      .map(({ text }) => text ?? '')
      .join(),
  ).toContain('Nhóm P.CĐS');
});

test('One whose new id is bound already ends: a group is bound once', async () => {
  await world.server.sendText(telegramIdOf('officeHead'), GROUP_ID, '/nhom');
  await world.settle(1);
  expect(await boundChats()).toEqual([SMALL_GROUP_ID, GROUP_ID]);
  await followGroup(world.db, { fromChatId: SMALL_GROUP_ID, toChatId: GROUP_ID, at: world.clock.now() });
  expect(await boundChats()).toEqual([GROUP_ID]);
});
