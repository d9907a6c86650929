import type { GraphicComponentOption } from 'echarts';
import { fitText } from './fit-text.ts';
import { CHART_LABELS } from './labels.ts';
import type { OnTimeChartModel } from './on-time-model.ts';
import { CHART_WIDTH, COLOURS, formatRate, MARGIN, TONES, toneOf } from './style.ts';
import { textBlock } from './text-block.ts';
import { CONTENT_WIDTH, drawTitle, TITLE_HEIGHT } from './title.ts';

const PANEL = { top: TITLE_HEIGHT, height: 312, padding: 36 };

/** Where the rows of the units begin, pixels from the top. */
export const HEADER_HEIGHT = PANEL.top + PANEL.height + 76;

/** Title, subtitle, and the panel of the total. */
export function drawHeader(model: OnTimeChartModel): GraphicComponentOption[] {
  return [...drawTitle(model), drawPanel(), ...drawTotal(model), ...drawCounts(model)];
}

function drawPanel(): GraphicComponentOption {
  return {
    type: 'rect',
    shape: { x: MARGIN, y: PANEL.top, width: CONTENT_WIDTH, height: PANEL.height, r: 20 },
    style: { fill: COLOURS.panel },
    silent: true,
  };
}

function drawTotal({ total, target }: OnTimeChartModel): GraphicComponentOption[] {
  const colour = toneOf(total.rate, target).text;
  const rate =
    total.rate === null
      ? { text: CHART_LABELS.noData, size: 48 }
      : { text: formatRate(total.rate), size: 96 };
  const x = MARGIN + PANEL.padding;
  const besideX = x + 440;
  const besideWidth = CHART_WIDTH - x - besideX;
  return [
    textBlock({ x, y: PANEL.top + 94, ...rate, weight: 700, colour }),
    textBlock({ x: besideX, y: PANEL.top + 54, ...fitText(total.name, besideWidth, 38), weight: 600 }),
    ...CHART_LABELS.onTimeOfDue(total.onTime, total.due).map((text, i) =>
      textBlock({ x: besideX, y: PANEL.top + 100 + i * 42, text, size: 32, colour: COLOURS.faint }),
    ),
  ];
}

function drawCounts({ total }: OnTimeChartModel): GraphicComponentOption[] {
  const counts = [
    { label: CHART_LABELS.counts.doneEarly, value: total.doneEarly, colour: TONES.met.text },
    { label: CHART_LABELS.counts.doneOnDay, value: total.doneOnDay, colour: TONES.met.text },
    { label: CHART_LABELS.counts.doneLate, value: total.doneLate, colour: TONES.near.text },
    { label: CHART_LABELS.counts.overdueOpen, value: total.overdueOpen, colour: TONES.missed.text },
  ];
  const width = (CONTENT_WIDTH - 2 * PANEL.padding) / counts.length;
  return counts.flatMap(({ label, value, colour }, i) => {
    const x = MARGIN + PANEL.padding + i * width;
    return [
      textBlock({ x, y: PANEL.top + 212, text: String(value), size: 52, weight: 700, colour }),
      textBlock({ x, y: PANEL.top + 264, text: label, size: 30, colour: COLOURS.faint }),
    ];
  });
}
