import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { directives, nudges } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { countRows, listReports, readTask } from '../../support/rows.ts';
import { buttonsOf } from '../../support/speaker.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { forges, idOf, lastTo } = talkIn(() => world);
const listDirectives = () => world.db.select().from(directives).orderBy(asc(directives.id));
const QUESTION = 'NV11 xin ý kiến chỉ đạo: chọn phương án 1 hay 2';

describe('A leader’s word is asked for', () => {
  beforeEach(() => world.begin());

  test('of the leader in charge, who answers by a reply; the sender is told', async () => {
    expect(await world.as('mai').says(QUESTION)).toMatch(
      /^Đã xin ý kiến chỉ đạo của Lê Thị Bình về NV11: “NV11 xin ý kiến chỉ đạo: chọn phương án 1 hay 2”/,
    );
    expect(lastTo('deputyBinh')).toMatch(/^🙋 Lý Thị Mai \(P\.CĐS\) xin ý kiến chỉ đạo NV11:/);
    expect(lastTo('deputyBinh')).toContain('Hạn 15/7/2026');
    expect(await world.as('deputyBinh').replies('xin ý kiến chỉ đạo', 'Chọn phương án 2')).toContain(
      'Đã ghi ý kiến chỉ đạo NV11: “Chọn phương án 2”\nĐã báo: Lý Thị Mai, Trương Công Minh.',
    );
    expect(lastTo('mai')).toMatch(/^📌 Lê Thị Bình cho ý kiến chỉ đạo NV11:\n“Chọn phương án 2”/);
    expect(lastTo('digitalHead')).toContain('cho ý kiến chỉ đạo NV11');
    const [asked, given] = await listDirectives();
    expect(asked).toMatchObject({ kind: 'asked', answeredAt: world.clock.now() });
    expect(given).toMatchObject({ kind: 'given', answersId: asked?.id, authorId: await idOf('deputyBinh') });
  });

  test('of the director for trọng tâm', async () => {
    expect(await world.as('thang').says('NV14 xin ý kiến chỉ đạo: làm thí điểm ở đâu')).toContain(
      'Phan Văn Giám',
    );
  });

  test('in words that would be an approval or a reminder elsewhere, it is the answer', async () => {
    await world.as('mai').says(QUESTION);
    expect(await world.as('deputyBinh').replies('xin ý kiến', 'đồng ý')).toContain('Đã ghi ý kiến chỉ đạo');
    expect(await countRows(world.db, nudges)).toBe(0);
  });

  test('a question back is a question', async () => {
    await world.as('mai').says(QUESTION);
    expect(await world.as('deputyBinh').replies('xin ý kiến', 'việc này tới đâu rồi?')).toContain(
      'Nâng cấp nền tảng tích hợp dữ liệu',
    );
    expect(await listDirectives()).toHaveLength(1);
  });

  test('the same question twice is one', async () => {
    await world.as('mai').says(QUESTION);
    await world.as('mai').says(QUESTION);
    expect(await listDirectives()).toHaveLength(1);
    expect(world.as('deputyBinh').hears()).toHaveLength(1);
  });

  test.each([
    ['thang', QUESTION, /^NV11 không phải việc/],
    ['huong', 'NV16 xin ý kiến chỉ đạo về kết quả', /^NV16 đã đóng/],
  ] as const)('%s asks nothing about what is not theirs or closed', async (person, text, answer) => {
    expect(await world.as(person).says(text)).toMatch(answer);
    expect(await listDirectives()).toEqual([]);
  });
});

