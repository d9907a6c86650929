import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretTaskRows } from '../../../src/documents/import/interpret-task-rows.ts';
import type { ImportContext } from '../../../src/domain/import/import-context.ts';
import { aContext, aTable } from './department.ts';

const HEADER = [
  'Mã',
  'Nội dung nhiệm vụ',
  'Đơn vị chủ trì',
  'Người thực hiện',
  'Đơn vị phối hợp',
  'Lãnh đạo phụ trách',
  'Thời hạn',
  'Sản phẩm',
  'Loại',
  'Mức độ',
  'Trạng thái',
  'Tiến độ (%)',
  'Ngày hoàn thành',
  'Sản phẩm đã có',
] as const;
type Column = (typeof HEADER)[number];
type Cells = Partial<Record<Column, string>>;

const COMPLETE: Cells = {
  'Nội dung nhiệm vụ': 'Lập kế hoạch chuyển đổi số',
  'Đơn vị chủ trì': 'Phòng Chuyển đổi số',
  'Người thực hiện': 'Phan Ngọc Nam',
  'Thời hạn': '15/7/2026',
};

function readAll(rows: readonly Cells[], context: ImportContext = aContext()) {
  const lines = rows.map((cells) => HEADER.map((column) => cells[column] ?? ''));
  return interpretTaskRows(aTable([[...HEADER], ...lines]), context);
}

/** One row: the complete one with these cells changed. */
function read(cells: Cells) {
  const { rows, problems } = readAll([{ ...COMPLETE, ...cells }]);
  return { task: rows[0], problems, codes: problems.map((problem) => problem.code) };
}

describe('a task row', () => {
  it('that states lead, person and day is read without a problem', () => {
    const { task, problems } = read({ Mã: 'nv 7', 'Sản phẩm': 'Kế hoạch' });
    expect(problems).toEqual([]);
    expect(task).toMatchObject({
      row: 2,
      code: 'NV07',
      title: 'Lập kế hoạch chuyển đổi số',
      lead: { kind: 'unit', unitCode: 'CDS' },
      assignee: 'Phan Ngọc Nam',
      assigneeCode: 'CB03',
      deadline: { kind: 'day', dueOn: '2026-07-15' },
      product: 'Kế hoạch',
      state: 'issued',
      kind: 'task',
      priority: 'normal',
    });
  });

  it('without a title or without a lead is an error that names the column', () => {
    const { problems } = readAll([
      { ...COMPLETE, 'Nội dung nhiệm vụ': '' },
      { 'Nội dung nhiệm vụ': 'Việc chưa giao ai', 'Thời hạn': '15/7/2026' },
    ]);
    expect(problems).toMatchObject([
      { row: 2, code: 'missingTitle', column: 'Nội dung nhiệm vụ', severity: 'error' },
      { row: 3, code: 'missingLead', column: 'Đơn vị chủ trì', severity: 'error' },
    ]);
  });

  it('whose cell holds a broken formula is an error', () => {
    expect(read({ 'Thời hạn': '#REF!' }).codes).toContain('brokenFormula');
  });

  it('takes kind, priority and flags from either column', () => {
    expect(read({ Loại: 'Dự án', 'Mức độ': 'Trọng điểm; nhạy cảm' }).task).toMatchObject({
      kind: 'project',
      priority: 'key',
      flags: ['sensitive'],
    });
    expect(read({ Loại: 'quyền lợi người dân' }).task?.flags).toEqual(['citizenRights']);
    expect(read({ Loại: 'tồn đọng, Đột phá' }).task).toMatchObject({
      flags: ['inheritedBacklog'],
      priority: 'breakthrough',
    });
    expect(read({ 'Mức độ': 'rất gấp' }).codes).toEqual(['unknownLabel']);
  });

  it('with a foreign code keeps it as a reference', () => {
    const { task, codes } = read({ Mã: '57-0123' });
    expect(task).toMatchObject({ externalReference: '57-0123' });
    expect(task?.code).toBeUndefined();
    expect(codes).toEqual(['foreignCode']);
  });

  it('reads a countable product as a measure', () => {
    expect(read({ 'Sản phẩm': '1.250 hộ dân' }).task?.measure).toEqual({ target: 1250, unit: 'hộ dân' });
    expect(read({ 'Sản phẩm': '45/KH-SKHCN ngày 03/7/2026' }).task?.measure).toBeUndefined();
    expect(read({ 'Sản phẩm': 'Báo cáo' }).task?.measure).toBeUndefined();
  });
});

