import { describe, expect, it } from 'vitest';
import { renderTrendChart, type TrendPoint } from '../../../src/documents/charts/trend-chart.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const chartOf = (points: TrendPoint[]) =>
  renderTrendChart({ title: 'Tỷ lệ đúng hạn theo tuần', subtitle: 'Toàn Sở', target: 0.98, points });

const weeks = (...rates: (number | null)[]): TrendPoint[] =>
  rates.map((rate, i) => ({ label: `Tuần ${i + 1}`, rate }));

describe('the trend chart', () => {
  it.each([
    ['no period', []],
    ['one period', weeks(0.9)],
    ['periods without anything due', weeks(null, null)],
    ['a gap', weeks(0.8, null, 1)],
    ['a year of weeks', weeks(...Array.from({ length: 52 }, (_, i) => i / 52))],
  ])('is a PNG 1280 pixels wide for %s', async (_, points) => {
    const png = await chartOf(points);
    expect(png.subarray(0, 8)).toEqual(SIGNATURE);
    expect(png.readUInt32BE(16)).toBe(1280);
  });

  it('is the same picture for the same rates, and another for others', async () => {
    const [one, same, other] = await Promise.all([
      chartOf(weeks(0.8, 0.9)),
      chartOf(weeks(0.8, 0.9)),
      chartOf(weeks(0.8, 0.91)),
    ]);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('shows a period without anything due as a gap, not as nought', async () => {
    expect(await chartOf(weeks(0.8, null, 1))).not.toEqual(await chartOf(weeks(0.8, 0, 1)));
  });

  it('shows the last half year of a longer row', async () => {
    const rates = Array.from({ length: 40 }, (_, i) => i / 40);
    expect(await chartOf(weeks(...rates))).toEqual(await chartOf(weeks(...rates).slice(-26)));
  });
});
