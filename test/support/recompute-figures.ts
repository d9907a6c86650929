import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';

/**
 * The figures of the shipped sample, worked out a second time from its spreadsheets: nothing here comes from the
 * product, so that the two can only agree when both are right.
 */
export interface RecomputedFigures {
  tasks: number;
  due: number;
  doneEarly: number;
  doneOnDay: number;
  doneLate: number;
  overdueOpen: number;
  awaitingConfirmation: number;
  openInTime: number;
  noDeadline: number;
  onTimeRate: number | null;
  vpcpRate: number | null;
  onTimeRateOriginal: number | null;
  onTimeRateAdjusted: number | null;
}

export interface Question {
  /** The day on which the list was imported: series bring their occurrences from then on. */
  importedOn: string;
  asOf: string;
  period?: { from: string; to: string };
}

/** One thing that counts: a task, a unit's part of one, or one dated occurrence. */
interface Counted {
  unit: string;
  state: string;
  dueOn: string | null;
  productOn: string | null;
}

const DAYS_AHEAD = 45;
const NOT_COUNTED = ['Dự thảo', 'Tạm dừng', 'Hủy'];

/** Figures of the whole department and of each unit, in the order of the list of units. */
export async function recomputeFigures(
  question: Question,
): Promise<{ all: RecomputedFigures; units: ({ unit: string } & RecomputedFigures)[] }> {
  const sheets = await readSheets();
  const counted = sheets.tasks.flatMap((row) => partsOf(row, sheets.workingUnits, question.importedOn));
  const daysOff = await readDaysOff();
  const figuresOf = (some: Counted[]) => tally(some, question, daysOff);
  return {
    all: figuresOf(counted),
    units: sheets.units.map((unit) => ({ unit, ...figuresOf(counted.filter((one) => one.unit === unit)) })),
  };
}

interface TaskRow {
  lead: string;
  wording: string;
  state: string;
  completedOn: string | null;
}

async function readSheets() {
  const department = await open('nhan-su.xlsx');
  const list = (await open('nhiem-vu.xlsx')).worksheets[0];
  const unitRows = rowsOf(department.worksheets[0]).filter((row) => /^[A-Z]+$/.test(row[1] ?? ''));
  const tasks = rowsOf(list)
    .filter((row) => /^NV\d+$/.test(row[0] ?? ''))
    .map((row) => ({
      lead: row[2] ?? '',
      wording: row[7] ?? '',
      state: row[12] ?? '',
      completedOn: row[14] || null,
    }));
  const units = unitRows.map((row) => row[1] ?? '');
  const workingUnits = unitRows
    .filter((row) => row[4] !== 'Lãnh đạo' && row[4] !== 'Đoàn thể')
    .map((row) => row[1] ?? '');
  return { units, workingUnits, tasks };
}

async function open(name: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(new URL(`../../sample/${name}`, import.meta.url).pathname);
  return workbook;
}

function rowsOf(sheet: ExcelJS.Worksheet | undefined): string[][] {
  const rows: string[][] = [];
  sheet?.eachRow((row) => {
    const cells = Array.from({ length: 17 }, (_, i) => row.getCell(i + 1));
    rows.push(
      cells.map(({ value, text }) =>
        value instanceof Date ? value.toISOString().slice(0, 10) : text.trim(),
      ),
    );
  });
  return rows;
}

/** The sample writes one unit in two ways. */
const unitCodeOf = (lead: string): string => lead.replace('Đ', 'D');

function partsOf(row: TaskRow, workingUnits: string[], importedOn: string): Counted[] {
  if (NOT_COUNTED.includes(row.state)) return [];
  const units = row.lead.startsWith('Các phòng') ? workingUnits : [unitCodeOf(row.lead)];
  const repeated = listRepeated(row.wording, importedOn);
  if (repeated !== null)
    return repeated.map((dueOn) => ({
      unit: unitCodeOf(row.lead),
      state: 'Chưa thực hiện',
      dueOn,
      productOn: null,
    }));
  const days = listDueDays(row.wording);
  return units.flatMap((unit) =>
    days.map((dueOn) => ({ unit, state: row.state, dueOn, productOn: row.completedOn })),
  );
}

/** The days on which a repeated task is due, from the import on; `null` when it is not repeated. */
function listRepeated(wording: string, importedOn: string): string[] | null {
  const isDue = repetitionOf(wording);
  if (isDue === null) return null;
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, i) => shift(importedOn, i)).filter(isDue);
}

function repetitionOf(wording: string): ((day: string) => boolean) | null {
  const monthly = /^(Trước ngày|Ngày) (\d+) hằng tháng$/.exec(wording);
  if (monthly !== null) {
    const dayOfMonth = Number(monthly[2]) - (monthly[1] === 'Ngày' ? 0 : 1);
    return (day) => Number(day.slice(8)) === dayOfMonth;
  }
  const isLastOfMonth = (day: string) => shift(day, 1).endsWith('-01');
  if (wording === 'Hằng tháng') return isLastOfMonth;
  if (wording === 'Hằng quý') return (day) => isLastOfMonth(day) && Number(day.slice(5, 7)) % 3 === 0;
  if (wording === 'Hằng tuần' || wording === 'Thứ Sáu hằng tuần') return (day) => weekday(day) === 5;
  return null;
}

