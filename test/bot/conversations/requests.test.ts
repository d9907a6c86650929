import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, requests, taskVersions } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { telegramIdOf } from '../../support/department.ts';
import { countRows, listReports, readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const allRequests = () => world.db.select().from(requests).orderBy(asc(requests.id));
const { asks, buttonsTo, forges, idOf, lastTo } = talkIn(() => world);

describe('What is asked for is read from the sentence', () => {
  beforeAll(() => world.begin());

  test.each([
    ['xin gia hạn NV11 thêm 3 ngày', '20/7/2026', '18/7/2026 là ngày nghỉ'],
    ['xin gia hạn NV11 thêm 5 ngày làm việc', '22/7/2026', ''],
    ['xin lùi NV11 qua 18/7', '20/7/2026', '18/7/2026 là ngày nghỉ nên lấy ngày làm việc kế tiếp'],
    ['/giahan NV11 đến 20/7 vì chờ góp ý', '20/7/2026', 'Lý do: chờ góp ý'],
    ['/giahan 11 20/7', '20/7/2026', ''],
  ])('“%s”', async (text, day, also) => {
    const card = await world.as('mai').says(text);
    expect(card).toContain(`gia hạn NV11 đến ${day} (hạn cũ 15/7/2026)`);
    expect(card).toContain(also);
  });

  test('without a day: one question with likely days, answered by a button', async () => {
    expect(await world.as('mai').says('xin gia hạn NV11 do chờ góp ý')).toMatch(
      /^Anh\/chị xin gia hạn NV11 \(hạn 15\/7\/2026\) đến ngày nào\?/,
    );
    expect(buttonsTo('mai')).toEqual(['20/7/2026', '22/7/2026', '29/7/2026']);
    const card = await world.as('mai').presses('22/7/2026');
    expect(card).toContain('gia hạn NV11 đến 22/7/2026');
    expect(card).toContain('Lý do: chờ góp ý');
  });

  test('without a day: answered by a reply', async () => {
    await world.as('mai').says('xin gia hạn NV11 do chờ góp ý');
    const card = await world.as('mai').replies('đến ngày nào', 'thêm 5 ngày làm việc');
    expect(card).toContain('gia hạn NV11 đến 22/7/2026');
    expect(card).toContain('Lý do: chờ góp ý');
  });

  test('by the bare command: first which task, then which day', async () => {
    expect(await world.as('mai').says('/giahan')).toMatch(/^Anh\/chị báo cáo cho việc nào/);
    expect(await world.as('mai').presses('NV12')).toMatch(
      /xin gia hạn NV12 \(hạn 31\/8\/2026\) đến ngày nào/,
    );
  });

  test.each(['xin gia hạn NV11 đến 10/7', 'xin gia hạn NV11 đến 15/7'])(
    'to a day that is no later is asked again: “%s”',
    async (text) => {
      expect(await world.as('mai').says(text)).toMatch(/^Ngày mới phải sau hôm nay và sau hạn hiện tại/);
      expect(buttonsTo('mai')).toContain('20/7/2026');
    },
  );
});

describe('More time is asked', () => {
  beforeEach(() => world.begin());

  test('by a sentence, which is confirmed before anybody hears of it', async () => {
    expect(await world.as('mai').says('xin gia hạn NV11 đến 20/7 vì chờ số liệu P.QLKH')).toBe(
      'Anh/chị đề nghị gia hạn NV11 đến 20/7/2026 (hạn cũ 15/7/2026), đúng không?\nNâng cấp nền tảng tích hợp dữ liệu\nLý do: chờ số liệu P.QLKH',
    );
    expect(await allRequests()).toEqual([]);
    expect(world.as('deputyBinh').hears()).toEqual([]);
    expect(await world.as('mai').presses('Gửi đề nghị')).toBe(
      'Đã gửi đề nghị gia hạn NV11 đến 20/7/2026 (hạn cũ 15/7/2026) tới anh/chị Lê Thị Bình.',
    );
    expect(await allRequests()).toMatchObject([
      { kind: 'extension', state: 'open', previousDueOn: '2026-07-15', proposedDueOn: '2026-07-20' },
    ]);
    expect(lastTo('deputyBinh')).toContain('📝 Lý Thị Mai (P.CĐS) đề nghị gia hạn NV11 đến 20/7/2026');
    expect(lastTo('deputyBinh')).toContain('Lý do: chờ số liệu P.QLKH');
    expect(buttonsTo('deputyBinh')).toEqual(['✅ Duyệt', '❌ Không duyệt']);
    expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-15');
  });

  test('and is dropped on “Không”', async () => {
    await world.as('mai').says('xin gia hạn NV11 đến 20/7');
    expect(await world.as('mai').presses('Không')).toBe('Đã bỏ, NV11 giữ nguyên.');
    expect(await allRequests()).toEqual([]);
  });

  test('once at a time: a second one is told of the first', async () => {
    await asks('mai', 'xin gia hạn NV11 đến 20/7');
    expect(await world.as('digitalHead').says('xin gia hạn NV11 đến 22/7')).toMatch(
      /^NV11 đang có một đề nghị cùng loại chờ quyết định/,
    );
  });

  test('and a second press on “Gửi đề nghị” asks nothing more', async () => {
    await world.as('mai').says('xin gia hạn NV11 đến 20/7');
    const card = world.as('mai').lastAnswer();
    const data = card.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    await world.as('mai').pressesData(card.message_id, data);
    expect(await world.as('mai').pressesData(card.message_id, data)).toContain('đã được quyết định');
    expect(await countRows(world.db, requests)).toBe(1);
  });

  test('only by whoever answers for the work', async () => {
    expect(await world.as('thang').says('xin gia hạn NV11 đến 20/7')).toMatch(/^NV11 không phải việc/);
    expect(await world.as('officeHead').says('xin gia hạn NV11 đến 20/7')).toMatch(/^NV11 không phải việc/);
    expect(await world.as('digitalHead').says('xin gia hạn NV11 đến 20/7')).toContain('đúng không?');
  });

  test('and not with somebody else’s card, nor with a forged day', async () => {
    await world.as('mai').says('xin gia hạn NV11');
    const days = world.as('mai').lastAnswer();
    const [pendingId] = /\d+/.exec(days.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '') ?? [];
    await world.as('thang').says('/trogiup');
    expect(await forges('thang', `ed:${pendingId}:20260720`)).toMatch(/^Anh\/chị không có quyền/);
    expect(await forges('mai', `ed:${pendingId}:20269999`)).toMatch(/^Nút này đã cũ/);
    expect(await forges('mai', 'rs:99999')).toMatch(/^Nút này đã cũ/);
    expect(await allRequests()).toEqual([]);
  });
});

describe('More time is decided', () => {
  beforeEach(async () => {
    await world.begin();
    await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ góp ý');
  });

  test('granted by the button: the day moves, the first one stays known, all concerned are told', async () => {
    const versions = await countRows(world.db, taskVersions);
    expect(await world.as('deputyBinh').presses('✅ Duyệt')).toContain(
      '✅ Lê Thị Bình đã duyệt đề nghị gia hạn NV11 đến 20/7/2026 (hạn cũ 15/7/2026).',
    );
    expect(await readTask(world.db, 'NV11')).toMatchObject({
      dueOn: '2026-07-20',
      originalDueOn: '2026-07-15',
    });
    expect(await countRows(world.db, taskVersions)).toBe(versions + 1);
    expect(await allRequests()).toMatchObject([
      { state: 'approved', previousDueOn: '2026-07-15', decidedById: await idOf('deputyBinh') },
    ]);
    for (const person of ['mai', 'digitalHead'] as const) {
      expect(lastTo(person)).toContain('Lê Thị Bình đã duyệt đề nghị gia hạn NV11 đến 20/7/2026');
    }
    const audit = await world.db.select().from(auditEntries).orderBy(asc(auditEntries.id));
    expect(audit.at(-1)).toMatchObject({
      action: 'grantRequest',
      before: { dueOn: '2026-07-15' },
      after: { dueOn: '2026-07-20' },
    });
  });

  test.each([
    ['đồng ý', '2026-07-20'],
    ['ok em', '2026-07-20'],
    ['đồng ý đến 22/7', '2026-07-22'],
  ])('granted by a reply: “%s”', async (text, dueOn) => {
    expect(await world.as('deputyBinh').replies('đề nghị gia hạn', text)).toContain('đã duyệt');
    expect((await readTask(world.db, 'NV11')).dueOn).toBe(dueOn);
  });

  test('refused by the button, with a reason that is chosen', async () => {
    expect(await world.as('deputyBinh').presses('❌ Không duyệt')).toContain('Xin chọn lý do');
    expect(buttonsTo('deputyBinh')).toEqual(['Chưa đủ lý do', 'Phải giữ hạn']);
    expect(await world.as('deputyBinh').presses('Phải giữ hạn')).toContain('Lý do: Phải giữ hạn');
    expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-15');
    expect(await allRequests()).toMatchObject([{ state: 'refused', decisionReason: 'Phải giữ hạn' }]);
    expect(lastTo('mai')).toMatch(/^❌ Lê Thị Bình không duyệt.*\n.*\nLý do: Phải giữ hạn$/);
  });

  test.each([
    ['không đồng ý, giữ hạn', 'giữ hạn'],
    ['chưa đủ lý do', 'chưa đủ lý do'],
  ])('refused by a reply with its reason: “%s”', async (text, reason) => {
    await world.as('deputyBinh').replies('đề nghị gia hạn', text);
    expect(await allRequests()).toMatchObject([{ state: 'refused', decisionReason: reason }]);
  });

  test('a refusal without a reason is asked for one, and the reply is the reason', async () => {
    expect(await world.as('deputyBinh').replies('đề nghị gia hạn', 'không đồng ý')).toContain(
      'Xin chọn lý do',
    );
    expect((await allRequests())[0]?.state).toBe('open');
    await world.as('deputyBinh').replies('Xin chọn lý do', 'việc này phải xong trước kỳ họp');
    expect(lastTo('mai')).toContain('Lý do: việc này phải xong trước kỳ họp');
  });

  test('by nobody who asked, does the work, leads the unit or stands elsewhere', async () => {
    const [request] = await allRequests();
    for (const person of ['mai', 'digitalHead', 'thang', 'officeHead', 'deputyAn'] as const) {
      await world.as(person).says('/trogiup');
      expect(await forges(person, `ry:${request?.id}`)).toMatch(/^Anh\/chị không có quyền/);
      expect(await forges(person, `rf:${request?.id}:0`)).toMatch(/^Anh\/chị không có quyền/);
    }
    expect((await allRequests())[0]?.state).toBe('open');
    expect(await forges('deputyBinh', 'ry:99999')).toMatch(/^Nút này đã cũ/);
    expect(await forges('deputyBinh', `rf:${request?.id}:99`)).toMatch(/^Nút này đã cũ/);
  });

  test('once: the second of two is told that it is decided', async () => {
    const [request] = await allRequests();
    await world.as('deputyBinh').presses('✅ Duyệt');
    await world.as('director').says('/trogiup');
    expect(await forges('director', `rf:${request?.id}:0`)).toMatch(/^NV11 đã được quyết định trước đó/);
    expect(await forges('mai', `rw:${request?.id}`)).toMatch(/^NV11 đã được quyết định trước đó/);
    expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-20');
  });

  test('not by the asker who says that somebody agreed', async () => {
    expect(await world.as('mai').says('anh Bình đồng ý rồi')).toMatch(/chưa được duyệt ở đây nên chưa có gì/);
    expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-15');
    expect(await world.as('mai').says('dạ em cảm ơn')).toMatch(/^Dạ, đã rõ/);
  });

  test('not after the task was reported done', async () => {
    await world.as('mai').says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as('mai').presses('Đúng, ghi nhận');
    expect(await world.as('deputyBinh').presses('✅ Duyệt')).toMatch(
      /^NV11 đã đóng, đang tạm dừng hoặc đang chờ xác nhận/,
    );
    expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-15');
  });

  test('withdrawn by the asker, by a sentence or the button; the approver is told', async () => {
    expect(await world.as('mai').says('không cần gia hạn NV11 nữa')).toMatch(/^Đã rút đề nghị gia hạn NV11/);
    expect(await allRequests()).toMatchObject([{ state: 'withdrawn', decidedById: null }]);
    expect(lastTo('deputyBinh')).toMatch(/^Lý Thị Mai đã rút đề nghị gia hạn NV11/);
    expect(await world.as('deputyBinh').presses('✅ Duyệt')).toContain('đã được quyết định');
    expect(await world.as('mai').says('không cần gia hạn NV11 nữa')).toMatch(/không có đề nghị nào đang chờ/);
    await asks('mai', 'xin gia hạn NV11 đến 22/7');
    expect(await world.as('mai').presses('Rút đề nghị')).toMatch(/^Đã rút đề nghị gia hạn NV11/);
  });

  test('a leader’s word with a code alone shows the card for a yes and carries out a no', async () => {
    expect(await world.as('deputyBinh').says('duyệt NV11')).toContain('đề nghị gia hạn NV11');
    expect((await allRequests())[0]?.state).toBe('open');
    await world.as('deputyBinh').says('không duyệt NV11, phải giữ hạn');
    expect(await allRequests()).toMatchObject([{ state: 'refused', decisionReason: 'phải giữ hạn' }]);
    expect(await world.as('deputyBinh').says('duyệt NV11')).toMatch(/không có gì đang chờ/);
  });

  test('the approver sees the how many-th it is', async () => {
    await world.as('deputyBinh').presses('✅ Duyệt');
    await asks('mai', 'xin gia hạn NV11 đến 27/7');
    expect(lastTo('deputyBinh')).toContain('Đây là lần gia hạn thứ 2 của việc này.');
  });
});

describe('More time for a trọng tâm task and the ladder', () => {
  beforeEach(() => world.begin());

  test('is the director’s to decide', async () => {
    expect(await asks('thang', 'xin gia hạn NV14 đến 27/7')).toContain('tới anh/chị Phan Văn Giám');
    const [request] = await allRequests();
    await world.as('deputyBinh').says('/trogiup');
    expect(await forges('deputyBinh', `ry:${request?.id}`)).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.as('director').presses('✅ Duyệt')).toContain('đã duyệt');
  });

  test('asked on the due day, the office hears of the lateness two working days later', async () => {
    await world.liveUntil('2026-07-20T09:00');
    await asks('thang', 'xin gia hạn NV14 đến 27/7');
    const toOffice = () =>
      world
        .as('officeHead')
        .hears()
        .filter(({ text }) => text?.includes('NV14')).length;
    await world.liveUntil('2026-07-22T16:00');
    expect(toOffice()).toBe(0);
    expect(lastTo('thang')).toContain('NV14');
    await world.liveUntil('2026-07-23T08:00');
    expect(toOffice()).toBe(1);
  });
});

