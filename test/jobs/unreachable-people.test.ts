import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { telegramIdOf } from '../support/department.ts';
import { textOf } from '../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const LATE = {
  code: 'NV41',
  title: 'Việc thường',
  lead: 'CDS',
  assignee: 'Lý Thị Mai',
  product: 'Báo cáo',
  due: '08/7/2026',
};

const said = (person: Parameters<BotWorld['as']>[0]) => world.as(person).hears().map(textOf);

const refuseNextToMai = () =>
  world.server.failNext({
    kind: 'error',
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
    chatId: telegramIdOf('mai'),
  });

describe('Somebody who blocked the bot', () => {
  beforeEach(async () => {
    await world.begin({ tasks: [LATE] });
  });

  test('after the morning was planned: the head hears in the next slot, and both head and office are told why', async () => {
    refuseNextToMai();
    await world.moveTo('2026-07-09T07:30');
    expect(said('mai')).toEqual([]);
    await world.moveTo('2026-07-09T14:00');
    await world.moveTo('2026-07-10T07:30');
    await world.moveTo('2026-07-13T07:30');
    const toHead = said('digitalHead').join('\n');
    expect(toHead).toContain('NV41');
    expect(toHead).toContain('Lý Thị Mai (P.CĐS): đã chặn bot');
    expect(said('officeHead').join('\n')).toContain('Lý Thị Mai (P.CĐS): đã chặn bot');
  });

  test('is told as soon as they write again, since what was not sent was not told', async () => {
    refuseNextToMai();
    await world.moveTo('2026-07-09T07:30');
    await world.as('mai').says('/viec');
    await world.moveTo('2026-07-09T14:00');
    expect(said('mai').join('\n')).toContain('Nhắc việc buổi chiều');
  });
});

test('Telegram’s word that the bot was blocked, and let in again, is believed at once', async () => {
  await world.begin({ tasks: [LATE] });
  const id = telegramIdOf('mai');
  await world.server.setAccess(id, id, 'blocked');
  await world.settle(1);
  await world.moveTo('2026-07-09T07:30');
  expect(said('digitalHead').join('\n')).toContain('đã chặn bot');
  await world.server.setAccess(id, id, 'open');
  await world.settle(1);
  await world.moveTo('2026-07-10T07:30');
  await world.moveTo('2026-07-13T07:30');
  expect(said('officeHead').at(-1) ?? '').not.toContain('đã chặn bot');
});
