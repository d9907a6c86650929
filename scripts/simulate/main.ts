import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readShippedPlan } from '../../test/support/shipped-plan.ts';
import { openTestDatabase } from '../../test/support/test-database.ts';
import { check, type Facts, holds, type Sent } from './check.ts';
import { readOptions } from './options.ts';
import { simulate } from './simulate.ts';

/**
 * A department lived day by day with a movable clock: `npm run simulate -- --people 200 --tasks 600 --from 2026-06-01
 * --to 2027-09-30`. What the Bot API was asked to send is written to `sent.jsonl` and checked by code that shares
 * nothing with the product; the command fails when a promise did not hold.
 */

const options = readOptions(process.argv.slice(2));
await mkdir(options.out, { recursive: true });
const sentFile = join(options.out, 'sent.jsonl');
const factsFile = join(options.out, 'facts.json');
const connection = await openTestDatabase();
const stream = createWriteStream(sentFile);
const facts = await simulate({
  connection,
  plan: await readShippedPlan(),
  options,
  onSent: (line) => stream.write(`${JSON.stringify(line)}\n`),
  onDay: (day, count) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${day}: ${count} lines`);
  },
}).catch((error: unknown) => {
  // What is wrong with the files is theirs to mend: said in one line, without our stack.
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(2);
});
await new Promise((resolve) => stream.end(resolve));
await writeFile(factsFile, JSON.stringify(facts));
await connection.close();

const sent = (await readFile(sentFile, 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Sent);
const verdict = check(sent, JSON.parse(await readFile(factsFile, 'utf8')) as Facts);
await writeFile(join(options.out, 'verdict.json'), JSON.stringify(verdict, null, 2));
const shown = { ...verdict, silent: 0, duplicates: 0, inQuietTime: 0, tooMany: 0 };
for (const name of ['silent', 'duplicates', 'inQuietTime', 'tooMany'] as const) {
  shown[name] = verdict[name].length;
  for (const line of verdict[name].slice(0, 10)) console.log(`${name}: ${line}`);
}
console.log(`\n${JSON.stringify(shown, null, 2)}\n${holds(verdict) ? 'HOLDS' : 'DOES NOT HOLD'}`);
process.exitCode = holds(verdict) ? 0 : 1;
