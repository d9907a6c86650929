import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/db/client.ts';
import { RIGHTS } from '../../src/domain/access/rights.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { readShippedPlan } from '../support/shipped-plan.ts';
import { openTestDatabase } from '../support/test-database.ts';
import { liveSeed } from './model-world.ts';

/** A few seeds of what `npm run model` does at length. */
const SEEDS = [1, 2, 3];
const ACTS = 200;

let connection: Connection;
let plan: Plan;
beforeAll(async () => {
  connection = await openTestDatabase();
  plan = await readShippedPlan();
});
afterAll(() => connection.close());

describe('Whatever random people do to tasks', () => {
  test.each(SEEDS)('the product does what the plan says, and stays whole (seed %i)', async (seed) => {
    const tally = new Map<string, number>();
    await liveSeed(connection, plan, { seed, acts: ACTS, tally });
    expect([...tally.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(ACTS / 2);
  });
});

test('the model notices when one right is missing', async () => {
  const { operator, ...rest } = RIGHTS.confirm;
  RIGHTS.confirm = rest;
  try {
    await expect(liveSeed(connection, plan, { seed: 1, acts: 400, tally: new Map() })).rejects.toThrow(
      /the plan says/,
    );
  } finally {
    RIGHTS.confirm = { ...rest, ...(operator === undefined ? {} : { operator }) };
  }
});
