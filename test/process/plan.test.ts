import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askCli, runCli, type Settings } from '../support/run-process.ts';

const SHIPPED = new URL('../../plans/dong-nai-skhcn.yaml', import.meta.url);
const CHANGE = { path: 'weeklyDigest.at', old: '07:30', new: '08:15' };

let folder: string;
let settings: Settings;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
  const planFile = join(folder, 'plan.yaml');
  const shipped = await readFile(SHIPPED, 'utf8');
  await writeFile(planFile, shipped);
  settings = {
    DATA_DIR: join(folder, 'data'),
    BOT_TOKEN: '1:a-token-that-opens-nothing',
    PLAN_FILE: planFile,
  };
  await askCli(['migrate'], settings);
  await writeFile(planFile, shipped.replace(/(weeklyDigest:\n[^\n]*\n {2}at: )"07:30"/, '$1"08:15"'));
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

it('a changed plan file is only shown until it is applied; then it stands, and going back is a change like any other', async () => {
  expect(await askCli(['plan', 'diff'], settings)).toEqual([CHANGE]);
  expect(await askCli(['plan', 'apply'], settings)).toEqual([CHANGE]);
  expect(await askCli(['plan', 'diff'], settings)).toEqual([]);
  await writeFile(settings.PLAN_FILE ?? '', await readFile(SHIPPED, 'utf8'));
  expect(await askCli(['plan', 'apply'], settings)).toEqual([{ ...CHANGE, old: '08:15', new: '07:30' }]);
  expect(await askCli(['plan', 'diff'], settings)).toEqual([]);
}, 60_000);

it('a plan file with a mistake is refused with its line, and nothing is applied', async () => {
  const shipped = await readFile(SHIPPED, 'utf8');
  await writeFile(settings.PLAN_FILE ?? '', shipped.replace('weeklyDigest:', 'weeklyDigets:'));
  const { exitCode, error } = await runCli(['plan', 'apply'], settings);
  expect(exitCode).toBe(1);
  expect(error).toMatch(/line \d+.*weeklyDigets/s);
}, 60_000);
