import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { progressReports, tasks, unreadTexts } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { countRows, listReports, readTask } from '../../support/rows.ts';
import { buttonsOf, NEXT_MESSAGE } from '../../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const percents = async (code: string) => (await listReports(world.db, code)).map((report) => report.percent);

describe('A plain figure is recorded at once', () => {
  beforeEach(() => world.begin());

  test.each([
    ['NV11 60% đã gửi dự thảo'],
    ['nv11 60% da gui du thao'],
    ['NV 11 60%'],
    ['#11 60%'],
    ['việc 11 được 60%'],
    ['NV011 60 phần trăm'],
    ['NV11 ddatj 60%'],
  ])('“%s”', async (text) => {
    expect(await world.as('mai').says(text)).toBe(
      'Đã ghi nhận NV11: 60% (trước 40%).\nNâng cấp nền tảng tích hợp dữ liệu',
    );
    expect(buttonsOf(world.as('mai').lastAnswer())).toEqual(['Hoàn tác']);
    const [, report] = await listReports(world.db, 'NV11');
    expect(report).toMatchObject({
      percent: 60,
      status: 'inProgress',
      isOnBehalf: false,
      previousPercent: 40,
    });
  });

  test('with its note, and with the moment at which it was typed', async () => {
    await world.as('mai').says('NV11 60% đã gửi dự thảo');
    const [, report] = await listReports(world.db, 'NV11');
    expect(report).toMatchObject({ note: 'đã gửi dự thảo', reportedAt: world.clock.now() });
  });

  test('as a first report', async () => {
    expect(await world.as('mai').says('NV12 20%')).toContain('Đã ghi nhận NV12: 20% (báo cáo đầu tiên).');
    expect((await readTask(world.db, 'NV12')).state).toBe('inProgress');
  });

  test('as a step', async () => {
    expect(await world.as('mai').says('NV11 thêm 10%')).toContain('NV11: 50% (trước 40%)');
  });

  test('as a reply to the card, without the code', async () => {
    await world.as('mai').says('/nv 11');
    expect(await world.as('mai').replies('Nâng cấp nền tảng', '65%')).toContain(
      'Đã ghi nhận NV11: 65% (trước 40%)',
    );
  });

  test('by one tap on the card', async () => {
    await world.as('mai').says('/nv 11');
    expect(await world.as('mai').presses('75%')).toContain('Đã ghi nhận NV11: 75% (trước 40%)');
  });

  test('by the head and by the office, for whoever does the work', async () => {
    expect(await world.as('digitalHead').says('NV11 55%')).toContain('Nhập hộ Lý Thị Mai');
    expect(await world.as('officeHead').says('NV11 60%')).toContain('Nhập hộ Lý Thị Mai');
    expect((await listReports(world.db, 'NV11')).map((report) => report.isOnBehalf)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('“đã trình” is not done', async () => {
    expect(await world.as('mai').says('NV11 90% đã trình ký')).toContain('đã trình, chờ ký');
    expect((await readTask(world.db, 'NV11')).state).toBe('submitted');
  });
});

describe('What is unclear or impossible changes nothing and is answered in one sentence', () => {
  beforeAll(() => world.begin());

  test.each([
    ['NV11 130%', /^Tiến độ phải từ 0 đến 100%/],
    ['NV99 50%', /^Không có việc nào mang mã NV99/],
    ['NV13 50%', /^NV13 không phải việc anh\/chị được giao/],
    ['NV11 xong ngày 31/6', /^Ngày anh\/chị viết không có trong lịch/],
    ['hôm nay trời đẹp', /^Hệ thống chưa hiểu tin này.*“NV11 60% đã gửi dự thảo”/],
    ['/khongco', /^Hệ thống chưa hiểu/],
  ])('“%s”', async (text, answer) => {
    const before = await countRows(world.db, progressReports);
    expect(await world.as('mai').says(text)).toMatch(answer);
    expect(await countRows(world.db, progressReports)).toBe(before);
  });

  test('what was not understood is kept for the lexicon', async () => {
    const before = await countRows(world.db, unreadTexts);
    await world.as('mai').says('bla bla bla');
    expect(await countRows(world.db, unreadTexts)).toBe(before + 1);
  });

  test('thanks are answered and record nothing', async () => {
    expect(await world.as('mai').says('dạ em cảm ơn')).toMatch(/^Dạ, đã rõ/);
  });

  test('without a code, the own tasks are offered and the message goes on with the choice', async () => {
    expect(await world.as('mai').says('60% đã gửi dự thảo')).toMatch(/^Anh\/chị báo cáo cho việc nào\?/);
    expect(buttonsOf(world.as('mai').lastAnswer())).toEqual(['NV11', 'NV12']);
    expect(await world.as('mai').presses('NV12')).toContain('Đã ghi nhận NV12: 60% (báo cáo đầu tiên)');
    expect((await listReports(world.db, 'NV12')).map((report) => report.note)).toEqual(['đã gửi dự thảo']);
    expect(await world.as('mai').presses('NV11')).toContain('đã được quyết định');
  });
});

describe('What lowers a figure is asked first', () => {
  beforeEach(() => world.begin());

  test('and recorded on “Đúng”, once', async () => {
    expect(await world.as('mai').says('NV11 30%')).toContain('NV11 từ 40% xuống 30%');
    expect(await percents('NV11')).toEqual([40]);
    await world.as('mai').presses('Đúng, ghi nhận');
    expect(await percents('NV11')).toEqual([40, 30]);
  });

  test('and a second press on “Đúng” records nothing more', async () => {
    await world.as('mai').says('NV11 30%');
    const { message_id } = world.as('mai').lastAnswer();
    const data = world.as('mai').lastAnswer().reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    await world.as('mai').pressesData(message_id, data);
    expect(await world.as('mai').pressesData(message_id, data)).toContain('đã được quyết định');
    expect(await percents('NV11')).toEqual([40, 30]);
  });

  test('and dropped on “Không”', async () => {
    await world.as('mai').says('NV11 30%');
    expect(await world.as('mai').presses('Không')).toBe('Đã bỏ, NV11 giữ nguyên.');
    expect(await percents('NV11')).toEqual([40]);
  });
});

describe('Done', () => {
  beforeEach(() => world.begin());

  test('needs a product', async () => {
    expect(await world.as('mai').says('NV11 xong rồi')).toMatch(/NV11 cần có sản phẩm/);
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
  });

  test('with a document is confirmed by its author, then waits for the confirmer', async () => {
    await reportDone();
    expect(await readTask(world.db, 'NV11')).toMatchObject({
      state: 'reportedDone',
      productOn: '2026-07-07',
      productText: '45/KH-SKHCN',
    });
    expect(world.as('officeHead').lastAnswer().text).toMatch(
      /NV11 .*được báo hoàn thành, chờ anh\/chị xác nhận/,
    );
  });

  test('with a file needs no document number', async () => {
    const answers = await world.as('mai').sendsFile({ name: 'bao-cao.pdf', caption: 'NV11 xong' });
    expect(answers).toContain('Đã lưu minh chứng bao-cao.pdf cho NV11');
    expect(answers).toContain('báo hoàn thành NV11');
    await world.as('mai').presses('Đúng, ghi nhận');
    expect(await readTask(world.db, 'NV11')).toMatchObject({
      state: 'reportedDone',
      productText: 'bao-cao.pdf',
    });
  });

  test('is confirmed by the office; the author is told', async () => {
    await reportDone();
    expect(await world.as('officeHead').presses('✅ Xác nhận')).toContain(
      'Anh/chị đã xác nhận NV11 hoàn thành',
    );
    expect((await readTask(world.db, 'NV11')).state).toBe('done');
    expect(world.as('mai').lastAnswer().text).toContain('NV11 đã được Trần Quốc Cường xác nhận hoàn thành');
  });

  test('is given back by the office, and work goes on', async () => {
    await reportDone();
    expect(await world.as('officeHead').presses('↩️ Trả lại')).toMatch(
      /^Anh\/chị trả lại NV11\. Xin chọn lý do/,
    );
    expect((await readTask(world.db, 'NV11')).state).toBe('reportedDone');
    await world.as('officeHead').presses('Sản phẩm chưa đạt');
    expect(await readTask(world.db, 'NV11')).toMatchObject({ state: 'inProgress', productOn: null });
    expect(world.as('mai').lastAnswer().text).toMatch(
      /NV11 được Trần Quốc Cường trả lại.*Lý do: Sản phẩm chưa đạt/s,
    );
  });

  test('is never confirmed by whoever did it, nor by the unit that leads it', async () => {
    await reportDone();
    const { id } = await readTask(world.db, 'NV11');
    for (const person of ['mai', 'thang', 'digitalHead'] as const) {
      await world.as(person).says('/trogiup');
      const answer = await world.as(person).pressesData(world.as(person).lastAnswer().message_id, `dy:${id}`);
      expect(answer).toMatch(/^Anh\/chị không có quyền/);
    }
    expect((await readTask(world.db, 'NV11')).state).toBe('reportedDone');
  });

  test('the second of two confirmers is told that it is decided', async () => {
    await reportDone();
    const { id } = await readTask(world.db, 'NV11');
    await world.as('officeHead').presses('✅ Xác nhận');
    await world.as('officeDeputy').says('/nv 11');
    const card = world.as('officeDeputy').lastAnswer().message_id;
    expect(await world.as('officeDeputy').pressesData(card, `dn:${id}`)).toMatch(
      /^NV11 đã được quyết định trước đó/,
    );
    expect((await readTask(world.db, 'NV11')).state).toBe('done');
  });

  test('a closed task takes no further report', async () => {
    await reportDone();
    expect(await world.as('mai').says('NV11 50%')).toMatch(
      /^NV11 đã đóng, đang tạm dừng hoặc đang chờ xác nhận/,
    );
  });

  async function reportDone(): Promise<void> {
    const mai = world.as('mai');
    expect(await mai.says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026')).toContain('báo hoàn thành NV11');
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
    expect(await mai.presses('Đúng, ghi nhận')).toContain('Đang chờ Trần Quốc Cường xác nhận');
  }
});

describe('Hoàn tác', () => {
  beforeEach(() => world.begin());

  test('takes the newest report back by a further row', async () => {
    await world.as('mai').says('NV11 60%');
    expect(await world.as('mai').presses('Hoàn tác')).toBe('Đã hoàn tác. NV11 trở lại 40%.');
    const reports = await listReports(world.db, 'NV11');
    expect(reports.map((report) => [report.percent, report.reversesId])).toEqual([
      [40, null],
      [60, null],
      [40, reports[1]?.id],
    ]);
    expect(await world.as('mai').says('NV11 50%')).toContain('(trước 40%)');
  });

  test('reopens what was reported done', async () => {
    await world.as('mai').says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as('mai').presses('Đúng, ghi nhận');
    await world.as('mai').presses('Hoàn tác');
    expect(await readTask(world.db, 'NV11')).toMatchObject({
      state: 'inProgress',
      productOn: null,
      productText: null,
    });
  });

  test('of what was reported done tells the confirmer who was asked', async () => {
    await world.as('mai').says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as('mai').presses('Đúng, ghi nhận');
    await world.as('mai').presses('Hoàn tác');
    expect(world.as('officeHead').lastAnswer().text).toMatch(
      /^NV11: Lý Thị Mai đã rút lại báo cáo hoàn thành/,
    );
  });

  test('is only for the newest report', async () => {
    await world.as('mai').says('NV11 60%');
    const first = world.as('mai').lastAnswer();
    await world.as('mai').says('NV11 70%');
    const data = first.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    expect(await world.as('mai').pressesData(first.message_id, data)).toMatch(/^NV11 đã có báo cáo mới hơn/);
    expect(await percents('NV11')).toEqual([40, 60, 70]);
  });

  test('twice takes back once', async () => {
    await world.as('mai').says('NV11 60%');
    const { message_id, reply_markup } = world.as('mai').lastAnswer();
    const data = reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    await world.as('mai').pressesData(message_id, data);
    await world.as('mai').pressesData(message_id, data);
    expect(await percents('NV11')).toEqual([40, 60, 40]);
  });

  test('is only the author’s', async () => {
    await world.as('mai').says('NV11 60%');
    const [, report] = await listReports(world.db, 'NV11');
    await world.as('digitalHead').says('/trogiup');
    const { message_id } = world.as('digitalHead').lastAnswer();
    expect(await world.as('digitalHead').pressesData(message_id, `u:${report?.id}`)).toMatch(
      /^Chỉ người .*báo cáo mới hoàn tác được/,
    );
    expect(await percents('NV11')).toEqual([40, 60]);
  });

  test('ends after 24 hours', async () => {
    await world.as('mai').says('NV11 60%');
    world.setClock('2026-07-09T09:01');
    expect(await world.as('mai').presses('Hoàn tác')).toMatch(/^Đã quá 24 giờ/);
    expect(await percents('NV11')).toEqual([40, 60]);
  });
});

describe('Several tasks in one message', () => {
  beforeEach(() => world.begin());

  test('are shown in one table, and recorded on one press, each with its way back', async () => {
    expect(await world.as('mai').says('NV11 80%, NV12 20%')).toMatch(
      /^Anh\/chị báo cáo 2 việc:\n• NV11 .+: 80% \(trước 40%\)\n• NV12 .+: 20% \(báo cáo đầu tiên\)\nGhi nhận tất cả\?$/,
    );
    expect(await listReports(world.db, 'NV12')).toEqual([]);
    const answer = await world.as('mai').presses('Đúng, ghi nhận');
    expect(answer.split(NEXT_MESSAGE)).toEqual([
      expect.stringContaining('NV11: 80% (trước 40%)'),
      expect.stringContaining('NV12: 20% (báo cáo đầu tiên)'),
    ]);
  });

  test('change nothing on “Không”', async () => {
    await world.as('mai').says('NV11 80%, NV12 20%');
    expect(await world.as('mai').presses('Không')).toBe('Đã bỏ, các việc giữ nguyên.');
    expect(await listReports(world.db, 'NV12')).toEqual([]);
  });

  test('are not asked about when one of them is somebody else’s', async () => {
    expect(await world.as('mai').says('NV11 80%, NV13 20%')).toMatch(/^NV13 không phải việc/);
    expect(await listReports(world.db, 'NV11')).toHaveLength(1);
  });

  test('one that is done without its product is asked for it, and the other stands', async () => {
    await world.as('mai').says('NV11 80%; NV12 xong');
    const answer = await world.as('mai').presses('Đúng, ghi nhận');
    expect(answer).toContain('NV11: 80%');
    expect(answer).toMatch(/Báo hoàn thành NV12 cần có sản phẩm/);
  });
});

test('The code alone shows the card', async () => {
  await world.begin();
  for (const text of ['nv 11', 'NV11', '#11', 'việc 11', 'NV011?']) {
    expect(await world.as('mai').says(text)).toMatch(/^NV11 · Nhiệm vụ · Thường\n/);
  }
  expect(await countRows(world.db, tasks)).toBe(6);
});
