import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/db/client.ts';
import { clearEverything } from '../../../src/db/queries/installation.ts';
import { outbox, updates } from '../../../src/db/schema/index.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { loadPlan } from '../../../src/load-plan.ts';
import { openTestDatabase } from '../../support/test-database.ts';
import { messageUpdate, RecordingIntake } from './recording-intake.ts';

const PLAN_FILE = fileURLToPath(new URL('../../../plans/dong-nai-skhcn.yaml', import.meta.url));
const ON_SERVER = (process.env['TEST_DATABASE_URL'] ?? '') !== '';
const LONG = { timeout: 20_000 };

const MAI = 7008;
const HUONG = 7011;

let connection: Connection;
let plan: Plan;
let intake: RecordingIntake;
beforeAll(async () => {
  [connection, plan] = await Promise.all([openTestDatabase(), loadPlan(PLAN_FILE)]);
});
afterAll(() => connection.close());
beforeEach(async () => {
  await clearEverything(connection.db);
  intake = new RecordingIntake(connection, plan);
});

const countWaiting = () => connection.db.$count(updates, eq(updates.state, 'pending'));

/** Lets workers run until so many updates took effect. */
async function workUntil(count: number): Promise<void> {
  const stop = intake.work();
  await expect.poll(() => intake.handled.length, LONG).toBeGreaterThanOrEqual(count);
  await stop();
}

describe('What arrives', () => {
  test('twice, in one delivery or in two, takes effect once', async () => {
    const update = messageUpdate(1, MAI, 'a');
    expect(await intake.store(update, messageUpdate(2, MAI, 'b'))).toBe(2);
    expect(await intake.store(update)).toBe(0);
    await workUntil(2);
    expect(await intake.store(update, messageUpdate(3, MAI, 'c'))).toBe(1);
    await workUntil(3);
    expect(intake.handled).toEqual(['a', 'b', 'c']);
  });

  test('out of order takes effect in the order in which it was written', async () => {
    await intake.store(messageUpdate(7, MAI, 'c'), messageUpdate(8, HUONG, 'd'));
    await intake.store(messageUpdate(6, MAI, 'b'), messageUpdate(5, MAI, 'a'));
    await workUntil(4);
    expect(intake.handled.filter((text) => text !== 'd')).toEqual(['a', 'b', 'c']);
  });
});

describe('An update at which a handler throws', () => {
  let tries: string[];
  let isBroken: boolean;
  beforeEach(async () => {
    tries = [];
    isBroken = true;
    intake.before = async (text) => {
      tries.push(text);
      if (isBroken && text === 'broken') throw new Error('a fault of ours');
    };
    await intake.store(
      messageUpdate(1, MAI, 'broken'),
      messageUpdate(2, MAI, 'after'),
      messageUpdate(3, MAI, 'last'),
    );
    await intake.store(messageUpdate(4, HUONG, 'elsewhere'));
  });

  test('holds its own chat up until it is set aside after four tries, and no other', async () => {
    const stop = intake.work();
    await expect.poll(() => intake.handled, LONG).toEqual(['elsewhere']);
    await skipPausesUntil(() => intake.handled.length === 3);
    await stop();
    expect(intake.handled).toEqual(['elsewhere', 'after', 'last']);
    expect(tries.filter((text) => text === 'broken')).toHaveLength(4);
  });

  test('is said to its sender once', async () => {
    const stop = intake.work();
    await skipPausesUntil(() => intake.handled.length === 3);
    await stop();
    const said = await connection.db.select().from(outbox);
    expect(said.map(({ kind, payload, chatId }) => ({ kind, payload, chatId }))).toEqual([
      { kind: 'problem', payload: { problem: 'internalError' }, chatId: MAI },
    ]);
  });

  test('is listed by the command line, and runs again when that is asked', async () => {
    const stop = intake.work();
    await skipPausesUntil(() => intake.handled.length === 3);
    expect(await intake.cli('failed')).toMatchObject([[{ updateId: 1, lane: String(MAI), attempts: 4 }]]);
    isBroken = false;
    await intake.cli('failed', '--retry', '1');
    await expect.poll(() => intake.handled, LONG).toEqual(['elsewhere', 'after', 'last', 'broken']);
    await stop();
    expect(await intake.cli('failed')).toEqual([[]]);
  });
});

describe('A stop', () => {
  test('waits for the update in hand; the rest stays stored and is handled at the next start', async () => {
    const begun = gate();
    const mayEnd = gate();
    intake.before = async () => {
      begun.resolve();
      await mayEnd.promise;
    };
    await intake.store(
      messageUpdate(1, MAI, 'in hand'),
      messageUpdate(2, MAI, 'later'),
      messageUpdate(3, HUONG, 'other'),
    );
    const stop = intake.work();
    await begun.promise;
    const stopped = stop();
    mayEnd.resolve();
    await stopped;
    expect(intake.handled).toEqual(['in hand']);
    expect(await countWaiting()).toBe(2);
    await workUntil(3);
    expect(intake.handled).toEqual(['in hand', 'later', 'other']);
  });
});

// The embedded database is one connection, so that there is one worker: run with TEST_DATABASE_URL.
test.skipIf(!ON_SERVER)(
  'A chat whose handler is slow delays no other (on a database server only)',
  async () => {
    const mayEnd = gate();
    intake.before = async (text) => {
      if (text === 'slow') await mayEnd.promise;
    };
    await intake.store(messageUpdate(1, MAI, 'slow'), messageUpdate(2, MAI, 'behind it'));
    await intake.store(
      messageUpdate(3, HUONG, 'x'),
      messageUpdate(4, HUONG, 'y'),
      messageUpdate(5, 7001, 'z'),
    );
    const stop = intake.work(4);
    await expect.poll(() => intake.handled.toSorted(), LONG).toEqual(['x', 'y', 'z']);
    mayEnd.resolve();
    await expect.poll(() => intake.handled.slice(3), LONG).toEqual(['slow', 'behind it']);
    await stop();
  },
);

/** The pauses between tries are long: each is cut short here. */
async function skipPausesUntil(isReached: () => boolean): Promise<void> {
  const skip = async () => {
    await connection.db
      .update(updates)
      .set({ nextAttemptAt: sql`clock_timestamp()` })
      .where(eq(updates.state, 'pending'));
    return isReached();
  };
  await expect.poll(skip, { timeout: 25_000, interval: 200 }).toBe(true);
}

/** A promise that a test lets go. */
function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
