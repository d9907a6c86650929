import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeAccount, findOpenAccountOfPerson } from '../../src/db/queries/accounts.ts';
import { notices, outbox } from '../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { PERSON_KEYS, type PersonKey, TASKS } from '../support/department.ts';
import { countRows } from '../support/rows.ts';
import { findPersonId, pressStart } from '../support/set-up-department.ts';
import { textOf } from '../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

/** What each person was told since the last time this was asked, whoever was told anything. */
function makeEar() {
  const heardBefore = new Map<PersonKey, number>();
  return (): Partial<Record<PersonKey, string[]>> => {
    const heard: Partial<Record<PersonKey, string[]>> = {};
    for (const person of PERSON_KEYS) {
      const texts = world.as(person).hears().map(textOf);
      const fresh = texts.slice(heardBefore.get(person) ?? 0);
      heardBefore.set(person, texts.length);
      if (fresh.length > 0) heard[person] = fresh;
    }
    return heard;
  };
}

const NORMAL = {
  code: 'NV41',
  title: 'Việc thường',
  lead: 'CDS',
  assignee: 'Lý Thị Mai',
  product: 'Báo cáo',
};
const FOCUS = { ...NORMAL, code: 'NV42', title: 'Việc trọng tâm', priority: 'Trọng tâm' };

describe('Going live', () => {
  test('nothing is said before “Bắt đầu”', async () => {
    await world.begin({ isLive: false });
    await world.liveUntil('2026-07-14T15:00');
    expect(await countRows(world.db, outbox)).toBe(0);
  });

  test('after it, a task that was late before starts at its first step, however late it is', async () => {
    await world.begin({
      isLive: false,
      tasks: [
        { ...NORMAL, due: '05/6/2026' },
        { ...FOCUS, due: '05/6/2026' },
      ],
    });
    const hear = makeEar();
    await world.inUseCase(pressStart);
    await world.moveTo('2026-07-08T14:00');
    expect(Object.keys(hear()).sort()).toEqual(['digitalHead', 'mai', 'officeHead']);
    await world.moveTo('2026-07-09T07:30');
    expect(Object.keys(hear()).sort()).toEqual(['deputyBinh', 'digitalHead', 'mai']);
  });

  test('every person gets one message, grouped', async () => {
    await world.begin({
      isLive: false,
      tasks: ['01', '02', '03', '04'].map((n) => ({
        ...NORMAL,
        code: `NV5${n}`,
        title: `Việc ${n}`,
        due: `${n}/7/2026`,
      })),
    });
    const hear = makeEar();
    await world.inUseCase(pressStart);
    await world.moveTo('2026-07-08T14:00');
    const { mai } = hear();
    expect(mai).toHaveLength(1);
    expect(mai?.[0]).toMatch(/Quá hạn.*\(4 việc\)/);
  });
});

describe('Due soon', () => {
  test('is said at T−7, T−3, T−1 and T0 to the assignee, from T−3 on also to the head', async () => {
    // Wednesday 22/7: T−7 is Monday 13/7, T−3 Friday 17/7, T−1 Tuesday 21/7.
    await world.begin({ tasks: [{ ...NORMAL, due: '22/7/2026' }], at: '2026-07-10T16:00' });
    const hear = makeEar();
    const told: Record<string, string[]> = {};
    for (const day of ['13', '14', '15', '16', '17', '20', '21', '22']) {
      await world.liveUntil(`2026-07-${day}T15:00`);
      told[day] = Object.keys(hear()).sort();
    }
    expect(told).toEqual({
      13: ['mai'],
      14: [],
      15: [],
      16: [],
      17: ['digitalHead', 'mai'],
      20: [],
      21: ['digitalHead', 'mai'],
      22: ['digitalHead', 'mai'],
    });
    expect(textOf(world.as('mai').lastAnswer())).toMatch(/Sắp đến hạn[\s\S]*NV41 Việc thường/);
  });
});

