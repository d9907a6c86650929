import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, bottlenecks, bottleneckTasks } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { listReports, readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, forges, idOf, lastTo } = talkIn(() => world);
const listRows = () => world.db.select().from(bottlenecks).orderBy(asc(bottlenecks.id));
const WHOLE = 'giải ngân chậm do chưa có thẩm định của P.QLKH, cần xong trước 20/7, ảnh hưởng NV11';
const records = async () => {
  await world.as('mai').says(`/diemnghen mới ${WHOLE}`);
  return world.as('mai').presses('✅ Ghi nhận');
};

describe('A bottleneck is added', () => {
  beforeEach(() => world.begin());

  test('step by step with buttons', async () => {
    expect(await world.as('mai').says('/diemnghen')).toMatch(/^Chưa có điểm nghẽn nào/);
    expect(await world.as('mai').presses('➕ Thêm')).toMatch(/^Điểm nghẽn là gì\?/);
    expect(await world.as('mai').says('Quy trình một bước còn rườm rà')).toContain('Thuộc lĩnh vực nào?');
    expect(buttonsTo('mai')).toEqual(['TTHC', 'Giải ngân', 'Dự án', 'Khác', 'Bỏ']);
    expect(await world.as('mai').presses('TTHC')).toContain('Ai phải xử lý?');
    expect(buttonsTo('mai')).toEqual(['VP', 'P.CĐS', 'P.QLKH', 'Bỏ']);
    expect(await world.as('mai').presses('P.QLKH')).toContain('Cần xử lý trước ngày nào?');
    expect(await world.as('mai').says('20/7')).toContain('Hạn: 20/7/2026');
    expect(await world.as('mai').says('NV11, NV12')).toContain('Việc bị ảnh hưởng: NV11 Nâng cấp');
    expect(await world.as('mai').presses('✅ Ghi nhận')).toMatch(/^Đã ghi điểm nghẽn DN01\./);
    const { id: unitId } = await unitOfNv11();
    expect(await listRows()).toMatchObject([
      {
        code: 'DN01',
        domain: 'procedures',
        state: 'new',
        title: 'Quy trình một bước còn rườm rà',
        dueOn: '2026-07-20',
        unitId,
        confirmedAt: null,
      },
    ]);
    expect(await world.db.select().from(bottleneckTasks)).toHaveLength(2);
  });

  test('by one sentence, from which the rest is read; whoever must act and the head are told', async () => {
    const card = await world.as('mai').says(`/diemnghen mới ${WHOLE}`);
    expect(card).toContain('Lĩnh vực: Giải ngân');
    expect(card).toContain('Phải xử lý: P.QLKH');
    expect(card).toContain('Hạn: 20/7/2026');
    expect(card).toContain('Việc bị ảnh hưởng: NV11');
    expect(await world.as('mai').presses('✅ Ghi nhận')).toContain('Đã báo: Trương Công Minh, Bùi Đức Huy.');
    expect(lastTo('scienceHead')).toMatch(/^🧱 P\.CĐS đang chờ đơn vị anh\/chị tháo gỡ điểm nghẽn DN01:/);
    expect(buttonsTo('scienceHead')).toEqual(['DN01']);
    expect(lastTo('digitalHead')).toMatch(/^🧱 Lý Thị Mai báo điểm nghẽn DN01 của P\.CĐS:/);
    expect(buttonsTo('digitalHead')).toEqual(['Xác nhận', 'DN01']);
    const audit = await world.db.select().from(auditEntries).orderBy(asc(auditEntries.id));
    expect(audit.at(-1)).toMatchObject({ action: 'recordBottleneck', actorId: await idOf('mai') });
  });

  test('waiting for somebody outside, without a day, and with an answer that is changed', async () => {
    await world.as('mai').says('/diemnghen mới Dự án kho dữ liệu chưa được duyệt');
    expect(await world.as('mai').says('Sở Tài chính')).toContain('Phải xử lý: Sở Tài chính');
    await world.as('mai').presses('Chưa có hạn');
    await world.as('mai').presses('Sửa lĩnh vực');
    await world.as('mai').presses('Khác');
    await world.as('mai').presses('✅ Ghi nhận');
    expect(await listRows()).toMatchObject([
      { domain: 'other', mustActUnitId: null, mustActText: 'Sở Tài chính', dueOn: null },
    ]);
  });

  test('a day that cannot be, and tasks that are not theirs, are said', async () => {
    await world.as('mai').says('/diemnghen mới dự án kho dữ liệu chưa được P.QLKH duyệt');
    expect(await world.as('mai').says('31/6')).toContain('Ngày này không có trong lịch');
    await world.as('mai').says('20/7');
    expect(await world.as('mai').says('NV13')).toContain('Không thấy việc NV13');
    await world.as('mai').presses('✅ Ghi nhận');
    expect(await world.db.select().from(bottleneckTasks)).toEqual([]);
  });

  test('a report on a task typed meanwhile is a report', async () => {
    await world.as('mai').says('/diemnghen mới');
    expect(await world.as('mai').says('NV11 60% đã gửi dự thảo')).toContain('Đã ghi nhận NV11: 60%');
    expect((await listReports(world.db, 'NV11')).at(-1)?.percent).toBe(60);
    expect(await world.as('mai').says('Thiếu hướng dẫn về giải ngân')).toContain('Ai phải xử lý?');
  });

  test('twice pressed is one, dropped is none', async () => {
    await records();
    const data = 'ns:1';
    expect(await forges('mai', data)).toMatch(/đã được quyết định/);
    await world.as('mai').says(`/diemnghen mới ${WHOLE}`);
    expect(await world.as('mai').presses('Bỏ')).toMatch(/^Đã bỏ/);
    expect(await listRows()).toHaveLength(1);
  });

  test('the next one has the next code', async () => {
    await records();
    await records();
    expect((await listRows()).map(({ code }) => code)).toEqual(['DN01', 'DN02']);
  });

  async function unitOfNv11() {
    const { leadUnitId } = await readTask(world.db, 'NV11');
    return { id: leadUnitId };
  }
});

