import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outbox, tasks } from '../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { listReports } from '../support/rows.ts';
import { textOf } from '../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const groupHears = () => world.as('mai', 'group').hears().map(textOf);

test('The bound group reads the digest on Monday at 07:30, not before, and once', async () => {
  await world.begin({ at: '2026-07-10T16:00' });
  await world.liveUntil('2026-07-13T07:29');
  expect(groupHears()).toEqual([]);
  await world.liveUntil('2026-07-17T17:00');
  expect(groupHears()).toHaveLength(1);
  expect(groupHears()[0]).toMatch(/^📅 Bản tin tuần – Sở KH&CN\n.*13\/7\/2026 · ngày thứ \d+\/500/);
  await world.liveUntil('2026-07-20T07:30');
  expect(groupHears()).toHaveLength(2);
});

test('It says what was finished last week, what is late, and what is due this week', async () => {
  await world.begin({ at: '2026-07-08T09:00' });
  await world.as('mai').says('NV11 xong, số 45/KH-SKHCN ngày 08/7/2026');
  await world.as('mai').presses('Đúng, ghi nhận');
  await world.as('officeHead').presses('✅ Xác nhận');
  await world.moveTo('2026-07-13T07:30');
  const digest = groupHears().at(-1) ?? '';
  expect(digest).toMatch(/Tuần qua đã hoàn thành[\s\S]*NV11[\s\S]*Đang quá hạn[\s\S]*NV13/);
});

test('A Monday that is a day off has its digest on the next working day', async () => {
  // 31/8, 01/9 and 02/9/2026 are days off.
  await world.begin({ at: '2026-08-28T16:00' });
  await world.liveUntil('2026-09-03T07:29');
  expect(groupHears()).toEqual([]);
  await world.liveUntil('2026-09-03T07:30');
  expect(groupHears()).toHaveLength(1);
});

test('After a stop of weeks one digest is sent, that of this week', async () => {
  await world.begin({ at: '2026-07-10T16:00' });
  await world.moveTo('2026-08-05T10:00');
  expect(groupHears()).toHaveLength(1);
  expect(groupHears()[0]).toContain('05/8/2026');
});

test('No digest goes out before “Bắt đầu”, nor to a group that is not bound', async () => {
  await world.begin({ at: '2026-07-10T16:00', isLive: false });
  await world.moveTo('2026-07-13T07:30');
  expect(groupHears()).toEqual([]);
  await world.begin({ at: '2026-07-10T16:00', hasGroup: false });
  await world.moveTo('2026-07-13T07:30');
  expect(await world.db.select().from(outbox).where(eq(outbox.kind, 'digest'))).toEqual([]);
});

test('The occurrences of a cadence stand ahead, each once, and “NV61” means the oldest open one', async () => {
  const monthly = {
    code: 'NV61',
    title: 'Báo cáo tháng',
    lead: 'CDS',
    assignee: 'Lý Thị Mai',
    product: 'Báo cáo',
  };
  await world.begin({ tasks: [{ ...monthly, due: 'Ngày 25 hằng tháng' }], at: '2026-07-08T09:00' });
  const dueDays = async () => {
    const rows = await world.db
      .select({ dueOn: tasks.dueOn })
      .from(tasks)
      .where(eq(tasks.structure, 'occurrence'))
      .orderBy(tasks.dueOn);
    return rows.map((row) => row.dueOn);
  };
  expect(await dueDays()).toEqual(['2026-07-25']);
  for (const at of ['2026-07-09T07:30', '2026-07-09T07:31', '2026-07-13T14:00', '2026-07-13T07:30'])
    await world.moveTo(at);
  expect(await dueDays()).toEqual(['2026-07-25', '2026-08-25']);
  await world.as('mai').says('NV61 50%');
  expect((await listReports(world.db, 'NV61.2607')).map((report) => report.percent)).toEqual([50]);
});
