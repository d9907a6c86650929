import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readKpi } from '../../src/app/read-kpi.ts';
import { type Connection, selectRows } from '../../src/db/client.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { holdLease, releaseLease } from '../../src/db/queries/leases.ts';
import { changeTask } from '../../src/db/queries/tasks.ts';
import { accounts } from '../../src/db/schema/index.ts';
import { type BotWorld, moment, startBotWorld } from '../support/bot-world.ts';
import { readTask } from '../support/rows.ts';
import { findPersonId } from '../support/set-up-department.ts';
import { openEmptyDatabase } from '../support/test-database.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

describe('The database itself refuses rows that cannot be', () => {
  test.each([
    ['two tasks of one code', `insert into tasks select * from tasks where code = 'NV11'`],
    ['a task due before it begins', `update tasks set start_on = '2026-12-31' where code = 'NV11'`],
    [
      'a finished task without a product day',
      `update tasks set state = 'done', product_on = null where code = 'NV11'`,
    ],
    ['a cadence on a single task', `update tasks set cadence = '{"every":"day"}' where code = 'NV11'`],
    ['a part without its whole', `update tasks set structure = 'occurrence' where code = 'NV11'`],
    ['130 %', `update progress_reports set percent = 130`],
    ['a figure below nothing', `update progress_reports set percent = -1`],
    [
      'two open accounts of a person',
      `insert into accounts (person_id, telegram_user_id, bound_at, reach) select person_id, 1, bound_at, reach from accounts limit 1`,
    ],
    [
      'two people behind one account',
      `insert into accounts (person_id, telegram_user_id, bound_at, reach) select a.person_id, b.telegram_user_id, a.bound_at, 'ok' from accounts a, accounts b where a.id = 1 and b.id = 2`,
    ],
    [
      'an invitation of nobody',
      `insert into invitations (code_hash, created_at, expires_at) values ('x', '2026-01-01', '2026-01-02')`,
    ],
    [
      'an invitation used by nobody',
      `update invitations set used_by_telegram_id = null where used_at is not null`,
    ],
    [
      'a message to nobody',
      `insert into outbox (kind, version, payload, priority, not_before, created_at, state, next_attempt_at, attempts, unknown_ends, sent_parts) values ('x', 1, '{}', 0, '2026-01-01', '2026-01-01', 'waiting', '2026-01-01', 0, 0, 0)`,
    ],
    ['a role that ends before it begins', `update memberships set to_on = '2000-01-01'`],
    ['two installations', `insert into installation (id, mode, created_at) values (2, 'real', '2026-01-01')`],
    [
      'a second “Bắt đầu” of the whole',
      `insert into go_lives (unit_id, started_at) values (null, '2026-01-01')`,
    ],
    ['a report of a task that is not there', `update progress_reports set task_id = 999999`],
    [
      'two present versions of a task',
      `insert into task_versions (task_id, recorded_at, lead_unit_id, priority, state, is_backlog) select id, '2026-01-01', lead_unit_id, 'normal', 'issued', false from tasks limit 1`,
    ],
  ])('%s', async (_, statement) => {
    await expect(world.db.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
  });
});

describe('Both drivers hand over the same', () => {
  test('rows of a hand-written statement as an array', async () => {
    expect(await selectRows(world.db, sql`select 1::int as one, 'hai' as two`)).toEqual([
      { one: 1, two: 'hai' },
    ]);
    expect(await selectRows(world.db, sql`select 1 where false`)).toEqual([]);
  });

  test('Telegram’s largest ids exactly, days as text, instants as dates', async () => {
    const largest = 2 ** 52 - 1;
    const personId = await world.inUseCase((useCase) => findPersonId(useCase, 'mai'));
    const [row] = await world.db
      .insert(accounts)
      .values({
        personId,
        telegramUserId: largest,
        boundAt: world.clock.now(),
        closedAt: world.clock.now(),
        reach: 'ok',
      })
      .returning();
    expect(row).toMatchObject({ telegramUserId: largest, boundAt: world.clock.now() });
    expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-15');
  });
});

test('Migrating again changes nothing', async () => {
  const tables = () =>
    selectRows(
      world.db,
      sql`select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`,
    );
  const before = await tables();
  expect(before.length).toBeGreaterThan(100);
  await migrateDatabase(world.db);
  await migrateDatabase(world.db);
  expect(await tables()).toEqual(before);
});

describe('An empty database', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await openEmptyDatabase();
  });
  afterAll(() => connection.close());

  test('is migrated once by two that start together', async () => {
    await Promise.all([migrateDatabase(connection.db), migrateDatabase(connection.db)]);
    const applied = await selectRows<{ n: number }>(
      connection.db,
      sql`select count(*)::int as n from drizzle.__drizzle_migrations`,
    );
    expect(applied[0]?.n).toBeGreaterThan(0);
  });

  test('gives a lease to one holder at a time, with a token that grows', async () => {
    expect(await holdLease(connection.db, 'sender', 'a', 60)).toBe(1);
    expect(await holdLease(connection.db, 'sender', 'b', 60)).toBeNull();
    expect(await holdLease(connection.db, 'sender', 'a', 60)).toBe(1);
    await releaseLease(connection.db, 'sender', 'a');
    expect(await holdLease(connection.db, 'sender', 'b', 60)).toBe(2);
  });
});

describe('A figure as of a moment is as it was recorded by then', () => {
  const figuresAt = (at: string) =>
    world.inUseCase(
      async (useCase) => (await readKpi(useCase, { scope: { kind: 'all' }, asOf: moment(at) })).figures,
    );

  test('a day moved, a task finished back-dated or moved to another unit changes no older figure', async () => {
    await world.begin({ at: '2026-07-08T09:00' });
    world.setClock('2026-07-20T09:00');
    const before = await figuresAt('2026-07-16T09:00');
    expect(before).toMatchObject({ overdueOpen: 2, tasks: 6 });
    await world.inUseCase(async (useCase) => {
      const late = await readTask(useCase.tx, 'NV11');
      await changeTask(useCase.tx, late.id, { dueOn: '2026-12-31' }, useCase.now);
      const done = await readTask(useCase.tx, 'NV13');
      await changeTask(useCase.tx, done.id, { state: 'done', productOn: '2026-07-02' }, useCase.now);
    });
    expect(await figuresAt('2026-07-16T09:00')).toEqual(before);
    expect(await figuresAt('2026-07-20T09:00')).toMatchObject({ overdueOpen: 0, doneEarly: 2 });
  });

  test('before the import there was nothing', async () => {
    expect(await figuresAt('2026-07-08T08:59')).toMatchObject({ tasks: 0 });
  });

  test('a clock that went back a little never makes a version end before it began', async () => {
    const task = await readTask(world.db, 'NV14');
    await world.inUseCase((useCase) =>
      changeTask(useCase.tx, task.id, { state: 'submitted' }, moment('2026-07-01T09:00')),
    );
    expect((await readTask(world.db, 'NV14')).state).toBe('submitted');
  });
});
