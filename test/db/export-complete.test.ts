import { is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEFT_OUT_OF_EXPORT, readAllTables } from '../../src/db/queries/export.ts';
import * as schema from '../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

test('every table is exported, or left out on purpose', async () => {
  const tables = Object.entries(schema).flatMap(([name, table]) => (is(table, PgTable) ? [name] : []));
  const exported = Object.keys(await readAllTables(world.db));
  expect([...exported, ...LEFT_OUT_OF_EXPORT].sort()).toEqual(tables.sort());
});
