import type { EChartsOption, GraphicComponentOption } from 'echarts';
import { fitText, widthOf } from './fit-text.ts';
import { CHART_LABELS } from './labels.ts';
import { HEADER_HEIGHT } from './on-time-header.ts';
import type { OnTimeUnit } from './on-time-model.ts';
import { CHART_WIDTH, COLOURS, formatRate, MARGIN, TONES, toneOf } from './style.ts';
import { textBlock } from './text-block.ts';

/** Width of 100 %, pixels. */
const BAR_WIDTH = 900;
/** Where the number of overdue tasks ends on the name's line: left of the target line, which stands near 100 %. */
const NAME_LINE_WIDTH = BAR_WIDTH * 0.965;
const GAP = 24;
/** Heights within a row, as parts of it. */
const NAME_AT = 0.24;
const BAR_AT = 0.68;
const RATE_AT = 0.32;
const COUNT_AT = 0.74;

/** Pixels. */
export interface RowSizes {
  height: number;
  bar: number;
  name: number;
  rate: number;
  count: number;
}
const ROOMY: RowSizes = { height: 116, bar: 34, name: 36, rate: 46, count: 30 };
const CLOSE: RowSizes = { height: 84, bar: 22, name: 30, rate: 36, count: 26 };
const MOST_ROOMY_UNITS = 14;

/** Roomy rows while they all fit on a phone's screen, closer ones beyond. */
export function rowSizesFor(unitCount: number): RowSizes {
  return unitCount > MOST_ROOMY_UNITS ? CLOSE : ROOMY;
}

/** The bars and the line of the target. */
export function drawBars(units: readonly OnTimeUnit[], target: number, sizes: RowSizes): EChartsOption {
  return {
    grid: {
      left: MARGIN,
      width: BAR_WIDTH,
      // Bars are centred in their bands: the grid is moved down so that the name fits above the bar.
      top: HEADER_HEIGHT + (BAR_AT - 0.5) * sizes.height,
      height: units.length * sizes.height,
    },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: { type: 'category', inverse: true, show: false, data: units.map((_, i) => String(i)) },
    series: [
      {
        type: 'bar',
        barWidth: sizes.bar,
        showBackground: true,
        backgroundStyle: { color: COLOURS.track },
        data: units.map(({ rate }) => ({
          value: rate ?? 0,
          itemStyle: { color: toneOf(rate, target).area },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          label: {
            position: 'start',
            distance: 20,
            formatter: CHART_LABELS.target(formatRate(target)),
            fontSize: 28,
            color: COLOURS.text,
          },
          lineStyle: { color: COLOURS.text, width: 3, type: 'dashed' },
          data: [{ xAxis: target }],
        },
      },
    ],
  };
}

/** The names and numbers of the units. */
export function drawRows(
  units: readonly OnTimeUnit[],
  target: number,
  sizes: RowSizes,
): GraphicComponentOption[] {
  return units.flatMap((unit, i) => {
    const top = HEADER_HEIGHT + i * sizes.height;
    return [...drawName(unit, top, sizes), ...drawNumbers(unit, target, top, sizes)];
  });
}

function drawName(unit: OnTimeUnit, top: number, sizes: RowSizes): GraphicComponentOption[] {
  const y = top + NAME_AT * sizes.height;
  const overdue = unit.overdueOpen > 0 ? CHART_LABELS.overdueOpen(unit.overdueOpen) : '';
  const room = NAME_LINE_WIDTH - GAP - widthOf(overdue, sizes.count);
  return [
    textBlock({ x: MARGIN, y, ...fitText(unit.name, room, sizes.name), weight: 600 }),
    textBlock({
      x: MARGIN + NAME_LINE_WIDTH,
      y,
      text: overdue,
      size: sizes.count,
      colour: TONES.missed.text,
      align: 'right',
    }),
  ];
}

function drawNumbers(
  unit: OnTimeUnit,
  target: number,
  top: number,
  sizes: RowSizes,
): GraphicComponentOption[] {
  const right = { x: CHART_WIDTH - MARGIN, align: 'right' } as const;
  if (unit.rate === null) {
    const y = top + BAR_AT * sizes.height;
    return [textBlock({ ...right, y, text: CHART_LABELS.noData, size: sizes.count, colour: COLOURS.faint })];
  }
  const rateY = top + RATE_AT * sizes.height;
  const countY = top + COUNT_AT * sizes.height;
  const colour = toneOf(unit.rate, target).text;
  const count = `${unit.onTime}/${unit.due}`;
  return [
    textBlock({ ...right, y: rateY, text: formatRate(unit.rate), size: sizes.rate, weight: 700, colour }),
    textBlock({ ...right, y: countY, text: count, size: sizes.count, colour: COLOURS.faint }),
  ];
}
