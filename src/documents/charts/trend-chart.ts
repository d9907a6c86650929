import type { EChartsOption, LineSeriesOption } from 'echarts';
import { CHART_LABELS } from './labels.ts';
import { renderPng } from './render-png.ts';
import { COLOURS, formatRate, MARGIN, toneOf } from './style.ts';
import { textBlock } from './text-block.ts';
import { CONTENT_WIDTH, drawTitle, TITLE_HEIGHT } from './title.ts';

/** On-time completion over consecutive periods, oldest first. */
export interface TrendChartModel {
  title: string;
  subtitle: string;
  /** 0–1. */
  target: number;
  points: TrendPoint[];
}

export interface TrendPoint {
  /** The period, short: `T6/2026`, `Tuần 23`. */
  label: string;
  /** 0–1; `null` where nothing was due, which leaves a gap. */
  rate: number | null;
}

const HEIGHT = 880;
const PLOT = { left: MARGIN + 96, top: TITLE_HEIGHT + 72, bottom: 96 };
/** Beyond this the numbers of the points run into each other; only the last one is shown then, beside the line. */
const MOST_NUMBERED = 9;
const NUMBER_ROOM = 130;
/** Keeps words legible where they cross a line. */
const HALO = { textBorderColor: 'white', textBorderWidth: 8 };
/** Half a year of weeks: more points than this no phone shows. */
const MOST_POINTS = 26;
const AXIS_TEXT = { fontSize: 28, color: COLOURS.faint };

/** A PNG of the last 26 periods' on-time rates as a line, with the target. */
export async function renderTrendChart(model: TrendChartModel): Promise<Buffer> {
  const points = model.points.slice(-MOST_POINTS);
  const hasData = points.some(({ rate }) => rate !== null);
  const right = points.length > MOST_NUMBERED ? NUMBER_ROOM : MARGIN + 24;
  const option: EChartsOption = {
    grid: { left: PLOT.left, right, top: PLOT.top, bottom: PLOT.bottom },
    xAxis: {
      type: 'category',
      data: points.map(({ label }) => label),
      boundaryGap: true,
      axisLabel: { ...AXIS_TEXT, hideOverlap: true, margin: 20 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.track, width: 3 } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: { ...AXIS_TEXT, formatter: formatRate },
      splitLine: { lineStyle: { color: COLOURS.track, width: 2 } },
    },
    series: [drawLine(points, model.target)],
    graphic: [...drawTitle(model), ...(hasData ? [] : [drawNoData()])],
  };
  return renderPng(option, HEIGHT);
}

function drawLine(points: readonly TrendPoint[], target: number): LineSeriesOption {
  const isEachNumbered = points.length <= MOST_NUMBERED;
  return {
    type: 'line',
    symbol: 'circle',
    symbolSize: 20,
    lineStyle: { color: COLOURS.faint, width: 5 },
    data: points.map(({ rate }, i) => ({
      value: rate ?? '-',
      itemStyle: { color: toneOf(rate, target).area },
      label: {
        show: rate !== null && (isEachNumbered || i === points.length - 1),
        formatter: formatRate(rate ?? 0),
        // Above a high point it would hide the target line.
        position: isEachNumbered ? 'bottom' : 'right',
        distance: 14,
        fontSize: 34,
        fontWeight: 700,
        color: toneOf(rate, target).text,
        ...HALO,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      label: {
        position: 'insideStartTop',
        formatter: CHART_LABELS.target(formatRate(target)),
        fontSize: 28,
        color: COLOURS.text,
        ...HALO,
      },
      lineStyle: { color: COLOURS.text, width: 3, type: 'dashed' },
      data: [{ yAxis: target }],
    },
  };
}

function drawNoData() {
  const middle = { x: PLOT.left + (CONTENT_WIDTH - PLOT.left) / 2, y: HEIGHT / 2 };
  const text = CHART_LABELS.noData;
  return textBlock({ ...middle, text, size: 40, colour: COLOURS.faint, align: 'center' });
}
