/** Width of every chart: what Telegram keeps of a photo. */
export const CHART_WIDTH = 1280;
export const MARGIN = 48;
export const FONT_FAMILY = 'Be Vietnam Pro';

export const COLOURS = {
  text: '#1b1f24',
  faint: '#59636e',
  panel: '#f3f5f8',
  track: '#e6e9ee',
} as const;

/** One meaning in two shades: for areas, and dark enough for text on white. */
export interface Tone {
  area: string;
  text: string;
}

// The areas differ in lightness too, for those who do not tell red from green.
export const TONES = {
  met: { area: '#1a9c73', text: '#0b6e4f' },
  near: { area: '#f2b134', text: '#8a5a00' },
  missed: { area: '#b3261e', text: '#b3261e' },
  noData: { area: '#59636e', text: '#59636e' },
} as const satisfies Record<string, Tone>;

/** Within this much below the target a rate is near it. */
const NEAR = 0.1;
const CLOSE_ENOUGH = 1e-9;

/** Green at the target, amber up to 10 points below it, red beneath, grey for no data. */
export function toneOf(rate: number | null, target: number): Tone {
  if (rate === null) return TONES.noData;
  if (rate >= target - CLOSE_ENOUGH) return TONES.met;
  return rate >= target - NEAR - CLOSE_ENOUGH ? TONES.near : TONES.missed;
}

/** A rate as people read it, `97,9%`: cut, not rounded, so that a target just missed never looks met. */
export function formatRate(rate: number): string {
  const tenths = Math.floor(rate * 1000 + CLOSE_ENOUGH) / 10;
  return `${String(tenths).replace('.', ',')}%`;
}