describe('A bottleneck is moved on', () => {
  beforeEach(async () => {
    await world.begin();
    await records();
  });

  test('by its head, step by step, back once, and to its end; those concerned are told', async () => {
    await world.as('digitalHead').says('/diemnghen DN01');
    expect(buttonsTo('digitalHead')).toEqual(['Bắt đầu xử lý', 'Xác nhận', 'NV11', 'Danh sách']);
    expect(await world.as('digitalHead').presses('Bắt đầu xử lý')).toMatch(/^DN01 · đang xử lý/);
    expect(lastTo('mai')).toMatch(/^🟠 DN01: mới → đang xử lý \(Trương Công Minh\)/);
    expect(lastTo('scienceHead')).toMatch(/^🟠 DN01: mới → đang xử lý/);
    await world.as('digitalHead').presses('Có chuyển biến');
    await world.as('digitalHead').presses('Chưa chuyển biến');
    expect((await listRows())[0]?.state).toBe('inProgress');
    await world.as('officeHead').says('/diemnghen 1');
    await world.as('officeHead').presses('Có chuyển biến');
    await world.as('officeHead').presses('✅ Đã tháo gỡ');
    expect(await listRows()).toMatchObject([{ state: 'resolved', resolvedAt: world.clock.now() }]);
    expect(lastTo('mai')).toMatch(/^✅ DN01: có chuyển biến → đã tháo gỡ \(Trần Quốc Cường\)/);
    const audit = await world.db.select().from(auditEntries).orderBy(asc(auditEntries.id));
    expect(audit.at(-1)).toMatchObject({
      action: 'moveBottleneck',
      before: { state: 'improving' },
      after: { state: 'resolved' },
    });
  });

  test('an old button that skips a step or repeats one is told so', async () => {
    const [row] = await listRows();
    await world.as('digitalHead').says('/diemnghen DN01');
    expect(await forges('digitalHead', `nm:${row?.id}:3`)).toMatch(/^DN01 vừa được cập nhật/);
    await world.as('digitalHead').presses('Bắt đầu xử lý');
    expect(await forges('digitalHead', `nm:${row?.id}:1`)).toMatch(/^DN01 vừa được cập nhật/);
    expect(await forges('digitalHead', `nm:${row?.id}:9`)).toMatch(/^Nút này đã cũ/);
    expect((await listRows())[0]?.state).toBe('inProgress');
  });

  test('and confirmed by its head alone', async () => {
    const [row] = await listRows();
    for (const person of ['mai', 'thang', 'scienceHead', 'officeHead', 'deputyAn'] as const) {
      await world.as(person).says('/trogiup');
      expect(await forges(person, `nc:${row?.id}`)).toMatch(/^Anh\/chị không có quyền/);
    }
    for (const person of ['mai', 'thang', 'scienceHead', 'deputyAn'] as const) {
      expect(await forges(person, `nm:${row?.id}:1`)).toMatch(/^Anh\/chị không có quyền/);
    }
    expect(await world.as('digitalHead').presses('Xác nhận')).toMatch(
      /^Trương Công Minh đã xác nhận điểm nghẽn DN01/,
    );
    expect(lastTo('mai')).toContain('đã xác nhận điểm nghẽn DN01');
    expect(await forges('digitalHead', `nc:${row?.id}`)).toMatch(/^DN01 đã được quyết định/);
  });
});

