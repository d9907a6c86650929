import type { GraphicComponentOption } from 'echarts';
import { fitText } from './fit-text.ts';
import { CHART_WIDTH, COLOURS, MARGIN } from './style.ts';
import { textBlock } from './text-block.ts';

/** Where a chart goes on beneath its title and subtitle, pixels from the top. */
export const TITLE_HEIGHT = 176;
/** Width between the margins. */
export const CONTENT_WIDTH = CHART_WIDTH - 2 * MARGIN;

/** What the picture shows and, smaller, the moment and period of its figures. */
export function drawTitle({
  title,
  subtitle,
}: {
  title: string;
  subtitle: string;
}): GraphicComponentOption[] {
  const subtitleText = fitText(subtitle, CONTENT_WIDTH, 32);
  return [
    textBlock({ x: MARGIN, y: 68, ...fitText(title, CONTENT_WIDTH, 48), weight: 700 }),
    textBlock({ x: MARGIN, y: 132, ...subtitleText, colour: COLOURS.faint }),
  ];
}