describe('the lead', () => {
  it.each([
    'P.CĐS',
    'phòng cđs',
    'PHÒNG CHUYỂN ĐỔI SỐ',
    'Chuyển đổi số',
    'Phong Chuyen doi so',
    'Phòng Chuyển đổi số'.normalize('NFD'),
    '- Phòng Chuyển đổi số.',
  ])('is the same unit however written: %s', (written) => {
    expect(read({ 'Đơn vị chủ trì': written }).task?.lead).toEqual({ kind: 'unit', unitCode: 'CDS' });
  });

  it.each([
    ['Phòng Quản lý Công nghệ và Đổi mới sáng tạo', 'CNDM'],
    ['Trung tâm Khoa học và Công nghệ', 'TTKHCN'],
    ['Trung tâm KHCN', 'TTKHCN'],
    ['Phòng Kế hoạch – Tài chính', 'KHTC'],
    ['Phòng Kế hoạch Tài chính', 'KHTC'],
    ['P. KH-TC', 'KHTC'],
    ['CNĐM', 'CNDM'],
  ])('may hold “và”, dashes or an old name: %s', (written, unitCode) => {
    expect(read({ 'Đơn vị chủ trì': written, 'Người thực hiện': '' }).task?.lead).toEqual({
      kind: 'unit',
      unitCode,
    });
  });

  it.each([
    'Các phòng, đơn vị',
    'Các phòng, đơn vị liên quan',
    'Các phòng, Trung tâm',
    'Tất cả các phòng, đơn vị thuộc Sở',
    'Các phòng chuyên môn',
    'các phòng và đơn vị',
  ])('may be everybody: %s', (written) => {
    expect(read({ 'Đơn vị chủ trì': written, 'Người thực hiện': '' })).toMatchObject({
      task: { lead: { kind: 'allUnits' } },
      problems: [],
    });
  });

  it.each([
    'Văn phòng; Phòng Chuyển đổi số',
    'VP, P.CĐS',
    'Văn phòng\nP.CĐS',
    'Văn phòng và Phòng Chuyển đổi số',
    'VP - CDS',
  ])('that names two units is asked which of them leads: %s', (written) => {
    const { rows, problems } = readAll([{ ...COMPLETE, 'Đơn vị chủ trì': written }]);
    expect(rows).toEqual([]);
    expect(problems.map(({ code, severity }) => ({ code, severity }))).toEqual([
      { code: 'severalLeads', severity: 'error' },
    ]);
    expect(problems[0]?.message).toContain('Văn phòng, Phòng Chuyển đổi số');
  });

  it('marked “(chủ trì)” among several leads, the others coordinate', () => {
    const { task, problems } = read({ 'Đơn vị chủ trì': 'VP; P.CĐS (chủ trì); KHTC' });
    expect(problems).toEqual([]);
    expect(task).toMatchObject({ lead: { unitCode: 'CDS' }, coordinating: ['VP', 'KHTC'] });
  });

  it('may stand in one cell with who coordinates', () => {
    const { task, problems } = read({ 'Đơn vị chủ trì': 'Chủ trì: P.CĐS\nPhối hợp: VP; Sở Tài chính' });
    expect(problems).toEqual([]);
    expect(task).toMatchObject({
      lead: { unitCode: 'CDS' },
      coordinating: ['VP'],
      coordinatingText: 'Sở Tài chính',
    });
  });

  it('that is unknown is an error that proposes the nearest unit', () => {
    const { problems } = readAll([{ ...COMPLETE, 'Đơn vị chủ trì': 'Phòng Chuyển đổi sóo' }]);
    expect(problems).toMatchObject([{ row: 2, code: 'unknownUnit', severity: 'error' }]);
    expect(problems[0]?.message).toContain('“Phòng Chuyển đổi số”');
  });

  it('is not found inside the name of an outside body', () => {
    expect(read({ 'Đơn vị chủ trì': 'Văn phòng UBND thành phố' }).codes).toContain('unknownUnit');
    expect(read({ 'Đơn vị chủ trì': 'Bộ Khoa học và Công nghệ' }).codes).toContain('unknownUnit');
  });

  it('given as a person is the unit of that person', () => {
    const { task, codes } = read({ 'Đơn vị chủ trì': 'đ/c Phan Ngọc Nam', 'Người thực hiện': '' });
    expect(task).toMatchObject({ lead: { unitCode: 'CDS' }, assignee: 'Phan Ngọc Nam' });
    expect(codes).toEqual(['leadFromPerson']);
  });

  it('may carry the person in brackets', () => {
    const { task } = read({ 'Đơn vị chủ trì': 'P.CĐS (đ/c Nam)', 'Người thực hiện': '' });
    expect(task).toMatchObject({ lead: { unitCode: 'CDS' }, assignee: 'Phan Ngọc Nam' });
  });
});