describe('A leader directs', () => {
  beforeEach(() => world.begin());

  test.each([
    'chỉ đạo NV11: hoàn thành dự thảo trong tuần',
    '/chidao NV11 hoàn thành dự thảo trong tuần',
    '/chidao 11 hoàn thành dự thảo',
  ])('plainly: “%s”', async (text) => {
    expect(await world.as('deputyBinh').says(text)).toMatch(/^Đã ghi ý kiến chỉ đạo NV11/);
    expect(lastTo('mai')).toContain('Lê Thị Bình cho ý kiến chỉ đạo NV11');
    expect(lastTo('digitalHead')).toContain('cho ý kiến chỉ đạo NV11');
  });

  test('by free words under a card: asked once, then recorded', async () => {
    await world.as('deputyBinh').says('/nv 11');
    expect(await world.as('deputyBinh').replies('Nâng cấp nền tảng', 'Chọn phương án hai cho chắc')).toMatch(
      /^Ghi thành ý kiến chỉ đạo NV11\?\n“Chọn phương án hai cho chắc”/,
    );
    expect(await listDirectives()).toEqual([]);
    const offer = world.as('deputyBinh').lastAnswer();
    const [yes] = offer.reply_markup?.inline_keyboard[0] ?? [];
    expect(buttonsOf(offer)).toEqual(['Đúng, ghi nhận', 'Không']);
    expect(await world.as('deputyBinh').presses('Đúng, ghi nhận')).toMatch(/^Đã ghi ý kiến chỉ đạo NV11/);
    expect(await world.as('deputyBinh').pressesData(offer.message_id, yes?.callback_data ?? '')).toContain(
      'đã được quyết định',
    );
    expect(await listDirectives()).toHaveLength(1);
  });

  test('or not: then nothing is recorded', async () => {
    await world.as('deputyBinh').says('/nv 11');
    await world.as('deputyBinh').replies('Nâng cấp nền tảng', 'Chọn phương án hai cho chắc');
    expect(await world.as('deputyBinh').presses('Không')).toBe('Đã bỏ, NV11 giữ nguyên.');
    expect(await listDirectives()).toEqual([]);
  });

  test('the word stands on the card', async () => {
    await world.as('deputyBinh').says('/chidao NV11 hoàn thành dự thảo');
    expect(await world.as('mai').says('/nv 11')).toMatch(
      /Ý kiến chỉ đạo\n• 09:00 Thứ Tư 08\/7\/2026: “NV11 hoàn thành dự thảo” \(Lê Thị Bình\)/,
    );
  });

  test('the unit replies to it, the leader hears the reply, and a figure in it counts', async () => {
    await world.as('deputyBinh').says('/chidao NV11 hoàn thành dự thảo');
    const answers = await world.as('mai').replies('cho ý kiến chỉ đạo', '60% đã gửi dự thảo');
    expect(answers).toContain('Đã chuyển trả lời của anh/chị về NV11 tới Lê Thị Bình');
    expect(answers).toContain('Đã ghi nhận NV11: 60%');
    expect(lastTo('deputyBinh')).toMatch(/^💬 Lý Thị Mai trả lời ý kiến chỉ đạo NV11:\n“60% đã gửi dự thảo”/);
    expect((await listDirectives())[0]?.answeredAt).not.toBeNull();
    expect((await listReports(world.db, 'NV11')).at(-1)?.percent).toBe(60);
  });

  test('the bare command says how', async () => {
    expect(await world.as('deputyBinh').says('/chidao')).toContain('/chidao NV12');
  });

  test('only where it is theirs to direct', async () => {
    expect(await world.as('mai').says('/chidao NV11 làm gấp')).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.as('deputyAn').says('/chidao NV11 làm gấp')).toMatch(/^NV11 không phải việc/);
    expect(await listDirectives()).toEqual([]);
  });

  test('another’s offer and a forged number are refused', async () => {
    await world.as('deputyBinh').says('/nv 11');
    await world.as('deputyBinh').replies('Nâng cấp nền tảng', 'Chọn phương án hai cho chắc');
    const data =
      world.as('deputyBinh').lastAnswer().reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    await world.as('mai').says('/viec');
    expect(await forges('mai', data)).toMatch(/^Anh\/chị không có quyền/);
    expect(await forges('mai', 'vy:99999')).toMatch(/^Nút này đã cũ/);
    expect(await listDirectives()).toEqual([]);
  });
});

