import type { GraphicComponentOption } from 'echarts';
import { COLOURS, FONT_FAMILY } from './style.ts';

export interface TextBlock {
  /** The left, middle or right end of the text, as `align` says; pixels. */
  x: number;
  /** The vertical middle of the text, pixels. */
  y: number;
  text: string;
  size: number;
  weight?: 400 | 600 | 700;
  colour?: string;
  align?: 'left' | 'center' | 'right';
}

/** A line of text at a fixed place of a chart. */
export function textBlock(block: TextBlock): GraphicComponentOption {
  const { x, y, text, size, weight = 400, colour = COLOURS.text, align = 'left' } = block;
  return {
    type: 'text',
    x,
    y,
    silent: true,
    z: 100,
    style: {
      text,
      fontFamily: FONT_FAMILY,
      fontSize: size,
      fontWeight: weight,
      fill: colour,
      align,
      verticalAlign: 'middle',
    },
  };
}
