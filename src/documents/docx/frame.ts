import { AlignmentType, Paragraph, type Table } from 'docx';
import { formatDay } from '../../domain/days.ts';
import type { ReportIssuer, ReportModel } from '../../domain/report/report-model.ts';
import { describeSubject } from '../report-words.ts';
import { BODY_SIZE, points, TEXT_MM } from './measures.ts';
import { centred, rule, runOf } from './paragraphs.ts';
import { sideBySide } from './tables.ts';

/** The measured widths at which Quốc hiệu stays on one line at 12 pt (NĐ 30/2020). */
const LEFT_MM = 67;
const RIGHT_MM = TEXT_MM - LEFT_MM;
/** A gap in which a number or a day is written by hand; inside a justified paragraph it must not be stretched. */
const GAP = '      ';
const FIXED_GAP = '\u2002\u2002\u2002';

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** Who issues it, Quốc hiệu, number, place and date; number and day stay a gap until they are set by the office. */
export function headerTable(model: ReportModel): Table {
  const { organisation, issuer, asOfOn } = model;
  const [above, self] =
    issuer.unit === null ? [organisation.parent, organisation.name] : [organisation.name, issuer.unit.name];
  const [year, month] = asOfOn.split('-').map(Number) as [number, number];
  const date = `${organisation.place}, ngày ${GAP} tháng ${month <= 2 ? `0${month}` : month} năm ${year}`;
  return sideBySide([
    {
      width: LEFT_MM,
      children: [
        centred(upper(above), { size: points(12) }),
        centred(balance(upper(self)), { size: points(12), bold: true }),
        rule(26, LEFT_MM, 6),
        centred(`Số: ${GAP}/${symbolOf(model)}`, { size: points(13) }),
      ],
    },
    {
      width: RIGHT_MM,
      children: [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: points(12), bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { size: points(13), bold: true }),
        rule(56, RIGHT_MM, 6),
        centred(date, { size: points(13), italics: true }),
      ],
    },
  ]);
}

/** `BC-SKHCN`; a unit's own report carries the unit's letters. */
const symbolOf = ({ issuer, organisation }: ReportModel): string =>
  `BC-${issuer.unit === null ? organisation.symbol : issuer.unit.shortName.replace(/^.*\./u, '').replaceAll(' ', '')}`;

/** At 12 pt bold so many capitals fit the left column. */
const FITTING_LETTERS = 27;

/** A name too long for one line is broken where both lines come out about as long, before a "và" if there is one. */
function balance(name: string): string {
  if (name.length <= FITTING_LETTERS) return name;
  const words = name.split(' ');
  const breaks = words.slice(1).map((next, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    const longest = Math.max(...lines.map((line) => line.length));
    return { text: lines.join('\n'), cost: next === 'VÀ' ? longest - FITTING_LETTERS : longest };
  });
  return breaks.reduce((best, one) => (one.cost < best.cost ? one : best)).text;
}

/** BÁO CÁO, what it is about, the rule, and to whom it is written. */
export function titleBlock(model: ReportModel): Paragraph[] {
  const bold = { size: BODY_SIZE, bold: true };
  return [
    new Paragraph({ spacing: { before: 0, after: 120 }, children: [] }),
    centred('BÁO CÁO', bold),
    centred(describeSubject(model), bold),
    rule(50, TEXT_MM, 14),
    ...(model.addressee === null ? [] : [centred(`Kính gửi: ${model.addressee}`, { size: BODY_SIZE }, 12)]),
  ];
}

/** Nơi nhận at the left, who signs at the right with room for the signature; never torn over two pages. */
export function signatureTable(model: ReportModel): Table {
  const last = model.recipients.length - 1;
  const recipients = model.recipients.map(
    (recipient, index) =>
      new Paragraph({
        alignment: AlignmentType.LEFT,
        spacing: { before: 0, after: 0 },
        children: runOf(`- ${recipient}${index === last ? '.' : ';'}`, { size: points(11) }),
      }),
  );
  const bold = { size: BODY_SIZE, bold: true };
  return sideBySide([
    {
      width: TEXT_MM / 2,
      children: [
        new Paragraph({
          spacing: { before: 0, after: 0 },
          children: runOf('Nơi nhận:', { size: points(12), bold: true, italics: true }),
        }),
        ...recipients,
      ],
    },
    {
      width: TEXT_MM / 2,
      children: [
        centred(titleOf(model.issuer), bold),
        ...Array.from({ length: 4 }, () => centred('', bold)),
        centred(model.issuer.signerName ?? '', bold),
      ],
    },
  ]);
}

/** `TRƯỞNG PHÒNG`; `Q.` before the title of whoever holds it for the time being. */
const titleOf = ({ signerTitle, isActing }: ReportIssuer): string =>
  `${isActing ? 'Q. ' : ''}${upper(signerTitle === '' ? 'Trưởng đơn vị' : signerTitle)}`;

/** How an appendix names the report that it belongs to; its number and day stay a gap on electronic documents. */
export const belongsTo = (model: ReportModel): string => {
  const issuer = model.issuer.unit?.name ?? model.organisation.name;
  return `(Kèm theo Báo cáo số ${GAP}/${symbolOf(model)} ngày ${GAP} tháng ${GAP} năm ${model.asOfOn.slice(0, 4)} của ${issuer})`;
};

/** "Kế hoạch số … /KH-SKHCN ngày …": gaps until the plan has its number and day (R2). */
export function nameOfPlan({ campaign, organisation }: ReportModel): string {
  const number = campaign.number ?? `${FIXED_GAP}/KH-${organisation.symbol}`;
  const day = campaign.issuedOn === null ? '' : ` ngày ${formatDay(campaign.issuedOn)}`;
  return `Kế hoạch số ${number}${day} của ${organisation.name}`;
}
