import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openFuzzWorld } from './fuzz-world.ts';
import { runFuzz } from './run-fuzz.ts';

const QUICK = 1500;

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '50000' },
    seed: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const updates = values.quick ? QUICK : Number(values.updates);
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
console.log(`seed ${seed}, ${updates} updates`);

const startedAt = Date.now();
const seconds = () => Math.round((Date.now() - startedAt) / 1000);
const world = await openFuzzWorld();
const report = await runFuzz(world, {
  updates,
  seed,
  onProgress: (done) => console.log(`${done} updates, ${seconds()} s`),
});
await world.close();
console.log('sent', report.sent);
console.log('updates', report.updates);
console.log('answers', report.answers);
console.log(`${seconds()} s, seed ${seed}, ${report.findings.length} findings`);
for (const finding of report.findings) console.log(finding);
if (report.smallest !== null) console.log('smallest', JSON.stringify(report.smallest));
process.exit(report.findings.length === 0 ? 0 : 1);
