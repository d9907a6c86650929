import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { DateTime } from 'luxon';
import { ZONE } from '../../domain/days.ts';
import type { ReportModel, ReportPart } from '../../domain/report/report-model.ts';
import { fixZipTimes } from '../fixed-zip.ts';
import { describeSubject, lowerFirst, roman } from '../report-words.ts';
import { drawAppendices } from './appendices.ts';
import { drawBlock } from './blocks.ts';
import { headerTable, nameOfPlan, signatureTable, titleBlock } from './frame.ts';
import { FONT, MARGIN, PAGE, points } from './measures.ts';
import { bodyParagraph, listItem, partHeading, sectionHeading } from './paragraphs.ts';

/** Where somebody has still to write: a row of dots, as office drafts have it. */
const TO_BE_WRITTEN = '.'.repeat(90);

/**
 * A report as a document by NĐ 30/2020, Phụ lục I: a draft to be numbered, dated and signed. The same model gives the
 * same bytes, whenever and wherever it is made (R144).
 */
export async function makeReportDocx(model: ReportModel): Promise<Buffer> {
  const document = new Document({
    // Every run of ours names its size. What has none is the paragraph by which the library ends a section: at the size of
    // the body it would fall onto a page of its own behind a table that fills the last one.
    styles: { default: { document: { run: { font: FONT, size: points(1), color: '000000' } } } },
    sections: [mainSection(model), ...drawAppendices(model).map(appendixSection)],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(model) };
  return fixZipTimes(await Packer.toBuffer(document, undefined, [core]));
}

function mainSection(model: ReportModel): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: { size: PAGE, margin: MARGIN, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } },
    },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph('')] }) },
    footers: noFooters(),
    children: [
      headerTable(model),
      ...titleBlock(model),
      bodyParagraph(openingOf(model)),
      ...model.sections.flatMap((section, index) => [
        sectionHeading(roman(index + 1), section.title),
        ...drawPart(section, model),
        ...section.parts.flatMap((part, place) => [
          partHeading(place + 1, part.title),
          ...drawPart(part, model),
        ]),
      ]),
      bodyParagraph(closingOf(model)),
      signatureTable(model),
    ],
  };
}

/** Numbered by itself from 1 (NĐ 30/2020), on landscape pages. */
function appendixSection(children: FileChild[]): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        // The library turns the page itself: it is given upright.
        size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
        margin: MARGIN,
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph('')] }) },
    footers: noFooters(),
    children,
  };
}

/** Centred in the top margin; the first page has none. */
const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: points(13) })],
      }),
    ],
  });

const noFooters = () => ({
  default: new Footer({ children: [new Paragraph('')] }),
  first: new Footer({ children: [new Paragraph('')] }),
});

function openingOf(model: ReportModel): string {
  const issuer = model.issuer.unit?.name ?? model.organisation.name;
  const moment = DateTime.fromISO(model.asOf, { zone: ZONE });
  const at = `${moment.toFormat('HH')} giờ ${moment.toFormat('mm')} phút ngày ${moment.toFormat('dd/')}${moment.month <= 2 ? moment.toFormat('MM') : moment.month}/${moment.year}`;
  return `Thực hiện ${nameOfPlan(model)} về ${lowerFirst(model.campaign.name)}, ${issuer} báo cáo ${lowerFirst(describeSubject(model))} như sau (số liệu ghi nhận đến ${at}):`;
}

function closingOf(model: ReportModel): string {
  const issuer = model.issuer.unit?.name ?? model.organisation.name;
  return `Trên đây là báo cáo ${lowerFirst(describeSubject(model))} của ${issuer}./.`;
}

function drawPart(part: ReportPart, model: ReportModel): FileChild[] {
  return [...part.shows.flatMap((block) => drawBlock(block, model)), ...drawNarrative(part)];
}

/** Each line that was typed is a paragraph; what a dash begins stays a list. */
function drawNarrative({ narrative }: ReportPart): FileChild[] {
  if (narrative === null) return [];
  if (narrative.text === null) return [bodyParagraph(TO_BE_WRITTEN)];
  const lines = narrative.text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) =>
      /^[-•+*]\s*/.test(line) ? listItem(line.replace(/^[-•+*]\s*/, '')) : bodyParagraph(line),
    );
}

/** The file's own properties, bound to the report's moment. */
function coreProperties(model: ReportModel): string {
  const at = `<dcterms:MOMENT xsi:type="dcterms:W3CDTF">${model.asOf.slice(0, 19)}Z</dcterms:MOMENT>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    at.replaceAll('MOMENT', 'created'),
    at.replaceAll('MOMENT', 'modified'),
    '</cp:coreProperties>',
  ].join('');
}
