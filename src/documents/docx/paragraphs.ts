import { AlignmentType, BorderStyle, type IRunOptions, Paragraph, TextRun } from 'docx';
import { BODY_SIZE, FIRST_LINE, millimetres, points } from './measures.ts';

/** Characters that XML cannot hold (controls, halves of surrogate pairs): whatever was pasted, the document opens. */
const FORBIDDEN = /(?![\n\t])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;
/** A document holds words only (NĐ 30/2020): pictograms that somebody typed are left out. */
const PICTOGRAMS = /\p{Extended_Pictographic}\uFE0F?|\u200D/gu;

/** Text as a document may hold it. Digits are no pictograms, though Unicode lets them be drawn as such. */
const plainText = (text: string): string =>
  text.replaceAll(FORBIDDEN, '').replaceAll(PICTOGRAMS, (found) => (/[\d#*©®™]/u.test(found) ? found : ''));

/** One run; line breaks that somebody typed stay. */
export const runOf = (text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] =>
  plainText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...options, ...(index === 0 ? {} : { break: 1 }) }));

const BODY_SPACING = { before: 0, after: 120, line: 276 };

/** A paragraph of the body: justified, first line in. */
export const bodyParagraph = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: BODY_SPACING,
    children: runOf(text, { size: BODY_SIZE }),
  });

/** An item of a list in the body: "- …". */
export const listItem = (text: string): Paragraph => bodyParagraph(`- ${text}`);

/** `I. KẾT QUẢ THỰC HIỆN`, kept with what follows. */
export const sectionHeading = (number: string, title: string): Paragraph =>
  heading(`${number}. ${title.toLocaleUpperCase('vi')}`);

/** `1. Tình hình chung`. */
export const partHeading = (number: number, title: string): Paragraph => heading(`${number}. ${title}`);

const heading = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    indent: { firstLine: FIRST_LINE },
    spacing: BODY_SPACING,
    keepNext: true,
    children: runOf(text, { size: BODY_SIZE, bold: true }),
  });

/** A centred line. `after` in points. */
export const centred = (
  text: string,
  options: Omit<IRunOptions, 'text' | 'children'>,
  after = 0,
  keepNext = false,
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: after * 20 },
    keepNext,
    children: runOf(text, options),
  });

/** A thin rule of a wanted length, centred in a column: never underlined text (NĐ 30/2020). Lengths in mm. */
export function rule(length: number, column: number, after = 0): Paragraph {
  const side = millimetres((column - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: after * 20, line: 20, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [new TextRun({ text: '', size: points(1) })],
  });
}
