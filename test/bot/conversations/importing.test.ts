import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, importBatches, tasks, taskVersions } from '../../../src/db/schema/index.ts';
import { weekdayOf } from '../../../src/domain/days.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { TASKS } from '../../support/department.ts';
import { countRows, readTask } from '../../support/rows.ts';
import { buttonsOf } from '../../support/speaker.ts';
import { makeTaskWorkbook, makeWorkbook, type TaskCells } from '../../support/workbooks.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const NEW_TASK: TaskCells = {
  code: 'NV21',
  title: 'Lập kế hoạch đào tạo',
  lead: 'CDS',
  assignee: 'Đào Văn Thắng',
  due: '30/9/2026',
  product: 'Kế hoạch',
};

const sendTasks = async (cells: readonly TaskCells[], name = 'danh-muc.xlsx') =>
  world.as('officeHead').sendsFile({ name, bytes: await makeTaskWorkbook(cells) });

describe('A list sent by the office', () => {
  beforeEach(() => world.begin());

  test('is shown first and written on “Nhập”', async () => {
    const preview = await sendTasks([NEW_TASK]);
    expect(preview).toMatch(/^Xem trước danh-muc\.xlsx \(nhiệm vụ\)\nThêm 1, thay đổi 0, giữ nguyên 0\./);
    expect(preview).toContain('Lập kế hoạch đào tạo');
    expect(await countRows(world.db, tasks)).toBe(TASKS.length);
    expect(await world.as('officeHead').presses('Nhập')).toBe(
      'Đã nhập nhiệm vụ từ danh-muc.xlsx: thêm 1, thay đổi 0, giữ nguyên 0.',
    );
    expect(await readTask(world.db, 'NV21')).toMatchObject({ dueOn: '2026-09-30', state: 'issued' });
  });

  test('is written once, however often “Nhập” is pressed', async () => {
    await sendTasks([NEW_TASK]);
    const { message_id } = world.as('officeHead').lastAnswer();
    const [batch] = await world.db.select().from(importBatches);
    await world.as('officeHead').pressesData(message_id, `iy:${batch?.id}`);
    expect(await world.as('officeHead').pressesData(message_id, `iy:${batch?.id}`)).toContain(
      'đã được quyết định',
    );
    expect(await countRows(world.db, tasks)).toBe(TASKS.length + 1);
  });

  test('is dropped on “Bỏ”, with its bytes', async () => {
    await sendTasks([NEW_TASK]);
    expect(await world.as('officeHead').presses('Bỏ')).toBe('Đã bỏ tệp danh-muc.xlsx, không ghi gì.');
    expect(await countRows(world.db, tasks)).toBe(TASKS.length);
    expect(await world.db.select().from(importBatches)).toMatchObject([{ state: 'dropped', content: null }]);
  });

  test('a second time changes nothing', async () => {
    await sendTasks([NEW_TASK]);
    await world.as('officeHead').presses('Nhập');
    const versions = await countRows(world.db, taskVersions);
    expect(await sendTasks([NEW_TASK])).toContain('Thêm 0, thay đổi 0, giữ nguyên 1.');
    await world.as('officeHead').presses('Nhập');
    expect(await countRows(world.db, taskVersions)).toBe(versions);
  });

  test('with another due day shows old → new, keeps the original day, and is in the audit', async () => {
    await sendTasks([NEW_TASK]);
    await world.as('officeHead').presses('Nhập');
    const preview = await sendTasks([{ ...NEW_TASK, due: '15/10/2026' }]);
    expect(preview).toMatch(/NV21 đổi hạn: 30\/9\/2026 → 15\/10\/2026/);
    expect((await readTask(world.db, 'NV21')).dueOn).toBe('2026-09-30');
    await world.as('officeHead').presses('Nhập');
    const task = await readTask(world.db, 'NV21');
    expect(task).toMatchObject({ dueOn: '2026-10-15', originalDueOn: '2026-09-30' });
    const changes = await world.db.select().from(auditEntries).where(eq(auditEntries.action, 'importChange'));
    expect(changes).toMatchObject([
      { subjectId: task.id, before: { dueOn: '2026-09-30' }, after: { dueOn: '2026-10-15' } },
    ]);
  });

  test('without codes is numbered on, in every shape a deadline has, and recognised when it comes again', async () => {
    const { code: _, ...uncoded } = NEW_TASK;
    const list: TaskCells[] = [
      { ...uncoded, title: 'Việc có hạn' },
      { ...uncoded, title: 'Việc hằng tháng', due: 'Ngày 25 hằng tháng' },
      { ...uncoded, title: 'Việc hàng ngày', due: 'Hàng ngày' },
      { ...uncoded, title: 'Việc hai đợt', due: '30/9 và 31/12/2026' },
      { title: 'Việc của mọi đơn vị', lead: 'Các phòng, đơn vị', due: '30/9/2026', product: 'Kế hoạch' },
    ];
    expect(await sendTasks(list)).toContain('Thêm 5, thay đổi 0, giữ nguyên 0.');
    await world.as('officeHead').presses('Nhập');
    const rows = await world.db.select().from(tasks);
    const daily = rows.filter((task) => task.title === 'Việc hàng ngày' && task.structure === 'occurrence');
    expect(daily.length).toBeGreaterThan(20);
    // Working days only: one Saturday of that summer is made up for Monday 31/8.
    const weekends = daily.map((task) => task.dueOn ?? '').filter((day) => weekdayOf(day) > 5);
    expect(weekends).toEqual(['2026-08-22']);
    const twice = rows.filter((task) => task.title === 'Việc hai đợt' && task.structure === 'occurrence');
    expect(new Set(twice.map((task) => task.dueOn))).toEqual(new Set(['2026-09-30', '2026-12-31']));
    expect(twice).toHaveLength(2);
    expect(await sendTasks(list)).toContain('Thêm 0, thay đổi 0, giữ nguyên 5.');
  });

  test('leaves the progress that was reported by chat', async () => {
    await world.as('mai').says('NV11 60%');
    await sendTasks([{ ...TASKS[0], percent: 10 }]);
    await world.as('officeHead').presses('Nhập');
    expect(await world.as('mai').says('/viec')).toContain('· 60%');
  });
});

