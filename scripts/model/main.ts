import { parseArgs } from 'node:util';
import { openEmbedded } from '../../src/db/client.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import type { Relation } from '../../src/domain/access/relations.ts';
import { RIGHTS, type TaskAction } from '../../src/domain/access/rights.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { liveSeed } from '../../test/model/model-world.ts';
import { Disagreement, type Tally } from '../../test/model/run-task-life.ts';
import { readShippedPlan } from '../../test/support/shipped-plan.ts';

/**
 * The life of tasks under random people, against a model of the plan's rules: `npm run model` (400 seeds of 1,000 acts),
 * `-- --quick`, `-- --seed 17` to live one again, `-- --break` to see that no right can be broken unnoticed.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    acts: { type: 'string' },
    seed: { type: 'string' },
    quick: { type: 'boolean' },
    break: { type: 'boolean' },
  },
});

/** Fewer than this in a full run, and a transition or refusal was not really tried. */
const LEAST_REACHED = 50;

const isFull = values.quick !== true && values.seed === undefined;
const seeds =
  values.seed === undefined
    ? Array.from({ length: Number(values.seeds ?? (isFull ? 400 : 5)) }, (_, i) => i + 1)
    : [Number(values.seed)];
const acts = Number(values.acts ?? (isFull || values.seed !== undefined ? 1000 : 300));

/** Rights whose actions random people try; the others have tests of their own. */
const TRIED: readonly TaskAction[] = [
  'view',
  'report',
  'complete',
  'confirm',
  'ask',
  'decideRequest',
  'remind',
  'direct',
];

/** Nobody among the random people watches tagged tasks: a test of the rights does. */
const NOT_PLAYED: Relation = 'monitorOfRights';

const connection = openEmbedded(null);
await migrateDatabase((await connection).db);
const plan = await readShippedPlan();

process.exitCode = values.break === true ? await breakEach(plan) : await liveAll(plan);
await (await connection).close();

async function liveAll(shipped: Plan): Promise<number> {
  const tally: Tally = new Map();
  let failed = 0;
  for (const seed of seeds) {
    try {
      await liveSeed(await connection, shipped, { seed, acts, tally });
    } catch (error) {
      if (!(error instanceof Disagreement)) throw error;
      failed += 1;
      console.log(error.message);
    }
  }
  const rows = [...tally].sort(([a], [b]) => a.localeCompare(b));
  for (const [name, n] of rows) console.log(`${String(n).padStart(7)}  ${name}`);
  const rare = rows.filter(([, n]) => n < LEAST_REACHED).map(([name]) => name);
  console.log(`${seeds.length} seeds of ${acts} acts, ${rows.length} ends, ${failed} disagreements`);
  if (isFull && rare.length > 0) console.log(`Reached fewer than ${LEAST_REACHED} times: ${rare.join(', ')}`);
  return failed > 0 || (isFull && rare.length > 0) ? 1 : 0;
}

/** Takes each cell of the table of rights away, and lets everybody in where a cell asks for more. */
async function breakEach(shipped: Plan): Promise<number> {
  let unnoticed = 0;
  for (const action of TRIED) {
    const whole = RIGHTS[action];
    for (const relation of (Object.keys(whole) as Relation[]).filter((name) => name !== NOT_PLAYED)) {
      const { [relation]: cell, ...without } = whole;
      const broken: (readonly [string, (typeof RIGHTS)[TaskAction]])[] = [
        [`${action} without ${relation}`, without],
        ...(cell === undefined || cell.length === 0
          ? []
          : [[`${action} by ${relation} without its conditions`, { ...whole, [relation]: [] }] as const]),
      ];
      for (const [name, table] of broken) {
        RIGHTS[action] = table;
        const seed = await findNoticing(shipped);
        RIGHTS[action] = whole;
        console.log(`${name}: ${seed === null ? 'NOT NOTICED' : `noticed with seed ${seed}`}`);
        if (seed === null) unnoticed += 1;
      }
    }
  }
  return unnoticed > 0 ? 1 : 0;
}

async function findNoticing(shipped: Plan): Promise<number | null> {
  for (const seed of seeds.slice(0, 10)) {
    try {
      await liveSeed(await connection, shipped, { seed, acts, tally: new Map() });
    } catch (error) {
      if (error instanceof Disagreement) return seed;
      throw error;
    }
  }
  return null;
}