describe('Reminding by hand', () => {
  beforeEach(() => world.begin());

  test.each(['nhắc chị Mai NV11', 'đôn đốc NV11', '/dondoc NV11', '/dondoc 11'])(
    '“%s” tells whoever does the work',
    async (text) => {
      expect(await world.as('deputyBinh').says(text)).toMatch(
        /^Đã nhắc Lý Thị Mai về NV11 \(lần nhắc thứ 1\)\./,
      );
      expect(lastTo('mai')).toMatch(/^🔔 Lê Thị Bình đôn đốc anh\/chị về NV11:/);
      expect(lastTo('mai')).not.toContain('Lời nhắn');
      expect(await countRows(world.db, nudges)).toBe(1);
    },
  );

  test('passes on what was said with it', async () => {
    await world.as('deputyBinh').says('nhắc NV11 gửi dự thảo trước buổi họp chiều nay');
    expect(lastTo('mai')).toContain('Lời nhắn: “nhắc NV11 gửi dự thảo trước buổi họp chiều nay”');
  });

  test('tells the head who is named, and the head of somebody who cannot be reached', async () => {
    expect(await world.as('deputyBinh').says('nhắc anh Minh NV11')).toContain('Đã nhắc Trương Công Minh');
    await world.begin({ unbound: ['mai'] });
    expect(await world.as('deputyBinh').says('nhắc NV11')).toContain('Đã nhắc Trương Công Minh');
  });

  test('once a task, day and person', async () => {
    await world.as('deputyBinh').says('nhắc NV11');
    expect(await world.as('deputyBinh').says('nhắc NV11')).toMatch(
      /^NV11: anh\/chị đã nhắc lúc 09:00 hôm nay/,
    );
    expect(await world.as('digitalHead').says('nhắc NV11')).toContain('(lần nhắc thứ 2)');
    world.setClock('2026-07-09T10:00');
    expect(await world.as('deputyBinh').says('nhắc NV11')).toContain('(lần nhắc thứ 3)');
  });

  test('several tasks, each by itself', async () => {
    const answers = await world.as('director').says('nhắc NV11 và NV13');
    expect(answers).toContain('Đã nhắc Lý Thị Mai về NV11');
    expect(answers).toContain('Đã nhắc Ngô Thị Hương về NV13');
  });

  test('in the evening it is held, and the answer says until when', async () => {
    world.setClock('2026-07-08T19:00');
    const before = world.as('mai').hears().length;
    expect(await world.as('deputyBinh').says('nhắc NV11')).toContain('07:30 Thứ Năm 09/7/2026');
    expect(world.as('mai').hears()).toHaveLength(before);
  });

  test('of a unit: its overdue tasks to its head, in one message', async () => {
    expect(await world.as('officeHead').says('đôn đốc P.QLKH')).toBe(
      'Đã nhắc Bùi Đức Huy về 1 việc quá hạn của P.QLKH.',
    );
    expect(lastTo('scienceHead')).toMatch(
      /^🔔 Trần Quốc Cường đôn đốc các việc quá hạn của P\.QLKH \(1 việc\):\n.*NV13/,
    );
    expect(await world.as('officeHead').says('/dondoc P.QLKH')).toMatch(/anh\/chị đã nhắc lúc 09:00/);
    expect(await world.as('officeHead').says('/dondoc NV13')).toMatch(/anh\/chị đã nhắc lúc 09:00/);
    expect(await countRows(world.db, nudges)).toBe(1);
  });

  test('of a person: what is overdue of theirs', async () => {
    expect(await world.as('scienceHead').says('nhắc chị Hương')).toBe(
      'Đã nhắc Ngô Thị Hương về 1 việc quá hạn của Ngô Thị Hương.',
    );
  });

  test('where nothing is overdue it says so', async () => {
    expect(await world.as('deputyBinh').says('đôn đốc P.CĐS')).toMatch(
      /^P\.CĐS hiện không có việc nào quá hạn/,
    );
  });

  test('asks when it is not said of what', async () => {
    expect(await world.as('director').says('/dondoc')).toMatch(/^Anh\/chị đôn đốc việc nào/);
    expect(await world.as('director').says('nhắc các phòng nộp báo cáo tuần')).toMatch(/^Anh\/chị đôn đốc/);
  });

  test.each([
    ['thang', 'nhắc NV11', /không phải việc|không có quyền/],
    ['mai', 'nhắc NV11', /^Anh\/chị không có quyền/],
    ['mai', 'đôn đốc P.QLKH', /^Anh\/chị không có quyền/],
    ['deputyBinh', 'nhắc NV13', /^NV13 không phải việc/],
    ['director', 'nhắc NV16', /^NV16 đã đóng/],
  ] as const)('%s: “%s” reminds nobody', async (person, text, answer) => {
    expect(await world.as(person).says(text)).toMatch(answer);
    expect(await countRows(world.db, nudges)).toBe(0);
  });

  test('before “Bắt đầu” nobody is reminded, and it is said', async () => {
    await world.begin({ isLive: false });
    expect(await world.as('director').says('nhắc NV11')).toMatch(/^Hệ thống chưa bắt đầu/);
    expect(await world.as('mai').says(QUESTION)).toMatch(/^Hệ thống chưa bắt đầu/);
    expect(await countRows(world.db, nudges)).toBe(0);
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
  });
});