describe('coordination', () => {
  it('separates units of the department from outside bodies kept as written', () => {
    const { task, problems } = read({
      'Đơn vị phối hợp':
        'Văn phòng và Sở Tài chính; Phòng Quản lý Công nghệ và Đổi mới sáng tạo, Bộ Khoa học và Công nghệ',
    });
    expect(problems).toEqual([]);
    expect(task?.coordinating).toEqual(['VP', 'CNDM']);
    expect(task?.coordinatingText).toBe('Sở Tài chính; Bộ Khoa học và Công nghệ');
  });

  it('by everybody is kept as written beside the units that are named', () => {
    expect(
      read({ 'Đơn vị phối hợp': 'Các phòng, đơn vị liên quan; VP; UBND các xã, phường' }).task,
    ).toMatchObject({
      coordinating: ['VP'],
      coordinatingText: 'Các phòng, đơn vị liên quan; UBND các xã, phường',
    });
  });

  it('of “–” is none', () => {
    expect(read({ 'Đơn vị phối hợp': '–' }).task).toMatchObject({ coordinating: [] });
  });

  it('by a misspelt unit is flagged', () => {
    const { task, codes } = read({ 'Đơn vị phối hợp': 'Trung tâm Khoa hoc va Công nghê mới' });
    expect(task?.coordinating).toEqual([]);
    expect(codes).toEqual(['doubtfulCoordinator']);
  });
});

describe('the accountable person', () => {
  it('is found in the lead unit when another unit has the same name', () => {
    expect(read({ 'Người thực hiện': 'Lý Thị Mai' }).task?.assigneeCode).toBe('CB02');
  });

  it('of a name borne twice elsewhere is asked for by code', () => {
    const { codes } = read({ 'Đơn vị chủ trì': 'VP', 'Người thực hiện': 'Lý Thị Mai' });
    expect(codes).toContain('ambiguousPerson');
    expect(read({ 'Đơn vị chủ trì': 'KHTC', 'Người thực hiện': 'CB06' }).task?.assignee).toBe('Lý Thị Mai');
  });

  it('may be written with an honorific, which some family names look like', () => {
    expect(read({ 'Người thực hiện': 'ông Phan Ngọc Nam' }).task?.assigneeCode).toBe('CB03');
    expect(read({ 'Người thực hiện': 'Ông Gia Bách' }).task?.assigneeCode).toBe('CB04');
  });

  it('comes first of several; the others help', () => {
    const { task, codes } = read({ 'Người thực hiện': 'Phan Ngọc Nam; Lý Thị Mai' });
    expect(task).toMatchObject({ assignee: 'Phan Ngọc Nam', helpers: ['Lý Thị Mai'] });
    expect(codes).toEqual(['severalAssignees']);
  });

  it('missing, unknown or of another unit is flagged, not an error', () => {
    expect(read({ 'Người thực hiện': '' }).codes).toEqual(['noAssignee']);
    expect(read({ 'Người thực hiện': 'Trần Văn Lạ' }).codes).toEqual(['unknownPerson']);
    expect(read({ 'Người thực hiện': 'Võ Thị Hạnh' }).codes).toEqual(['assigneeElsewhere']);
  });

  it('stands beside the leader in charge', () => {
    expect(read({ 'Lãnh đạo phụ trách': 'Nguyễn Hoàng An' }).task?.leader).toBe('Nguyễn Hoàng An');
  });
});

