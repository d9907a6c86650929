import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recomputeFigures } from '../support/recompute-figures.ts';
import { askCli, type RunningProcess, type Settings, startProduct } from '../support/run-process.ts';

const START = '2026-07-08';

interface KpiAnswer extends Record<string, unknown> {
  units: Record<string, unknown>[];
}

let settings: Settings;
let product: RunningProcess;

beforeAll(async () => {
  settings = { DATA_DIR: await mkdtemp(join(tmpdir(), 'figures-')), HTTP_PORT: '0', LOG_LEVEL: 'warn' };
  product = startProduct(settings);
  await product.waitFor(/http:\S+/, 60_000);
}, 70_000);

afterAll(async () => {
  await product.kill();
  await rm(settings.DATA_DIR ?? '', { recursive: true });
});

async function askKpi(...options: string[]): Promise<KpiAnswer> {
  const answer = await askCli<KpiAnswer>(['kpi', ...options], settings);
  expect(product.isRunning(), product.said()).toBe(true);
  return answer;
}

const NAMES = ['scope', 'asOf', 'units', 'name'];

/** An answer of the product without what names it. */
const countsOf = (answer: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(answer).filter(([key]) => !NAMES.includes(key)));

async function compare(options: string[], question: { asOf: string; period?: { from: string; to: string } }) {
  const [said, recomputed] = [
    await askKpi(...options),
    await recomputeFigures({ importedOn: START, ...question }),
  ];
  expect(countsOf(said)).toEqual(recomputed.all);
  expect(said.units.map(countsOf)).toEqual(recomputed.units);
  return recomputed.all;
}

describe('the figures of the sample, against a second working-out from its spreadsheets', () => {
  it('agree at the start, for the department and for each unit', async () => {
    const all = await compare([], { asOf: START });
    expect(all.due).toBeGreaterThan(30);
    expect(all.overdueOpen).toBeGreaterThan(10);
    expect(all.awaitingConfirmation).toBeGreaterThan(0);
  }, 60_000);

  it.each(['2026-07-13', '2026-08-31', '2027-12-31'])(
    'agree as of %s',
    async (asOf) => {
      await compare(['--as-of', asOf], { asOf });
    },
    30_000,
  );

  it.each([
    ['2026-06-01', '2026-06-30'],
    ['2026-07-01', '2026-07-31'],
    ['2027-01-01', '2027-12-31'],
  ])(
    'agree for the period from %s to %s',
    async (from, to) => {
      await compare(['--from', from, '--to', to], { asOf: START, period: { from, to } });
    },
    30_000,
  );

  it('agree for a unit asked alone', async () => {
    const { units } = await recomputeFigures({ importedOn: START, asOf: START });
    const said = await askKpi('--unit', 'CDS');
    expect(said.scope).toBe('CDS');
    expect({ unit: 'CDS', ...countsOf(said) }).toEqual(units.find(({ unit }) => unit === 'CDS'));
  }, 60_000);

  it('know nothing of what was not yet recorded', async () => {
    expect(await askKpi('--as-of', '2026-07-07')).toMatchObject({ tasks: 0, due: 0, onTimeRate: null });
  }, 60_000);
});