describe('A report that looks beyond the due day', () => {
  beforeEach(() => world.begin());

  test('is recorded with its day, and an extension to that day is offered', async () => {
    const answer = await world.as('mai').says('NV11 dự kiến 20/7 mới xong do chờ góp ý');
    expect(answer).toContain('Đã ghi nhận NV11: 40%');
    expect(answer).toContain('Dự kiến xong 20/7/2026, sau hạn 15/7/2026. Anh/chị có cần xin gia hạn không?');
    expect((await listReports(world.db, 'NV11')).at(-1)).toMatchObject({ forecastOn: '2026-07-20' });
    expect(await world.as('mai').presses('Xin gia hạn đến 20/7/2026')).toContain(
      'đề nghị gia hạn NV11 đến 20/7/2026 (hạn cũ 15/7/2026), đúng không?',
    );
    expect(await world.as('mai').presses('Gửi đề nghị')).toContain('tới anh/chị Lê Thị Bình');
  });

  test('within the due day offers nothing', async () => {
    expect(await world.as('mai').says('NV11 dự kiến 14/7 xong')).not.toContain('gia hạn');
    expect((await listReports(world.db, 'NV11')).at(-1)).toMatchObject({ forecastOn: '2026-07-14' });
  });

  test('without a day offers likely ones; not to the office, nor while one is open', async () => {
    expect(await world.as('mai').says('NV11 sợ không kịp hạn')).toContain('có thể không kịp hạn 15/7/2026');
    expect(buttonsTo('mai')).toContain('Xin gia hạn đến 22/7/2026');
    expect(await world.as('officeHead').says('NV11 sợ không kịp hạn')).not.toContain('gia hạn');
    await asks('mai', 'xin gia hạn NV11 đến 20/7');
    expect(await world.as('mai').says('NV11 dự kiến 20/7 mới xong')).not.toContain('có cần xin gia hạn');
  });
});