describe('the deadline', () => {
  it('keeps its wording and means the day before “trước ngày”', () => {
    expect(read({ 'Thời hạn': 'Trước ngày 15/7/2026' }).task?.deadline).toEqual({
      wording: 'Trước ngày 15/7/2026',
      kind: 'day',
      dueOn: '2026-07-14',
    });
  });

  it('that is empty is a flagged fact: chưa rõ thời gian', () => {
    const { task, problems } = read({ 'Thời hạn': '' });
    expect(task).toBeDefined();
    expect(problems).toMatchObject([{ code: 'missingDeadline', severity: 'warning' }]);
    expect(problems[0]?.message).toMatch(/chưa rõ thời gian/i);
  });

  it('that is no day of the calendar is refused with its row', () => {
    const { problems } = read({ 'Thời hạn': '31/6/2026' });
    expect(problems).toMatchObject([
      { code: 'impossibleDeadline', severity: 'error', row: 2, column: 'Thời hạn' },
    ]);
    expect(problems[0]?.message).toContain('Dòng 2');
  });

  it('that is vague is flagged with the best guess', () => {
    const { problems } = read({ 'Thời hạn': 'Đầu tháng 7/2026' });
    expect(problems).toMatchObject([{ code: 'unclearDeadline', severity: 'warning' }]);
    expect(problems[0]?.message).toContain('10/7/2026');
  });

  it('as a bare Excel serial is a day', () => {
    expect(read({ 'Thời hạn': '46218' }).task?.deadline).toMatchObject({ kind: 'day', dueOn: '2026-07-15' });
  });

  it('in a wrong century is flagged', () => {
    expect(read({ 'Thời hạn': '15/7/2062' }).codes).toContain('deadlineFarAway');
  });
});

