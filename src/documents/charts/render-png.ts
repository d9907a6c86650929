import { createRequire } from 'node:module';
import type { EChartsOption } from 'echarts';
import { CHART_WIDTH, FONT_FAMILY } from './style.ts';

const { resolve } = createRequire(import.meta.url);

const FONT_FILES = ['400Regular', '600SemiBold', '700Bold'].map((face) =>
  resolve(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`),
);

/** A PNG of a chart, `CHART_WIDTH` pixels wide and `height` high; the same option gives the same bytes. */
export async function renderPng(option: EChartsOption, height: number): Promise<Buffer> {
  const svg = await renderSvg(option, height);
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    background: 'white',
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
  });
  return image.asPng();
}

async function renderSvg(option: EChartsOption, height: number): Promise<string> {
  // Loaded at the first chart, so that the start does not wait for it.
  const { init } = await import('echarts/dist/echarts.esm.min.mjs');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: CHART_WIDTH, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT_FAMILY }, ...option });
    return chart.renderToSVGString();
  } finally {
    // An undisposed chart keeps the process alive.
    chart.dispose();
  }
}
