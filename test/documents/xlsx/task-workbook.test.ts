import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { makeTaskWorkbook } from '../../../src/documents/xlsx/task-workbook.ts';
import { computeFigures } from '../../../src/domain/kpi/figures.ts';
import {
  type TaskWorkbook,
  WORKBOOK_KINDS,
  type WorkbookTask,
} from '../../../src/domain/report/task-workbook.ts';
import { calendar } from '../../support/working-days.ts';

const task: WorkbookTask = {
  taskId: 1,
  code: 'NV13',
  title: 'Báo cáo sở hữu trí tuệ',
  unit: 'P.QLKH',
  assignee: 'Ngô Thị Hương',
  coordinating: ['VP'],
  priority: 'focus',
  state: 'inProgress',
  figureClass: 'overdueOpen',
  dueOn: '2026-07-03',
  originalDueOn: '2026-06-30',
  product: 'Báo cáo',
  productText: null,
  productOn: null,
  percent: 62.5,
  daysLate: 3,
  reason: null,
  reminders: 2,
  kind: 'task',
  content: null,
  deadlineWording: '03/7/2026',
  startOn: null,
  head: 'Bùi Đức Huy',
  leaderInCharge: 'Nguyễn Hoàng An',
  authority: null,
  measure: null,
  legalBasis: null,
};

const modelOf = (...tasks: WorkbookTask[]): TaskWorkbook => ({
  version: 1,
  kinds: [...WORKBOOK_KINDS],
  organisation: 'Sở Khoa học và Công nghệ',
  scopeName: 'Phòng Quản lý Khoa học',
  asOf: '2026-07-08T02:00:00.000Z',
  asOfOn: '2026-07-08',
  period: null,
  target: 0.98,
  figures: computeFigures([], { asOfOn: '2026-07-08', calendar, dueOnDayOff: 'thatDay' }),
  tasks,
});

async function open(model: TaskWorkbook): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await makeTaskWorkbook(model)) as unknown as ExcelJS.Buffer);
  return workbook;
}

/** The row of a task in a sheet, by the words of its header. */
function rowOf(workbook: ExcelJS.Workbook, name: string): Record<string, ExcelJS.Cell> {
  const sheet = workbook.getWorksheet(name);
  const [header, row] = [sheet?.getRow(3), sheet?.getRow(4)];
  const cells: Record<string, ExcelJS.Cell> = {};
  header?.eachCell((cell, column) => {
    if (row !== undefined) cells[cell.text] = row.getCell(column);
  });
  return cells;
}

describe('a workbook of tasks', () => {
  it('has a sheet for the figures and one for each list', async () => {
    const workbook = await open(modelOf(task));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Danh mục nhiệm vụ',
      'Giao việc 6 rõ',
      'Cảnh báo',
      'Sản phẩm',
    ]);
  });

  it('holds days as days, shares and counts as numbers', async () => {
    const workbook = await open(modelOf(task));
    const cells = rowOf(workbook, 'Danh mục nhiệm vụ');
    expect(cells['Thời hạn']?.value).toEqual(new Date('2026-07-03T00:00:00Z'));
    expect(cells['Thời hạn']?.numFmt).toBe('dd/mm/yyyy');
    expect(cells['Tiến độ']?.value).toBe(0.625);
    expect(cells['Tiến độ']?.numFmt).toBe('0.0%');
    expect(rowOf(workbook, 'Cảnh báo')['Số lần nhắc']?.value).toBe(2);
    expect(rowOf(workbook, 'Cảnh báo')['Lý do, biện pháp']?.value).toBe('Chưa có giải trình');
  });

  it('can be filtered, keeps its header in sight and prints as a whole', async () => {
    const sheet = (await open(modelOf(task))).getWorksheet('Cảnh báo');
    expect(sheet?.autoFilter).toBe('A3:J4');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.pageSetup.printArea).toBe('A1:J4');
    expect(sheet?.pageSetup.printTitlesRow).toBe('3:3');
  });

  it.each(['=HYPERLINK("http://x")', '@SUM(A1)', '+84901', '-2+3', '\t=1'])(
    'never lets %j be a formula',
    async (title) => {
      const cell = rowOf(await open(modelOf({ ...task, title })), 'Danh mục nhiệm vụ')['Nội dung nhiệm vụ'];
      expect(cell?.type).toBe(ExcelJS.ValueType.String);
      expect(cell?.value).toBe(`'${title}`);
    },
  );

  it('leaves a list that somebody began with dashes as it was typed', async () => {
    const cells = rowOf(await open(modelOf({ ...task, title: '- Rà soát' })), 'Danh mục nhiệm vụ');
    expect(cells['Nội dung nhiệm vụ']?.value).toBe('- Rà soát');
  });

  it('is the same bytes each time it is made', async () => {
    expect(await makeTaskWorkbook(modelOf(task))).toEqual(await makeTaskWorkbook(modelOf(task)));
  });
});
