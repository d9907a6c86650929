import ExcelJS from 'exceljs';

/** A row of a task list by the words of its columns; what is left out stays an empty cell. */
export interface TaskCells {
  code?: string;
  title?: string;
  lead?: string;
  assignee?: string;
  coordinating?: string;
  leader?: string;
  authority?: string;
  due?: string;
  product?: string;
  priority?: string;
  state?: string;
  percent?: number;
  completedOn?: string;
  completedProduct?: string;
}

const TASK_HEADERS: Readonly<Record<keyof TaskCells, string>> = {
  code: 'Mã',
  title: 'Rõ việc (Nội dung nhiệm vụ)',
  lead: 'Đơn vị chủ trì',
  assignee: 'Người thực hiện',
  coordinating: 'Đơn vị phối hợp',
  leader: 'Lãnh đạo phụ trách',
  authority: 'Thẩm quyền',
  due: 'Thời hạn',
  product: 'Sản phẩm/kết quả',
  priority: 'Mức độ',
  state: 'Trạng thái',
  percent: 'Tiến độ (%)',
  completedOn: 'Ngày hoàn thành',
  completedProduct: 'Sản phẩm đã có',
};

/** A task list as an office would send it: its header in row 1, its first task in row 2. */
export const makeTaskWorkbook = (tasks: readonly TaskCells[]): Promise<Buffer> =>
  makeWorkbook({ 'Nhiệm vụ': tableOf(TASK_HEADERS, tasks) });

export interface UnitCells {
  code: string;
  name: string;
  shortName: string;
  kind: string;
}

export interface PersonCells {
  name: string;
  unit: string;
  title: string;
  role: string;
  inChargeOf?: string;
}

/** A list of units and people, both with their header in row 1. */
export const makePeopleWorkbook = (
  units: readonly UnitCells[],
  people: readonly PersonCells[],
): Promise<Buffer> =>
  makeWorkbook({
    'Đơn vị': tableOf(
      { code: 'Mã đơn vị', name: 'Tên đơn vị', shortName: 'Tên viết tắt', kind: 'Loại đơn vị' },
      units,
    ),
    'Nhân sự': tableOf(
      { name: 'Họ và tên', unit: 'Đơn vị', title: 'Chức vụ', role: 'Vai trò', inChargeOf: 'Phụ trách' },
      people,
    ),
  });

type Cell = string | number | undefined;

function tableOf<Key extends string>(
  headers: Readonly<Record<Key, string>>,
  rows: readonly { readonly [K in Key]?: Cell }[],
): Cell[][] {
  const keys = Object.keys(headers) as Key[];
  return [keys.map((key) => headers[key]), ...rows.map((row) => keys.map((key) => row[key]))];
}

/** A workbook of plain cells, sheet by sheet. */
export async function makeWorkbook(sheets: Readonly<Record<string, readonly Cell[][]>>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows([...rows]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