describe('Bottlenecks are listed', () => {
  beforeEach(async () => {
    await world.begin();
    await records();
    await world.as('huong').says('/diemnghen mới dự án chậm vì VP chưa lưu trữ, trước 10/7');
    await world.as('huong').presses('✅ Ghi nhận');
    await world.as('digitalHead').says('/diemnghen DN01');
    await world.as('digitalHead').presses('Bắt đầu xử lý');
  });

  test('by state with their counts, the worst first; a late one says so', async () => {
    await world.moveTo('2026-07-13T09:00');
    const list = await world.as('officeHead').says('/diemnghen');
    expect(list).toMatch(
      /^Điểm nghẽn 13\/7\/2026: 2 \(mới 1 · đang xử lý 1 · có chuyển biến 0 · đã tháo gỡ 0\)/,
    );
    expect(list).toMatch(
      /🔴 Mới\n• DN02 .*P\.QLKH, chờ VP, quá hạn 10\/7\/2026 \(chưa xác nhận\)[\s\S]*🟠 Đang xử lý\n• DN01/,
    );
    expect(buttonsTo('officeHead')).toEqual(['DN02', 'DN01', '➕ Thêm']);
  });

  test('to people of a unit what concerns it', async () => {
    expect(await world.as('thang').says('/diemnghen')).toContain('DN01');
    expect(await world.as('thang').says('/diemnghen')).not.toContain('DN02');
    expect(await world.as('thang').says('/diemnghen DN02')).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.as('scienceHead').says('/diemnghen')).toMatch(/DN02[\s\S]*DN01/);
    expect(await world.as('thang').says('/diemnghen DN77')).toMatch(/^Không có điểm nghẽn nào mang mã DN77/);
  });

  test('never in a group', async () => {
    expect(await world.as('officeHead', 'group').says('/diemnghen')).toMatch(
      /^Việc này chỉ làm trong tin nhắn riêng/,
    );
  });
});

describe('What a bottleneck mutes', () => {
  beforeEach(async () => {
    await world.begin({ at: '2026-07-09T09:00' });
    await records();
  });
  const isReminded = () =>
    world
      .as('mai')
      .hears()
      .some(({ text }) => text?.startsWith('Nhắc việc') && /Sắp đến hạn[\s\S]*NV11/.test(text));

  test('nothing until the head confirms it; then reminders before the due day of linked tasks', async () => {
    await world.moveTo('2026-07-10T07:30');
    expect(isReminded()).toBe(true);
    await world.begin({ at: '2026-07-09T09:00' });
    await records();
    await world.as('digitalHead').presses('Xác nhận');
    await world.moveTo('2026-07-10T07:30');
    expect(isReminded()).toBe(false);
    await world.moveTo('2026-07-16T07:30');
    expect(lastTo('mai')).toMatch(/Quá hạn[\s\S]*NV11[\s\S]*⏳ Chờ P\.QLKH$/m);
  });

  test('nothing of another unit’s tasks, whoever linked them', async () => {
    await world.begin({ at: '2026-07-09T09:00' });
    // Of the office's own task and another unit's: the head of the office speaks for the office.
    await world.as('officeHead').says('/diemnghen mới giải ngân chậm, P.QLKH xử lý trước 20/7, NV15, NV11');
    await world.as('officeHead').presses('✅ Ghi nhận');
    await world.as('officeHead').presses('DN01');
    await world.as('officeHead').presses('Xác nhận');
    expect((await listRows())[0]?.confirmedAt).not.toBeNull();
    await world.moveTo('2026-07-10T07:30');
    expect(isReminded()).toBe(true);
  });
});
