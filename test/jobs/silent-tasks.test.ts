import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { explainPolicy } from '../../src/app/explain-policy.ts';
import { findSilentTasks } from '../../src/app/find-silent-tasks.ts';
import { startUseCase } from '../../src/app/use-case.ts';
import { changeTask } from '../../src/db/queries/tasks.ts';
import { notices } from '../../src/db/schema/index.ts';
import { type BotWorld, moment, startBotWorld } from '../support/bot-world.ts';
import { readTask } from '../support/rows.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const at = (written: string) => startUseCase(world.db, world.plan, moment(written), 'cli');
const slot = (day: string) => moment(`${day}T07:30`).toISOString();

describe('What will be said of a task', () => {
  // The unit went live that morning: the afternoon said the first step.
  beforeEach(() => world.liveUntil('2026-07-08T16:59'));

  test('of one that is late: to the assignee and the head each week, and up the ladder, each step once', async () => {
    const planned = await explainPolicy(at('2026-07-08T16:59'), 'NV13');
    const steps = planned.filter(({ kind }) => kind === 'ladder');
    expect(steps.map(({ at: when, to, role, step }) => ({ when, to, role, step }))).toEqual([
      { when: slot('2026-07-10'), to: 'Trần Quốc Cường', role: 'office', step: 2 },
      { when: slot('2026-07-14'), to: 'Nguyễn Hoàng An', role: 'leaderInCharge', step: 3 },
      { when: slot('2026-07-21'), to: 'Phan Văn Giám', role: 'director', step: 4 },
    ]);
    const toHuong = planned.filter(({ to }) => to === 'Ngô Thị Hương');
    expect(toHuong.map(({ at: when }) => when)).toEqual(
      ['2026-07-15', '2026-07-22', '2026-07-29', '2026-08-05'].map(slot),
    );
    expect(planned.every(({ tasks }) => tasks.join() === 'NV13')).toBe(true);
  });

  test('of one that is not yet due: 7, 3, 1 and 0 working days before, the head from 3', async () => {
    const planned = await explainPolicy(at('2026-07-08T16:59'), 'NV15');
    const soon = planned.filter(({ kind }) => kind === 'dueSoon');
    expect(soon.map(({ at: when, role }) => `${when} ${role}`)).toEqual([
      `${slot('2026-07-15')} assignee`,
      `${slot('2026-07-21')} assignee`,
      `${slot('2026-07-21')} head`,
      `${slot('2026-07-23')} assignee`,
      `${slot('2026-07-23')} head`,
      `${slot('2026-07-24')} assignee`,
      `${slot('2026-07-24')} head`,
    ]);
  });

  test('is exactly what the jobs then send', async () => {
    const planned = await explainPolicy(at('2026-07-08T16:59'), 'NV13');
    await world.liveUntil('2026-07-17T08:00');
    const task = await readTask(world.db, 'NV13');
    const rows = await world.db.select().from(notices).where(eq(notices.taskId, task.id));
    const sent = rows
      .filter(({ kind, onDay }) => (kind === 'overdue' || kind === 'ladder') && onDay > '2026-07-08')
      .map(({ onDay, kind }) => `${slot(onDay)} ${kind}`);
    expect(sent.sort()).toEqual(
      planned
        .filter(({ at: when }) => when <= slot('2026-07-17'))
        .map(({ at: when, kind }) => `${when} ${kind}`)
        .sort(),
    );
  });

  test('nothing of one that is closed', async () => {
    await expect(explainPolicy(at('2026-07-08T16:59'), 'NV16')).rejects.toThrow('nothingWatched');
    await expect(explainPolicy(at('2026-07-08T16:59'), 'NV99')).rejects.toThrow('taskNotFound');
  });
});

describe('An overdue task is silent', () => {
  beforeEach(() => world.liveUntil('2026-07-10T09:00'));
  const findSilent = () => findSilentTasks(at('2026-07-10T09:00'));

  test('never, as long as the jobs run', async () => {
    expect(await findSilent()).toEqual([]);
  });

  test('when what was owed was said to nobody; then it says to whom', async () => {
    const task = await readTask(world.db, 'NV13');
    await world.db.delete(notices).where(eq(notices.taskId, task.id));
    expect(await findSilent()).toContainEqual({
      at: slot('2026-07-10'),
      to: 'Ngô Thị Hương',
      role: 'assignee',
      kind: 'overdue',
      tasks: ['NV13'],
    });
  });

  test('not before the morning’s messages could have been planned, nor when it is done', async () => {
    await world.inUseCase(async ({ tx }) => {
      await changeTask(
        tx,
        (await readTask(tx, 'NV15')).id,
        { dueOn: '2026-07-09' },
        moment('2026-07-10T07:00'),
      );
    });
    expect(await findSilentTasks(at('2026-07-10T07:35'))).toEqual([]);
    expect((await findSilent()).map(({ tasks }) => tasks.join())).toContain('NV15');
    await world.inUseCase(async ({ tx }) => {
      await changeTask(
        tx,
        (await readTask(tx, 'NV15')).id,
        { state: 'done', productOn: '2026-07-10' },
        moment('2026-07-10T08:50'),
      );
    });
    expect(await findSilent()).toEqual([]);
    // As of the moment before it was done it is as it was.
    expect((await findSilentTasks(at('2026-07-10T08:45'))).map(({ tasks }) => tasks.join())).toContain(
      'NV15',
    );
  });
});