describe('A completion is decided by a reply', () => {
  beforeEach(async () => {
    await world.begin();
    await world.as('mai').says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as('mai').presses('Đúng, ghi nhận');
  });

  test('“ok duyệt” confirms it', async () => {
    expect(await world.as('officeHead').replies('chờ anh/chị xác nhận', 'ok duyệt')).toContain('xác nhận');
    expect((await readTask(world.db, 'NV11')).state).toBe('done');
  });

  test('“trả lại, thiếu phụ lục” gives it back, and the reporter reads why', async () => {
    await world.as('officeHead').replies('chờ anh/chị xác nhận', 'trả lại, thiếu phụ lục');
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
    expect(lastTo('mai')).toMatch(/trả lại để làm tiếp(.|\n)*Lý do: thiếu phụ lục$/);
    expect(await world.as('officeHead').replies('chờ anh/chị xác nhận', 'ok duyệt')).toContain(
      'đã được quyết định',
    );
  });

  test('what decides nothing is an ordinary message', async () => {
    expect(await world.as('officeHead').replies('chờ anh/chị xác nhận', 'dạ em cảm ơn')).toMatch(
      /^Dạ, đã rõ/,
    );
    expect((await readTask(world.db, 'NV11')).state).toBe('reportedDone');
  });
});

test('Before “Bắt đầu” a request is kept and nobody is told', async () => {
  await world.begin({ isLive: false });
  expect(await asks('mai', 'xin gia hạn NV11 đến 20/7')).toMatch(/^Đã ghi đề nghị.*Đang chờ quyết định\.$/);
  expect(world.server.messagesOf(telegramIdOf('deputyBinh'))).toEqual([]);
});
