import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { recogniseWorkbook } from '../../../src/documents/import/sheet-table.ts';
import { readTables } from '../../../src/documents/xlsx/read-tables.ts';
import { aWorkbook, readOnlyTable, toBytes } from './office-workbook.ts';

const HEADER = ['STT', 'Nội dung nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian hoàn thành', 'Sản phẩm', 'Ghi chú'];

const cellsOf = async (file: Buffer) => (await readOnlyTable(file)).rows.map((row) => row.cells);

describe('an appendix as an office saves it', () => {
  it('may have titles above its header, and tells the rows as Excel numbers them', async () => {
    const table = await readOnlyTable(
      await aWorkbook((sheet) => {
        sheet.addRow(['PHỤ LỤC']);
        sheet.mergeCells('A1:F1');
        sheet.addRow(['(Kèm theo Kế hoạch số 45/KH-SKHCN)']);
        sheet.mergeCells('A2:F2');
        sheet.addRow([]);
        sheet.addRow(HEADER);
        sheet.addRow(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)']);
        sheet.addRow([1, 'Lập kế hoạch', 'VP', '15/7/2026', 'Kế hoạch']);
      }),
    );
    expect(table).toMatchObject({ kind: 'tasks', ignored: [] });
    expect(table.columns).toMatchObject({ title: 'Nội dung nhiệm vụ', deadline: 'Thời gian hoàn thành' });
    expect(table.rows).toEqual([
      {
        number: 6,
        cells: {
          ordinal: '1',
          title: 'Lập kế hoạch',
          lead: 'VP',
          deadline: '15/7/2026',
          product: 'Kế hoạch',
        },
      },
    ]);
  });

  it('may have a header of two lines with merged headings', async () => {
    const table = await readOnlyTable(
      await aWorkbook((sheet) => {
        sheet.addRow(['STT', 'Rõ việc', 'Rõ người', '', 'Rõ thời gian', '', 'Rõ kết quả']);
        sheet.addRow(['', '', 'Chủ trì', 'Phối hợp', 'Bắt đầu', 'Hoàn thành', '']);
        for (const range of ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:G2']) sheet.mergeCells(range);
        sheet.addRow([1, 'Lập kế hoạch', 'VP', 'KHTC', '01/6/2026', '15/7/2026', 'Kế hoạch']);
      }),
    );
    expect(table.rows.map((row) => row.cells)).toEqual([
      {
        ordinal: '1',
        title: 'Lập kế hoạch',
        lead: 'VP',
        coordinating: 'KHTC',
        startOn: '01/6/2026',
        deadline: '15/7/2026',
        product: 'Kế hoạch',
      },
    ]);
  });

  it('repeats a value merged down, and never one merged across', async () => {
    const cells = await cellsOf(
      await aWorkbook((sheet) => {
        sheet.addRow(HEADER);
        sheet.addRow([1, 'Việc một', 'VP', '15/7/2026', 'Kế hoạch']);
        sheet.addRow([2, 'Việc hai', 'KHTC', '', 'Báo cáo']);
        sheet.mergeCells('D2:D3');
        sheet.mergeCells('E3:F3');
      }),
    );
    expect(cells[1]).toEqual({
      ordinal: '2',
      title: 'Việc hai',
      lead: 'KHTC',
      deadline: '15/7/2026',
      product: 'Báo cáo',
    });
  });

  it('joins the lines of a task whose number and title are merged down', async () => {
    const cells = await cellsOf(
      await aWorkbook((sheet) => {
        sheet.addRow(HEADER);
        sheet.addRow([1, 'Việc một', 'VP', '15/7/2026', 'Kế hoạch']);
        sheet.addRow([1, 'Việc một', 'VP', '15/7/2026', 'Báo cáo']);
        for (const range of ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3']) sheet.mergeCells(range);
      }),
    );
    expect(cells).toEqual([
      { ordinal: '1', title: 'Việc một', lead: 'VP', deadline: '15/7/2026', product: 'Kế hoạch\nBáo cáo' },
    ]);
  });

  it('turns heading rows into the group of the rows below', async () => {
    const { rows } = await readOnlyTable(
      await aWorkbook((sheet) => {
        sheet.addRow(HEADER);
        sheet.addRow(['I. CHUYỂN ĐỔI SỐ']);
        sheet.mergeCells('A2:F2');
        sheet.addRow([1, 'Việc một', 'VP', '15/7/2026']);
        sheet.addRow(['II', 'CẢI CÁCH HÀNH CHÍNH']);
        sheet.addRow([2, 'Thủ tục hành chính']);
        sheet.addRow(['2.1', 'Việc hai', 'VP', '15/7/2026']);
        sheet.addRow(['a)', 'Việc ba', 'KHTC', '15/7/2026']);
        sheet.addRow([3, 'Việc bốn', 'VP', '15/7/2026']);
      }),
    );
    expect(rows.map((row) => [row.cells.ordinal, row.group])).toEqual([
      ['1', 'I. CHUYỂN ĐỔI SỐ'],
      ['2.1', 'II. CẢI CÁCH HÀNH CHÍNH – 2. Thủ tục hành chính'],
      ['a)', 'II. CẢI CÁCH HÀNH CHÍNH – 2. Thủ tục hành chính'],
      ['3', 'II. CẢI CÁCH HÀNH CHÍNH'],
    ]);
  });

  it.each(['nt', '-nt-', 'Như trên', '"', 'NT'])('reads “%s” as the row above', async (ditto) => {
    const cells = await cellsOf(
      await aWorkbook((sheet) => {
        sheet.addRow(HEADER);
        sheet.addRow([1, 'Việc một', 'VP', '15/7/2026', 'Kế hoạch']);
        sheet.addRow([2, 'Việc hai', ditto, ditto, 'Báo cáo']);
        sheet.addRow([3, 'Việc ba', ditto, '20/7/2026', '-']);
      }),
    );
    expect(cells.map(({ lead, deadline, product }) => [lead, deadline, product])).toEqual([
      ['VP', '15/7/2026', 'Kế hoạch'],
      ['VP', '15/7/2026', 'Báo cáo'],
      ['VP', '20/7/2026', undefined],
    ]);
  });

  it('leaves out totals and what stands below “Nơi nhận”', async () => {
    const cells = await cellsOf(
      await aWorkbook((sheet) => {
        sheet.addRow(HEADER);
        sheet.addRow([1, 'Việc một', 'VP', '15/7/2026']);
        sheet.addRow(['', 'Tổng cộng: 1 nhiệm vụ']);
        sheet.addRow(['Nơi nhận:', '', '', 'GIÁM ĐỐC']);
        sheet.addRow(['- Lưu: VT', '', '', 'Giám đốc (mẫu)']);
      }),
    );
    expect(cells.map((row) => row.title)).toEqual(['Việc một']);
  });

  it('keeps the names of columns that it does not know', async () => {
    const table = await readOnlyTable(
      await aWorkbook((sheet) => {
        sheet.addRow(['Nhiệm vụ', 'Chủ trì', 'Hạn', 'Kinh phí dự kiến', 'Trọng tâm', 'Nhạy cảm']);
        sheet.addRow(['Việc một', 'VP', '15/7/2026', '500 triệu', 'x', 'X']);
      }),
    );
    expect(table.ignored).toEqual(['Kinh phí dự kiến']);
    expect(table.rows[0]?.cells.labels).toBe('Trọng tâm; Nhạy cảm');
  });

  it('takes “Ngày hoàn thành” for the deadline when nothing else says when', async () => {
    const cells = await cellsOf(
      await aWorkbook((sheet) => {
        sheet.addRow(['STT', 'Nội dung', 'Chủ trì', 'Ngày hoàn thành']);
        sheet.addRow([1, 'Việc một', 'VP', '15/7/2026']);
      }),
    );
    expect(cells[0]?.deadline).toBe('15/7/2026');
  });
});

describe('a cell', () => {
  const deadlineOf = async (put: (cell: ExcelJS.Cell) => void) => {
    const file = await aWorkbook((sheet) => {
      sheet.addRow(HEADER);
      sheet.addRow([1, 'Việc một', 'VP']);
      put(sheet.getCell('D2'));
    });
    return (await cellsOf(file))[0]?.deadline;
  };

  it('that holds a date shows day, month and year', async () => {
    const put = (cell: ExcelJS.Cell) => {
      cell.value = new Date('2026-07-05T00:00:00Z');
      cell.numFmt = 'dd/mm/yyyy';
    };
    expect(await deadlineOf(put)).toBe('05/07/2026');
  });

  it('that holds a bare serial of a day shows that day', async () => {
    const put = (cell: ExcelJS.Cell) => {
      cell.value = 46208;
    };
    expect(await deadlineOf(put)).toBe('05/07/2026');
  });

  it('that holds a formula shows its result', async () => {
    const put = (cell: ExcelJS.Cell) => {
      cell.value = { formula: 'A1', result: 'Quý III/2026' };
    };
    expect(await deadlineOf(put)).toBe('Quý III/2026');
  });

  it('that holds rich text or decomposed letters shows composed text', async () => {
    const put = (cell: ExcelJS.Cell) => {
      cell.value = { richText: [{ text: 'Quý ' }, { text: 'III/2026', font: { bold: true } }] };
    };
    expect(await deadlineOf(put)).toBe('Quý III/2026');
    const decompose = (cell: ExcelJS.Cell) => {
      cell.value = 'Thường xuyên'.normalize('NFD');
    };
    expect(await deadlineOf(decompose)).toBe('Thường xuyên');
  });

  it('typed in a font from before Unicode shows Vietnamese', async () => {
    const put = (cell: ExcelJS.Cell) => {
      cell.value = 'Th¸ng 9/2026';
      cell.font = { name: '.VnTime' };
    };
    expect(await deadlineOf(put)).toBe('Tháng 9/2026');
  });

  it('formatted as a share shows percent', async () => {
    const file = await aWorkbook((sheet) => {
      sheet.addRow(['Nhiệm vụ', 'Chủ trì', 'Hạn', 'Tiến độ (%)']);
      sheet.addRow(['Việc một', 'VP', '15/7/2026', 0.62]);
      sheet.getCell('D2').numFmt = '0%';
    });
    expect((await cellsOf(file))[0]?.percent).toBe('62%');
  });
});

describe('a workbook', () => {
  it('of units and people holds both tables, its guide is skipped and named', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Hướng dẫn').addRow(['Cách ghi']);
    workbook.addWorksheet('Đơn vị').addRows([
      ['Mã đơn vị', 'Tên đơn vị'],
      ['VP', 'Văn phòng'],
    ]);
    workbook.addWorksheet('Nhân sự').addRows([
      ['Họ và tên', 'Đơn vị', 'Chức vụ'],
      ['Lý Thị Mai', 'VP', 'Văn thư'],
    ]);
    const result = await readTables(await toBytes(workbook));
    if ('refused' in result) throw new Error(result.refused.message);
    expect(result.tables.map((table) => table.kind)).toEqual(['units', 'people']);
    expect(result.skippedSheets).toEqual(['Hướng dẫn']);
    expect(recogniseWorkbook(result.tables)).toBe('people');
  });

  it('of tasks is recognised as tasks, and one of neither as unknown', async () => {
    const table = await readOnlyTable(
      await aWorkbook((sheet) => sheet.addRows([HEADER, [1, 'Việc', 'VP', '15/7']])),
    );
    expect(recogniseWorkbook([table])).toBe('tasks');
    expect(recogniseWorkbook([])).toBe('unknown');
  });

  it('without any header that we know is refused with the columns it needs', async () => {
    const result = await readTables(await aWorkbook((sheet) => sheet.addRow(['Thực đơn', 'Món', 'Giá'])));
    expect(result).toMatchObject({ refused: { code: 'noHeader' } });
    expect('refused' in result && result.refused.message).toContain('Đơn vị chủ trì');
  });
});
