import type { EChartsOption } from 'echarts';
import { CHART_LABELS } from './labels.ts';
import { drawHeader, HEADER_HEIGHT } from './on-time-header.ts';
import { type OnTimeChartModel, sortWorstFirst } from './on-time-model.ts';
import { drawBars, drawRows, rowSizesFor } from './on-time-rows.ts';
import { renderPng } from './render-png.ts';
import { COLOURS, MARGIN } from './style.ts';
import { textBlock } from './text-block.ts';

export type { OnTimeChartModel, OnTimeUnit } from './on-time-model.ts';

/** More rows than this no phone shows; the rest is told as a number. */
const MOST_UNITS = 40;
const FOOTER_HEIGHT = 64;

/**
 * A PNG of on-time completion by unit (R22), worst first, under the total: `CHART_WIDTH` pixels wide, as high as the
 * units need. Beyond 40 units the best ones are left out and counted.
 */
export async function renderOnTimeChart(model: OnTimeChartModel): Promise<Buffer> {
  const units = sortWorstFirst(model.units);
  const shown = units.slice(0, MOST_UNITS);
  const sizes = rowSizesFor(shown.length);
  const rowsEnd = HEADER_HEIGHT + shown.length * sizes.height;
  const option: EChartsOption = {
    ...drawBars(shown, model.target, sizes),
    graphic: [
      ...drawHeader(model),
      ...drawRows(shown, model.target, sizes),
      ...drawFooter(units.length - shown.length, rowsEnd),
    ],
  };
  return renderPng(option, rowsEnd + FOOTER_HEIGHT);
}

function drawFooter(hiddenUnits: number, top: number) {
  if (hiddenUnits === 0) return [];
  const text = CHART_LABELS.moreUnits(hiddenUnits);
  return [textBlock({ x: MARGIN, y: top + FOOTER_HEIGHT / 2, text, size: 28, colour: COLOURS.faint })];
}
