/** Page and type of NĐ 30/2020 Phụ lục I, in the units of docx: twips (1/20 pt) and half-points. */

const TWIPS_PER_MILLIMETRE = 56.6929;

export const millimetres = (length: number): number => Math.round(length * TWIPS_PER_MILLIMETRE);
export const points = (size: number): number => size * 2;

/** A4, margins 20/20/30/20 mm. */
export const PAGE = { width: millimetres(210), height: millimetres(297) } as const;
export const MARGIN = {
  top: millimetres(20),
  bottom: millimetres(20),
  left: millimetres(30),
  right: millimetres(20),
  header: millimetres(10),
  footer: millimetres(10),
} as const;
/** The width of text on an upright page; on landscape appendices it is 247 mm. */
export const TEXT_MM = 160;

export const FONT = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'Times New Roman',
};

export const BODY_SIZE = points(14);
export const TABLE_SIZE = points(11);
/** First lines stand in by 1.27 cm. */
export const FIRST_LINE = 720;