describe('Overdue', () => {
  // The head is reminded each morning of the explanation that nobody has given yet.
  test('climbs: head at T+1, office at T+3, leader in charge at T+5, director at T+10', async () => {
    await world.begin({ tasks: [{ ...NORMAL, due: '10/7/2026' }], at: '2026-07-10T16:00' });
    const hear = makeEar();
    const told: Record<string, string[]> = {};
    for (const day of ['13', '14', '15', '16', '17', '20', '21', '22', '23', '24']) {
      await world.liveUntil(`2026-07-${day}T15:00`);
      told[day] = Object.keys(hear()).sort();
    }
    expect(told).toEqual({
      13: ['digitalHead', 'mai'],
      14: ['digitalHead'],
      15: ['digitalHead', 'officeHead'],
      16: ['digitalHead'],
      17: ['deputyBinh', 'digitalHead'],
      20: ['digitalHead', 'mai'],
      21: ['digitalHead'],
      22: ['digitalHead'],
      23: ['digitalHead'],
      24: ['digitalHead', 'director'],
    });
    expect(textOf(world.as('director').lastAnswer())).toMatch(/NV41 Việc thường[\s\S]*Đã nhắc/);
  });

  test('of a trọng tâm task climbs at T+1, T+2, T+3 and is repeated daily', async () => {
    await world.begin({ tasks: [{ ...FOCUS, due: '10/7/2026' }], at: '2026-07-10T16:00' });
    const hear = makeEar();
    const told: string[][] = [];
    for (const day of ['13', '14', '15', '16']) {
      await world.liveUntil(`2026-07-${day}T15:00`);
      told.push(Object.keys(hear()).sort());
    }
    expect(told).toEqual([
      ['digitalHead', 'mai', 'officeHead'],
      ['deputyBinh', 'digitalHead', 'mai'],
      ['digitalHead', 'director', 'mai'],
      ['digitalHead', 'mai'],
    ]);
  });

  test('of somebody who has not joined goes to the head', async () => {
    await world.begin({ tasks: [{ ...NORMAL, due: '10/7/2026' }], at: '2026-07-10T16:00', unbound: ['mai'] });
    const hear = makeEar();
    await world.moveTo('2026-07-13T07:30');
    expect(Object.keys(hear())).toEqual(['digitalHead']);
  });

  test('of a unit whose head has not joined goes to the deputy or the leader in charge', async () => {
    await world.begin({
      tasks: [{ ...NORMAL, due: '10/7/2026' }],
      at: '2026-07-10T16:00',
      unbound: ['digitalHead'],
    });
    const hear = makeEar();
    await world.moveTo('2026-07-13T07:30');
    expect(Object.keys(hear()).sort()).toEqual(['deputyBinh', 'mai']);
  });

  test('can be answered: a reply to a reminder of one task is a report on it', async () => {
    await world.begin({ tasks: [{ ...NORMAL, due: '10/7/2026' }], at: '2026-07-10T16:00' });
    await world.moveTo('2026-07-13T07:30');
    expect(await world.as('mai').replies('Nhắc việc', '90% đã gửi dự thảo')).toContain(
      'Đã ghi nhận NV41: 90%',
    );
  });
});

describe('Waiting for a confirmation', () => {
  test('is in the confirmer’s brief each day until it is decided', async () => {
    await world.begin({ at: '2026-07-08T16:00' });
    await world.as('mai').says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as('mai').presses('Đúng, ghi nhận');
    const hear = makeEar();
    hear();
    await world.moveTo('2026-07-09T07:30');
    expect(hear().officeHead?.join()).toMatch(/Chờ anh\/chị xác nhận[\s\S]*NV11/);
    await world.as('officeHead').presses('✅ Xác nhận');
    hear();
    await world.moveTo('2026-07-10T07:30');
    expect(hear().officeHead?.join() ?? '').not.toContain('NV11');
  });
});

