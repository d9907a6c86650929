import { describe, expect, it } from 'vitest';
import {
  type OnTimeChartModel,
  type OnTimeUnit,
  renderOnTimeChart,
} from '../../../src/documents/charts/on-time-chart.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function unit(name: string, onTime: number, due: number, overdueOpen = 0): OnTimeUnit {
  return { name, onTime, due, overdueOpen, rate: due === 0 ? null : onTime / due };
}

function modelOf(units: OnTimeUnit[], total: Partial<OnTimeChartModel['total']> = {}): OnTimeChartModel {
  return {
    title: 'Tỷ lệ hoàn thành đúng hạn theo đơn vị',
    subtitle: 'Tính đến 17:00 Thứ Sáu 05/6/2026',
    target: 0.98,
    total: {
      name: 'Toàn Sở',
      rate: 0.9,
      due: 10,
      onTime: 9,
      doneEarly: 4,
      doneOnDay: 5,
      doneLate: 0,
      overdueOpen: 1,
      ...total,
    },
    units,
  };
}

const unitsOf = (count: number): OnTimeUnit[] =>
  Array.from({ length: count }, (_, i) => unit(`Phòng ${i + 1}`, i % 12, 12, i % 3));

/** Width and height stand at fixed places of a PNG's first chunk. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

describe('the on-time chart', () => {
  it.each([0, 1, 9, 60])('is a PNG 1280 pixels wide for %i units', async (count) => {
    const png = await renderOnTimeChart(modelOf(unitsOf(count)));
    expect(png.subarray(0, 8)).toEqual(SIGNATURE);
    expect(sizeOf(png).width).toBe(1280);
  });

  it('grows with its units, but no further than forty', async () => {
    const heights = await Promise.all(
      [1, 9, 40, 60].map(async (count) => sizeOf(await renderOnTimeChart(modelOf(unitsOf(count)))).height),
    );
    const [one = 0, nine = 0, forty = 0, sixty = 0] = heights;
    expect(one).toBeLessThan(nine);
    expect(nine).toBeLessThan(forty);
    expect(sixty).toBe(forty);
    // Telegram refuses a photo whose sides add up to more.
    expect(1280 + sixty).toBeLessThan(10_000);
  });

  it('is the same picture for the same figures, in whatever order they come', async () => {
    const units = unitsOf(9);
    const png = await renderOnTimeChart(modelOf(units));
    expect(await renderOnTimeChart(modelOf([...units].reverse()))).toEqual(png);
  });

  it('shows the figures: another rate, target, count or name is another picture', async () => {
    const base = modelOf([unit('Văn phòng Sở', 9, 10, 1)]);
    const others: OnTimeChartModel[] = [
      { ...base, target: 0.9 },
      { ...base, subtitle: 'Tính đến 17:00 Thứ Hai 08/6/2026' },
      modelOf([unit('Văn phòng Sở', 90, 100, 1)]),
      modelOf([unit('Văn phòng Sở', 9, 10, 2)]),
      modelOf([unit('Phòng Chuyển đổi số', 9, 10, 1)]),
      modelOf(base.units, { doneLate: 3 }),
    ];
    const pngs = await Promise.all([base, ...others].map(renderOnTimeChart));
    expect(new Set(pngs.map((png) => png.toString('base64'))).size).toBe(pngs.length);
  });

  it('draws composed and decomposed Vietnamese alike', async () => {
    const [composed, decomposed] = await Promise.all(
      (['NFC', 'NFD'] as const).map((form) =>
        renderOnTimeChart(modelOf([unit('Phòng Quản lý khoa học'.normalize(form), 1, 2)])),
      ),
    );
    expect(decomposed).toEqual(composed);
  });

  it('has a glyph of its own for every Vietnamese letter', async () => {
    const letters = ['ă', 'đ', 'ẵ', 'ệ', 'ở', 'ợ', 'ữ', 'ỹ', 'Đ'];
    const pngs = await Promise.all(letters.map((letter) => renderOnTimeChart(modelOf([unit(letter, 1, 2)]))));
    expect(new Set(pngs.map((png) => png.toString('base64'))).size).toBe(letters.length);
  });

  it.each([
    ['nothing was due', unit('Đoàn Thanh niên', 0, 0)],
    ['the name is far too long', unit('Trung tâm Khoa học và Công nghệ '.repeat(9), 3, 4, 1234)],
    ['the name holds markup and control characters', unit('A & B <b>"\'\u0000\u001b\n</text>', 3, 4)],
    ['the name is empty', unit('', 0, 4, 4)],
  ])('stands when %s', async (_, odd) => {
    const png = await renderOnTimeChart(modelOf([odd], { rate: null, due: 0 }));
    expect(png.subarray(0, 8)).toEqual(SIGNATURE);
  });
});
