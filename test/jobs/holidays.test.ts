import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notices } from '../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

/** The day on which each step heard of the task first, as it was recorded. */
async function listFirstDays(): Promise<Record<string, string>> {
  const rows = await world.db.select().from(notices).orderBy(asc(notices.onDay), asc(notices.id));
  const first: Record<string, string> = {};
  for (const { kind, key, onDay } of rows) {
    const step = kind === 'overdue' ? 'overdue' : kind === 'ladder' ? (key.split(':').at(-1) ?? '') : null;
    if (step !== null) first[step] ??= onDay;
  }
  return first;
}

test.each([
  {
    over: 'Tết 2027, from 05/02 to 11/02',
    due: '03/02/2027',
    heard: {
      overdue: '2027-02-04',
      office: '2027-02-15',
      leaderInCharge: '2027-02-17',
      director: '2027-02-24',
    },
  },
  {
    over: 'Tết 2027, due in the middle of it: in time until the first working day after it is over',
    due: '08/02/2027',
    heard: {
      overdue: '2027-02-15',
      office: '2027-02-17',
      leaderInCharge: '2027-02-19',
      director: '2027-02-26',
    },
  },
  {
    over: '30/4 to 03/5/2027',
    due: '29/4/2027',
    heard: {
      overdue: '2027-05-04',
      office: '2027-05-06',
      leaderInCharge: '2027-05-10',
      director: '2027-05-17',
    },
  },
  {
    over: 'the swap of 31/8/2026 and Quốc khánh',
    due: '28/8/2026',
    heard: {
      overdue: '2026-09-03',
      office: '2026-09-07',
      leaderInCharge: '2026-09-09',
      director: '2026-09-16',
    },
  },
  {
    over: 'the Saturday 22/8/2026 that is worked for it, and then the days off',
    due: '20/8/2026',
    heard: {
      overdue: '2026-08-21',
      office: '2026-08-24',
      leaderInCharge: '2026-08-26',
      director: '2026-09-07',
    },
  },
  {
    over: 'the end of the year',
    due: '30/12/2026',
    heard: {
      overdue: '2026-12-31',
      office: '2027-01-05',
      leaderInCharge: '2027-01-07',
      director: '2027-01-14',
    },
  },
])('The ladder climbs by working days over $over', async ({ due, heard }) => {
  const [day = '', month = '', year = ''] = due.split('/');
  const dueOn = `${year}-${month.padStart(2, '0')}-${day}`;
  await world.begin({
    at: `${dueOn}T08:00`,
    tasks: [
      { code: 'NV41', title: 'Việc thường', lead: 'CDS', assignee: 'Lý Thị Mai', product: 'Báo cáo', due },
    ],
  });
  await world.liveUntil(`${heard.director}T15:00`);
  expect(await listFirstDays()).toMatchObject(heard);
  const days = await world.db
    .selectDistinct({ onDay: notices.onDay })
    .from(notices)
    .where(eq(notices.kind, 'overdue'));
  // Weekly, to the assignee and the head: at T+1 and T+6, and never on a day between that is off.
  expect(days).toHaveLength(2);
});