describe('However the jobs run, the same is said once', () => {
  const tasks = [
    { ...NORMAL, due: '10/7/2026' },
    { ...FOCUS, due: '13/7/2026' },
  ];
  beforeEach(() => world.begin({ tasks, at: '2026-07-10T16:00' }));

  test('twice at the same minute, a minute later, an hour later', async () => {
    await world.moveTo('2026-07-13T07:30');
    const said = await countRows(world.db, outbox);
    expect(said).toBeGreaterThan(0);
    for (const time of ['07:30', '07:31', '08:45', '13:59']) await world.moveTo(`2026-07-13T${time}`);
    expect(await countRows(world.db, outbox)).toBe(said);
  });

  test('late on the same morning, for the slot that is still open', async () => {
    await world.moveTo('2026-07-13T10:20');
    expect(textOf(world.as('mai').lastAnswer())).toMatch(/^Nhắc việc buổi sáng 13\/7\/2026/);
  });

  test('after a stop of ten days once, grouped, and no step is caught up', async () => {
    const hear = makeEar();
    await world.moveTo('2026-07-23T09:10');
    const heard = hear();
    for (const texts of Object.values(heard)) expect(texts).toHaveLength(1);
    expect(heard.mai?.[0]).toMatch(/Quá hạn.*\(2 việc\)/);
    await world.moveTo('2026-07-23T14:00');
    expect(hear()).toEqual({});
  });

  test('after the clock went back a day, nothing is said again', async () => {
    await world.moveTo('2026-07-13T07:30');
    await world.moveTo('2026-07-14T07:30');
    const said = await countRows(world.db, notices);
    await world.moveTo('2026-07-13T14:00');
    await world.moveTo('2026-07-14T07:30');
    expect(await countRows(world.db, notices)).toBe(said);
  });

  test('in two processes at once', async () => {
    world.setClock('2026-07-13T07:30');
    await Promise.all([world.tick(), world.tick()]);
    expect(world.as('mai').hears()).toHaveLength(1);
  });
});

describe('The hours of the office', () => {
  const tasks = [{ ...NORMAL, due: '10/7/2026' }];

  test.each([
    '2026-07-13T07:29',
    '2026-07-13T17:00',
    '2026-07-11T07:30',
    '2026-07-12T14:00',
    '2026-09-01T07:30',
  ])('nothing is started at %s', async (at) => {
    await world.begin({ tasks, at: '2026-07-10T16:00', hasGroup: false });
    await world.moveTo(at);
    expect(await countRows(world.db, outbox)).toBe(0);
  });

  test('nobody gets more than two scheduled messages on a day', async () => {
    await world.begin({
      tasks: [...TASKS, ...tasks, { ...FOCUS, due: '10/7/2026' }],
      at: '2026-07-10T18:00',
    });
    const hear = makeEar();
    for (const time of ['07:30', '09:00', '11:00', '14:00', '14:30', '16:59', '18:00', '23:00']) {
      await world.moveTo(`2026-07-13T${time}`);
    }
    for (const texts of Object.values(hear())) expect(texts.length).toBeLessThanOrEqual(2);
  });

  test('an event in quiet hours is told with the next slot', async () => {
    await world.begin({ at: '2026-07-08T18:00' });
    const hear = makeEar();
    await world.as('mai').says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as('mai').presses('Đúng, ghi nhận');
    expect(hear().officeHead).toBeUndefined();
    await world.moveTo('2026-07-09T07:30');
    expect(hear().officeHead?.join()).toContain('NV11');
  });

  test('and not at all when it is no longer true', async () => {
    await world.begin({ at: '2026-07-08T18:00' });
    await world.as('mai').says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as('mai').presses('Đúng, ghi nhận');
    await world.as('mai').presses('Hoàn tác');
    const hear = makeEar();
    await world.moveTo('2026-07-09T07:30');
    expect(hear().officeHead).toBeUndefined();
  });
});

test('A message that nobody can receive any more is put aside, not sent to the old account', async () => {
  await world.begin({ tasks: [{ ...NORMAL, due: '10/7/2026' }], at: '2026-07-10T18:00' });
  await world.inUseCase(async (useCase) => {
    const account = await findOpenAccountOfPerson(useCase.tx, await findPersonId(useCase, 'mai'));
    await closeAccount(useCase.tx, account?.id ?? 0, useCase.now);
  });
  await world.moveTo('2026-07-13T07:30');
  expect(world.as('mai').hears()).toEqual([]);
});