describe('the state', () => {
  it.each([
    ['Chưa thực hiện', 'issued'],
    ['ĐANG THỰC HIỆN', 'inProgress'],
    ['Đang thực hiện (quá hạn)', 'inProgress'],
    ['Đã trình, chờ ký', 'submitted'],
    ['Tạm dừng', 'suspended'],
    ['Hủy', 'cancelled'],
    ['Huỷ', 'cancelled'],
    ['Dự thảo', 'draft'],
    ['', 'issued'],
  ])('“%s” is %s', (word, state) => {
    expect(read({ 'Trạng thái': word }).task?.state).toBe(state);
  });

  it.each([
    ['Hoàn thành', 'done'],
    ['Chờ xác nhận', 'reportedDone'],
    ['Báo hoàn thành', 'reportedDone'],
    ['Cơ bản hoàn thành', 'basicallyDone'],
  ])('“%s” with the day and the product is %s', (word, state) => {
    const done = { 'Ngày hoàn thành': '03/7/2026', 'Sản phẩm đã có': '45/KH-SKHCN' };
    expect(read({ 'Trạng thái': word, ...done })).toMatchObject({
      task: { state, completedOn: '2026-07-03', completedProduct: '45/KH-SKHCN' },
      problems: [],
    });
  });

  it('that nobody knows is an error', () => {
    expect(read({ 'Trạng thái': 'lơ lửng' }).codes).toEqual(['unknownState']);
  });

  it('done without its day is an error that asks for it', () => {
    const { problems } = read({ 'Trạng thái': 'Hoàn thành', 'Sản phẩm đã có': '45/KH-SKHCN' });
    expect(problems).toMatchObject([{ code: 'missingCompletionDay', severity: 'error' }]);
  });

  it('said done in the deadline column is done, and the day is asked for', () => {
    const { task, problems } = read({ 'Thời hạn': 'Đã hoàn thành', 'Sản phẩm đã có': '45/KH-SKHCN' });
    expect(task?.state).toBe('done');
    expect(problems).toMatchObject([{ code: 'completedWithoutDay', severity: 'warning' }]);
  });

  it('done tomorrow is an error; done today is not', () => {
    const done = { 'Trạng thái': 'Hoàn thành', 'Sản phẩm đã có': '45/KH-SKHCN' };
    expect(read({ ...done, 'Ngày hoàn thành': '09/7/2026' }).codes).toEqual(['completionInFuture']);
    expect(read({ ...done, 'Ngày hoàn thành': '08/7/2026' }).codes).toEqual([]);
    expect(read({ ...done, 'Ngày hoàn thành': '31/6/2026' }).codes).toEqual(['impossibleDay']);
  });
});

describe('the progress', () => {
  it.each([
    ['60', 60],
    ['60 %', 60],
    ['62,5%', 62.5],
    ['0.6', 60],
    ['0', 0],
    ['100', 100],
  ])('“%s” is %d percent', (text, percent) => {
    expect(read({ 'Tiến độ (%)': text }).task?.percent).toBe(percent);
  });

  it.each(['130', '-5', 'gần xong'])('“%s” is an error', (text) => {
    expect(read({ 'Tiến độ (%)': text }).problems).toMatchObject([{ code: 'badPercent', severity: 'error' }]);
  });

  it('above nothing means that work has begun', () => {
    expect(read({ 'Tiến độ (%)': '20' }).task?.state).toBe('inProgress');
  });
});

describe('the table as a whole', () => {
  it('refuses a code used twice, however it is typed, and names the first row', () => {
    const { problems } = readAll([
      { ...COMPLETE, Mã: 'NV12' },
      { ...COMPLETE, Mã: 'nv 012', 'Nội dung nhiệm vụ': 'Việc khác' },
    ]);
    expect(problems).toMatchObject([{ row: 3, code: 'duplicateCode', severity: 'error' }]);
    expect(problems[0]?.message).toContain('dòng 2');
  });

  it('flags the same task written twice', () => {
    expect(readAll([COMPLETE, COMPLETE]).problems).toMatchObject([
      { row: 3, code: 'sameTask', severity: 'warning' },
    ]);
  });

  it('never throws, and every problem says something, whatever the cells hold', () => {
    const cells = fc.dictionary(
      fc.constantFrom(...HEADER),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string()),
    );
    fc.assert(
      fc.property(cells, (row) => {
        const { rows, problems } = readAll([{ ...COMPLETE, ...row }]);
        expect(rows.length).toBeLessThanOrEqual(1);
        expect(problems.every((problem) => problem.message.length > 10)).toBe(true);
      }),
    );
  });

  it('reads the same from decomposed text', () => {
    const cells: Cells = {
      ...COMPLETE,
      'Đơn vị phối hợp': 'Văn phòng; Sở Tài chính',
      'Trạng thái': 'Đang thực hiện',
    };
    const decomposed = Object.fromEntries(
      Object.entries(cells).map(([key, text]) => [key, text.normalize('NFD')]),
    );
    const [plain, other] = [readAll([cells]).rows[0], readAll([decomposed]).rows[0]];
    expect(other).toMatchObject({
      lead: plain?.lead,
      coordinating: plain?.coordinating,
      state: plain?.state,
    });
  });
});