describe('A list with a mistake writes nothing and names the row', () => {
  beforeAll(() => world.begin());

  test.each<[string, TaskCells[], RegExp]>([
    ['a code twice', [NEW_TASK, { ...NEW_TASK, title: 'Việc khác' }], /Dòng 3: Mã NV21 đã có ở dòng 2/],
    [
      'a unit that nobody knows',
      [{ ...NEW_TASK, lead: 'Phòng Vũ trụ' }],
      /Dòng 2: Chưa nhận ra đơn vị “Phòng Vũ trụ”/,
    ],
    [
      'a day that no calendar has',
      [{ ...NEW_TASK, due: '31/6/2026' }],
      /Dòng 2: .*ngày “31\/6\/2026” không có trên lịch/,
    ],
    [
      '130 %',
      [{ ...NEW_TASK, percent: 130, state: 'Đang thực hiện' }],
      /Dòng 2: Tiến độ “130” phải là số từ 0 đến 100/,
    ],
    [
      'a good row before a bad one',
      [NEW_TASK, { ...NEW_TASK, code: 'NV22', lead: 'Phòng Vũ trụ' }],
      /Dòng 3: Chưa nhận ra đơn vị/,
    ],
  ])('%s', async (_, cells, problem) => {
    const preview = await sendTasks(cells);
    expect(preview).toMatch(problem);
    expect(preview).toMatch(/Chưa nhập dòng nào/);
    expect(buttonsOf(world.as('officeHead').lastAnswer())).toEqual([]);
    expect(await countRows(world.db, tasks)).toBe(TASKS.length);
  });
});

describe('A file that is not a list is refused in one sentence', () => {
  beforeAll(() => world.begin());

  test.each<[string, () => Promise<Buffer>, RegExp]>([
    ['5 MB of text called .xlsx', async () => Buffer.alloc(5 * 1024 * 1024, 'a'), /không phải bảng tính/],
    ['an empty file', async () => Buffer.alloc(1, ' '), /không phải bảng tính|hỏng/],
    [
      'a sheet with wrong headers',
      () =>
        makeWorkbook({
          'Trang 1': [
            ['Tên hàng', 'Giá'],
            ['Bút', 5],
          ],
        }),
      /Chưa tìm thấy dòng tiêu đề/,
    ],
    ['more than 10 MB', async () => Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), /lớn hơn 10 MB/],
    [
      'a damaged archive',
      async () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)]),
      /hỏng|không phải bảng tính/,
    ],
  ])('%s', async (_, makeBytes, words) => {
    const answer = await world.as('officeHead').sendsFile({ name: 'tep.xlsx', bytes: await makeBytes() });
    expect(answer).toMatch(/^Không nhập được tep\.xlsx: /);
    expect(answer).toMatch(words);
    expect(await countRows(world.db, tasks)).toBe(TASKS.length);
  });
});

describe('Rights', () => {
  beforeAll(() => world.begin());

  test('a list from somebody else is a file like any other', async () => {
    const bytes = await makeTaskWorkbook([NEW_TASK]);
    expect(await world.as('mai').sendsFile({ name: 'danh-muc.xlsx', bytes })).toMatch(/cho việc nào\?/);
    expect(await countRows(world.db, importBatches)).toBe(0);
  });

  test('“Nhập” of a list that the office sent is not for others', async () => {
    await sendTasks([NEW_TASK]);
    const [batch] = await world.db.select().from(importBatches);
    await world.as('mai').says('/trogiup');
    const { message_id } = world.as('mai').lastAnswer();
    expect(await world.as('mai').pressesData(message_id, `iy:${batch?.id}`)).toMatch(
      /^Anh\/chị không có quyền/,
    );
    expect(await countRows(world.db, tasks)).toBe(TASKS.length);
  });
});

test('/nhap gives the office both templates, which import as they are sent back', async () => {
  await world.begin();
  await world.as('officeHead').says('/nhap');
  const files = world
    .as('officeHead')
    .hears()
    .flatMap((message) => message.document?.file_name ?? []);
  expect(files).toEqual(['mau-nhan-su.xlsx', 'mau-nhiem-vu.xlsx']);
  expect(await world.as('mai').says('/nhap')).toMatch(/^Anh\/chị không có quyền/);
});
