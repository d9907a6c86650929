import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeTask } from '../../../src/db/queries/tasks.ts';
import { reports } from '../../../src/db/schema/index.ts';
import { makeReportDocx } from '../../../src/documents/docx/report-docx.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { readParagraphs } from '../../support/report-text.ts';
import { readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, forges, lastTo } = talkIn(() => world);
const head = () => world.as('scienceHead');

/** Opens the week's report of P.QLKH, in which NV13 is late. */
async function openWeek(): Promise<string> {
  await head().says('/baocao');
  return head().presses('✍️ Báo cáo tuần 28');
}

async function writeEverything(): Promise<void> {
  await openWeek();
  await head().presses('✍️ NV13');
  await head().says('chờ góp ý của Bộ');
  await head().presses('✍️ Khó khăn, vướng mắc; kiến nghị, xin ý kiến chỉ đạo');
  await head().says('Đề nghị bổ sung kinh phí.\nXin ý kiến về tiến độ.');
}

const readReports = () => world.db.select().from(reports);

describe('A head makes the report of the unit', () => {
  beforeEach(() => world.begin());

  test('/baocao lists what is owed, with its last day and whether it is late', async () => {
    const list = await head().says('/baocao');
    expect(list).toContain('Phòng Quản lý Khoa học');
    expect(list).toContain('Báo cáo tuần 28: chưa nộp (hạn 10/7/2026)');
    expect(buttonsTo('scienceHead')).toEqual(['✍️ Báo cáo tuần 28', '✍️ Báo cáo tháng 7/2026']);
    await world.moveTo('2026-08-04T09:00');
    expect(await head().says('/baocao')).toContain('Báo cáo tháng 7/2026: quá hạn, chưa nộp (hạn 03/8/2026)');
  });

  test('what was due before “Bắt đầu” was reported without the bot', async () => {
    expect(await head().says('/baocao')).not.toContain('quá hạn');
  });

  test('why a task is late is said once: the next report has it', async () => {
    await openWeek();
    await head().presses('✍️ NV13');
    await head().says('chờ góp ý của Bộ');
    expect(await head().says('/baocao giải trình')).not.toContain('Cần nêu lý do');
  });

  test('the draft is filled from data and names what is missing', async () => {
    expect(await openWeek()).toMatch(
      /Trạng thái: nháp · hạn 10\/7\/2026[\s\S]*1 nhiệm vụ, hoàn thành 0, chậm 1/,
    );
    expect(lastTo('scienceHead')).toContain('Cần nêu lý do chậm (1 việc): NV13');
    expect(lastTo('scienceHead')).toContain('Còn 3 mục chưa viết');
    expect(buttonsTo('scienceHead')).toEqual([
      '✍️ NV13',
      '✍️ Nhiệm vụ chậm tiến độ, lý do, biện pháp',
      '✍️ Khó khăn, vướng mắc; kiến nghị, xin ý kiến chỉ đạo',
      '✍️ Nhiệm vụ trọng tâm tuần tới',
      '📄 Xem bản Word',
      'Nộp báo cáo',
    ]);
  });

  test('/baocao tuần opens it at once', async () => {
    expect(await head().says('/baocao tuần')).toContain('Báo cáo tuần 28, Phòng Quản lý Khoa học');
  });

  test('a part is asked for and written by the next message', async () => {
    await openWeek();
    expect(await head().presses('✍️ Nhiệm vụ trọng tâm tuần tới')).toContain(
      'Tuần tới đơn vị tập trung vào việc gì?',
    );
    expect(await head().says('Hoàn thành khảo sát <nhanh>')).toContain('Còn 2 mục chưa viết');
    expect(buttonsTo('scienceHead')).toContain('✓ Nhiệm vụ trọng tâm tuần tới');
    expect(await head().presses('✓ Nhiệm vụ trọng tâm tuần tới')).toContain('Đang ghi: Hoàn thành khảo sát');
  });

  test('a message about a task is a progress report, whatever was asked', async () => {
    await openWeek();
    await head().presses('✍️ Nhiệm vụ trọng tâm tuần tới');
    expect(await head().says('NV13 45%')).toContain('Đã ghi nhận NV13: 45%');
    const [row] = await readReports();
    expect(row?.narrative).toEqual({});
  });

  test('a question that was asked later is answered first', async () => {
    await openWeek();
    await head().presses('✍️ Nhiệm vụ trọng tâm tuần tới');
    await world.moveTo('2026-07-08T09:02');
    await head().says('/giao');
    await head().says('Khảo sát nhu cầu chuyển giao công nghệ');
    const [row] = await readReports();
    expect(row?.narrative).toEqual({});
  });

  test('is not accepted while a late task has no reason (R56)', async () => {
    await openWeek();
    expect(await head().presses('Nộp báo cáo')).toContain('Còn nhiệm vụ chậm chưa nêu lý do');
    const [row] = await readReports();
    expect(row).toMatchObject({ state: 'draft', model: null });
  });

  test('with every reason it goes to the office as a document', async () => {
    await writeEverything();
    expect(await head().presses('Nộp báo cáo')).toContain('Đã nộp Báo cáo tuần 28 tới Văn phòng');
    expect(head().lastAnswer().document?.file_name).toBe('BC-01-QLKH-2026-W28.docx');
    expect(lastTo('officeHead')).toContain('Bùi Đức Huy nộp Báo cáo tuần 28 của Phòng Quản lý Khoa học');
    const [row] = await readReports();
    const text = row?.model == null ? [] : readParagraphs(await makeReportDocx(row.model));
    expect(text).toContain('Đề nghị bổ sung kinh phí.');
    expect(text.join('\n')).toMatch(/NV13.*chậm 03 ngày làm việc; lý do: chờ góp ý của Bộ\./);
  });

  test('what was submitted prints the same after the tasks have changed', async () => {
    await writeEverything();
    await head().presses('Nộp báo cáo');
    const [before] = await readReports();
    const { id } = await readTask(world.db, 'NV13');
    await world.inUseCase(({ tx, now }) =>
      changeTask(tx, id, { title: 'Tên khác', dueOn: '2026-08-30' }, now),
    );
    await head().says('/baocao');
    expect(await head().presses('✍️ Báo cáo tuần 28')).toMatch(
      /đã nộp[\s\S]*1 nhiệm vụ, hoàn thành 0, chậm 1/,
    );
    const [after] = await readReports();
    expect(after?.model).toEqual(before?.model);
  });

  test('and can be written in no more', async () => {
    await writeEverything();
    await head().presses('Nộp báo cáo');
    const [row] = await readReports();
    expect(await forges('scienceHead', `op:${row?.id}:1`)).toContain('đã nộp hoặc đã tổng hợp');
  });

  test('nobody of another unit reads or writes it', async () => {
    await openWeek();
    const [row] = await readReports();
    await world.as('digitalHead').says('/baocao');
    await world.as('huong').says('/viec');
    for (const person of ['digitalHead', 'huong'] as const) {
      for (const data of [
        `of:${row?.id}`,
        `os:${row?.id}`,
        `op:${row?.id}:1`,
        `oc:1:20260710`,
        `on:${row?.id}`,
      ]) {
        expect(await forges(person, data), `${person} ${data}`).toMatch(/không có quyền/);
      }
    }
  });

  test('not in a group', async () => {
    expect(await world.as('scienceHead', 'group').says('/baocao')).toMatch(/tin nhắn riêng/);
  });
});

