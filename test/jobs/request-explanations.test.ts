import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeTask } from '../../src/db/queries/tasks.ts';
import { explanations, goLives, tasks } from '../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { countRows, readTask } from '../support/rows.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const NORMAL = { title: 'Việc thường', lead: 'CDS', assignee: 'Lý Thị Mai', product: 'Báo cáo' };
const due = (code: string, day: string) => ({ ...NORMAL, code, title: `Việc ${code}`, due: day });

const listAsked = () =>
  world.db
    .select({ code: tasks.code, dueOn: explanations.dueOn, replyBy: explanations.replyBy })
    .from(explanations)
    .innerJoin(tasks, eq(tasks.id, explanations.taskId))
    .orderBy(asc(explanations.id));

describe('An explanation is asked of each late task that counts', () => {
  test('once its due day is over, with two working days to answer', async () => {
    await world.begin({ tasks: [due('NV41', '10/7/2026')], at: '2026-07-10T13:00' });
    await world.moveTo('2026-07-10T14:00');
    expect(await listAsked()).toEqual([]);
    await world.moveTo('2026-07-13T07:30');
    expect(await listAsked()).toEqual([{ code: 'NV41', dueOn: '2026-07-10', replyBy: '2026-07-15' }]);
  });

  test('of one due on a day off only when the next working day is over too', async () => {
    await world.begin({ tasks: [due('NV41', '11/7/2026')], at: '2026-07-10T16:00' });
    await world.moveTo('2026-07-13T14:00');
    expect(await listAsked()).toEqual([]);
    await world.moveTo('2026-07-14T07:30');
    expect(await listAsked()).toMatchObject([{ dueOn: '2026-07-11' }]);
  });

  test('not at night, nor on a day off', async () => {
    await world.begin({ tasks: [due('NV41', '10/7/2026')], at: '2026-07-10T16:00' });
    for (const at of ['2026-07-11T07:30', '2026-07-12T14:00', '2026-07-13T07:29']) await world.moveTo(at);
    expect(await listAsked()).toEqual([]);
  });

  test('once, however often and late the job runs', async () => {
    await world.begin({
      tasks: [due('NV41', '10/7/2026'), due('NV42', '09/7/2026')],
      at: '2026-07-10T16:00',
    });
    for (const at of ['2026-07-13T07:30', '2026-07-13T07:31', '2026-07-13T14:00', '2026-07-20T09:00']) {
      await world.moveTo(at);
      await world.tick();
    }
    expect(await countRows(world.db, explanations)).toBe(2);
  });

  test('anew for a later due day that passes as well', async () => {
    await world.begin({ tasks: [due('NV41', '10/7/2026')], at: '2026-07-10T16:00' });
    await world.moveTo('2026-07-13T07:30');
    const { id } = await readTask(world.db, 'NV41');
    await world.inUseCase(({ tx, now }) => changeTask(tx, id, { dueOn: '2026-07-15' }, now));
    await world.moveTo('2026-07-15T07:30');
    expect(await listAsked()).toHaveLength(1);
    await world.moveTo('2026-07-16T07:30');
    expect(await listAsked()).toMatchObject([{ dueOn: '2026-07-10' }, { dueOn: '2026-07-15' }]);
  });
});

describe('None is asked', () => {
  test.each([
    ['done', { state: 'done', productOn: '2026-07-13' }],
    ['waiting for its confirmation', { state: 'reportedDone', productOn: '2026-07-13' }],
    ['suspended', { state: 'suspended' }],
    ['cancelled', { state: 'cancelled' }],
    ['given inside the unit', { level: 'unit' }],
    ['a container', { structure: 'split' }],
    ['without a due day', { dueOn: null }],
  ] as const)('of a task that is %s', async (_, patch) => {
    await world.begin({ tasks: [due('NV41', '10/7/2026')], at: '2026-07-10T16:00' });
    const { id } = await readTask(world.db, 'NV41');
    await world.inUseCase(({ tx, now }) => changeTask(tx, id, patch, now));
    await world.moveTo('2026-07-14T07:30');
    expect(await listAsked()).toEqual([]);
  });

  test('before “Bắt đầu”, and of a unit that has not started', async () => {
    const late = [
      due('NV41', '03/7/2026'),
      { ...due('NV42', '03/7/2026'), lead: 'VP', assignee: 'Lâm Thị Ý' },
    ];
    await world.begin({ tasks: late, isLive: false });
    await world.moveTo('2026-07-08T14:00');
    expect(await listAsked()).toEqual([]);
    const { leadUnitId } = await readTask(world.db, 'NV42');
    await world.inUseCase(({ tx, now }) => tx.insert(goLives).values({ unitId: leadUnitId, startedAt: now }));
    await world.moveTo('2026-07-09T07:30');
    expect(await listAsked()).toMatchObject([{ code: 'NV42' }]);
  });

  test('of the leadership, which has no head who would explain', async () => {
    const own = { ...due('NV41', '03/7/2026'), lead: 'BGD', assignee: 'Nguyễn Hoàng An' };
    await world.begin({ tasks: [own] });
    await world.moveTo('2026-07-08T14:00');
    expect(await listAsked()).toEqual([]);
  });
});
