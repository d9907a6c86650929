import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FuzzWorld, openFuzzWorld } from '../../../scripts/fuzz/fuzz-world.ts';
import { runFuzz } from '../../../scripts/fuzz/run-fuzz.ts';

/** Always the same ones, and one that nobody chose: its number is in the test's name. */
const SEEDS = [1, 20_260_708, randomInt(2 ** 31)];

let world: FuzzWorld;
beforeAll(async () => {
  world = await openFuzzWorld();
});
afterAll(() => world.close());

test.each(SEEDS)(
  'Whatever is sent takes effect or is let go: 500 updates, seed %i',
  {
    timeout: 120_000,
  },
  async (seed) => {
    const report = await runFuzz(world, { updates: 500, seed });
    expect({ findings: report.findings, smallest: report.smallest }).toEqual({
      findings: [],
      smallest: null,
    });
    expect(report.updates).toEqual({ handled: 500 });
  },
);