describe('The office collects', () => {
  beforeEach(async () => {
    await world.begin();
    await writeEverything();
    await head().presses('Nộp báo cáo');
  });
  const office = () => world.as('officeHead');

  test('sees who has submitted and who is missing', async () => {
    await office().says('/baocao');
    expect(lastTo('officeHead')).toContain('Báo cáo tuần 28: 1/3 đơn vị (hạn 10/7/2026)');
    const status = await office().presses('Báo cáo tuần 28');
    expect(status).toContain('P.QLKH: đã nộp, 09:00 Thứ Tư 08/7/2026');
    expect(status).toContain('Chưa nộp (2): VP, P.CĐS');
  });

  test('gives it back with a reason; the author hears it and submits again', async () => {
    await office().presses('↩️ Trả lại');
    expect(await office().says('Cần nêu rõ biện pháp')).toContain('Đã trả lại Báo cáo tuần');
    expect(lastTo('scienceHead')).toMatch(/trả lại Báo cáo tuần 28[\s\S]*Lý do: Cần nêu rõ biện pháp/);
    expect(await head().presses('Xem báo cáo')).toContain('Trạng thái: bị trả lại');
    await head().presses('Nộp báo cáo');
    const [row] = await readReports();
    expect(row).toMatchObject({ state: 'submitted', returnReason: null });
  });

  test('consolidates: what units wrote stands in the report of the department under their names', async () => {
    await office().says('/baocao');
    await office().presses('Báo cáo tuần 28');
    expect(await office().presses('Tổng hợp')).toContain('Báo cáo tuần 28 (toàn Sở)');
    const [unit, whole] = await readReports();
    expect(unit).toMatchObject({ state: 'consolidated' });
    expect(whole).toMatchObject({ unitId: null, state: 'draft' });
    expect(whole?.narrative['kien-nghi']).toBe('- P.QLKH: Đề nghị bổ sung kinh phí.\nXin ý kiến về tiến độ.');
    expect(await office().presses('Chốt báo cáo')).toContain('Đã chốt Báo cáo tuần');
  });

  test('leaders read it, and neither return nor consolidate', async () => {
    await world.as('director').says('/baocao');
    expect(await world.as('director').presses('Báo cáo tuần 28')).toContain('P.QLKH: đã nộp');
    expect(await world.as('director').presses('P.QLKH')).toContain('Trạng thái: đã nộp');
    expect(await forges('director', 'oc:1:20260710')).toMatch(/không có quyền/);
  });
});

describe('/xuat hands out lists', () => {
  beforeEach(() => world.begin());

  test('of what the person may read', async () => {
    expect(await head().says('/xuat')).toContain('phạm vi Phòng Quản lý Khoa học');
    expect(await head().presses('Danh sách cảnh báo')).toBe(
      'Danh sách cảnh báo: Phòng Quản lý Khoa học, số liệu đến ngày 08/7/2026',
    );
    expect(head().lastAnswer().document?.file_name).toBe('warnings-2026-07-08.xlsx');
  });

  test('the director of the whole department', async () => {
    expect(await world.as('director').says('/xuat')).toContain('Sở Khoa học và Công nghệ');
  });
});