const NO_DEADLINE = [
  'Thường xuyên',
  'Theo tiến độ',
  'Khi có yêu cầu',
  'Theo kế hoạch của Bộ',
  '10 ngày sau khi được phê duyệt',
];
const LAST_MONTH_OF_QUARTER: Record<string, number> = { I: 3, II: 6, III: 9, IV: 12 };

/** The due days of the wordings that occur in the sample. @throws for any other */
function listDueDays(wording: string): (string | null)[] {
  if (NO_DEADLINE.includes(wording)) return [null];
  const months = /^Tháng (\d+); tháng (\d+)\/(\d{4})$/.exec(wording);
  if (months !== null) return [months[1], months[2]].map((month) => endOfMonth(months[3], Number(month)));
  const days = [...wording.matchAll(/(\d+)\/(\d+)\/(\d{4})/g)];
  const [, day, month, year] = days.at(-1) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) {
    const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return [wording.startsWith('Trước') ? shift(named, -1) : named];
  }
  const quarter = /[Qq]uý (?:III - )?(I|II|III|IV)\/(\d{4})$/.exec(wording);
  if (quarter !== null) return [endOfMonth(quarter[2], LAST_MONTH_OF_QUARTER[quarter[1] ?? ''] ?? 0)];
  const oneMonth = /[Tt]háng (\d+)\/(\d{4})$/.exec(wording);
  if (oneMonth !== null) return [endOfMonth(oneMonth[2], Number(oneMonth[1]))];
  const wholeYear = /^(?:Trong năm|Năm|Cuối năm|6 tháng cuối năm) (\d{4})$/.exec(wording);
  if (wholeYear !== null) return [`${wholeYear[1]}-12-31`];
  throw new Error(`The sample has a wording that this recomputation does not know: ${wording}`);
}

function tally(counted: Counted[], question: Question, daysOff: Set<string>): RecomputedFigures {
  const classes = counted.map((one) => classify(one, question, daysOff));
  const count = (name: string) => classes.filter((found) => found === name).length;
  const [doneEarly, doneOnDay, doneLate, overdueOpen] = ['early', 'onDay', 'late', 'overdue'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  const [awaitingConfirmation, openInTime, noDeadline] = ['awaiting', 'open', 'none'].map(count) as [
    number,
    number,
    number,
  ];
  const due = doneEarly + doneOnDay + doneLate + overdueOpen;
  const onTimeRate = due === 0 ? null : (doneEarly + doneOnDay) / due;
  return {
    tasks: due + awaitingConfirmation + openInTime + noDeadline,
    due,
    doneEarly,
    doneOnDay,
    doneLate,
    overdueOpen,
    awaitingConfirmation,
    openInTime,
    noDeadline,
    onTimeRate,
    vpcpRate: due === 0 ? null : (doneEarly + doneOnDay + doneLate) / due,
    // A fresh list has neither extensions nor confirmed causes.
    onTimeRateOriginal: onTimeRate,
    onTimeRateAdjusted: onTimeRate,
  };
}

function classify(one: Counted, { asOf, period }: Question, daysOff: Set<string>): string | null {
  const isIn = (day: string) => period === undefined || (day >= period.from && day <= period.to);
  if (one.dueOn === null) return period === undefined ? 'none' : null;
  let lastOn = one.dueOn;
  while (weekday(lastOn) > 5 || daysOff.has(lastOn)) lastOn = shift(lastOn, 1);
  const isDone = one.state === 'Hoàn thành' && one.productOn !== null;
  if (isDone && one.productOn !== null) {
    if (one.productOn < one.dueOn) return isIn(one.productOn) ? 'early' : null;
    if (!isIn(one.dueOn)) return null;
    return one.productOn <= lastOn ? 'onDay' : 'late';
  }
  if (one.state === 'Chờ xác nhận') return isIn(one.dueOn) ? 'awaiting' : null;
  if (lastOn < asOf && (period === undefined || one.dueOn <= period.to)) return 'overdue';
  return isIn(one.dueOn) ? 'open' : null;
}

/** Days off that fall on weekdays. A due day of the sample never falls on a made-up Saturday. */
async function readDaysOff(): Promise<Set<string>> {
  const plan = await readFile(new URL('../../plans/dong-nai-skhcn.yaml', import.meta.url), 'utf8');
  const days = [...plan.matchAll(/\{ on: (\d{4}-\d{2}-\d{2}), name:/g)].map((found) => found[1] ?? '');
  return new Set(days);
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 = Monday … 7 = Sunday. */
const weekday = (day: string): number => new Date(day).getUTCDay() || 7;

const endOfMonth = (year: string | undefined, month: number): string =>
  new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
