import { asc, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blockers } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { GROUP_ID, type PersonKey, telegramIdOf } from '../../support/department.ts';
import { listReports, readTask } from '../../support/rows.ts';
import { textOf } from '../../support/speaker.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { forges } = talkIn(() => world);
const percents = async (code: string) => (await listReports(world.db, code)).map((report) => report.percent);

/** Changes the text of the person's newest message that held these words. */
async function edits(person: PersonKey, from: string, to: string, chatId = telegramIdOf(person)) {
  const heard = world.as(person).hears().length;
  const own = world.server.messagesOf(chatId).findLast((sent) => !sent.from.is_bot && textOf(sent) === from);
  await world.server.editText(telegramIdOf(person), chatId, own?.message_id ?? 0, to);
  await world.settle(1);
  return world.as(person).hears().slice(heard).map(textOf).join('\n———\n');
}

describe('A report on the wrong task', () => {
  beforeEach(async () => {
    await world.begin();
    await world.as('mai').says('NV11 60% đã gửi dự thảo');
  });

  test('is taken back and recorded for the other, after one question', async () => {
    expect(await world.as('mai').says('lộn, là NV12 chứ không phải NV11')).toBe(
      'Chuyển báo cáo 60% từ NV11 sang NV12: 60%?\nKiểm thử an toàn thông tin\nNội dung: “đã gửi dự thảo”',
    );
    expect(await percents('NV12')).toEqual([]);
    expect(await world.as('mai').presses('Đúng, ghi nhận')).toBe(
      'Đã chuyển sang NV12: 60% (báo cáo đầu tiên). NV11 trở lại 40%.\nKiểm thử an toàn thông tin',
    );
    expect(await percents('NV11')).toEqual([40, 60, 40]);
    expect((await listReports(world.db, 'NV12')).at(-1)).toMatchObject({
      percent: 60,
      note: 'đã gửi dự thảo',
    });
  });

  test('by a reply, and back again by Hoàn tác', async () => {
    await world.as('mai').replies('Đã ghi nhận NV11', 'nhầm, số đó của NV12');
    await world.as('mai').presses('Đúng, ghi nhận');
    expect(await world.as('mai').presses('Hoàn tác')).toContain('NV12 hiện chưa có báo cáo');
  });

  test('without another task is only taken back', async () => {
    expect(await world.as('mai').replies('Đã ghi nhận NV11', 'gửi nhầm chỗ ạ')).toMatch(
      /^Bỏ báo cáo NV11 60%\?/,
    );
    expect(await world.as('mai').presses('Đúng, ghi nhận')).toBe('Đã bỏ báo cáo. NV11 trở lại 40%.');
  });

  test('stays on “Không”, and is decided once', async () => {
    await world.as('mai').says('lộn, là NV12 chứ không phải NV11');
    const question = world.as('mai').lastAnswer();
    expect(await world.as('mai').presses('Không')).toBe('Đã bỏ, báo cáo NV11 giữ nguyên.');
    const data = question.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    expect(await world.as('mai').pressesData(question.message_id, data)).toContain('đã được quyết định');
    expect(await percents('NV11')).toEqual([40, 60]);
  });

  test('is nobody else’s to move', async () => {
    await world.as('mai').says('lộn, là NV12 chứ không phải NV11');
    const data = world.as('mai').lastAnswer().reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    await world.as('thang').says('/viec');
    expect(await forges('thang', data)).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.as('thang').says('lộn, là NV14 chứ không phải NV11')).toMatch(/^Trong 24 giờ qua/);
    expect(await world.as('mai').says('lộn, là NV13 chứ không phải NV11')).toMatch(/^NV13 không phải việc/);
    expect(await percents('NV11')).toEqual([40, 60]);
  });

  test('when the other refuses it, the first stays as it was', async () => {
    await world.as('mai').says('lộn, là NV12 chứ không phải NV11');
    await world.as('mai').says('NV12 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as('mai').presses('Đúng, ghi nhận');
    const question = world
      .as('mai')
      .hears()
      .find((sent) => textOf(sent).startsWith('Chuyển báo cáo'));
    const data = question?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    expect(await world.as('mai').pressesData(question?.message_id ?? 0, data)).toMatch(/^NV12 đã đóng/);
    expect(await percents('NV11')).toEqual([40, 60]);
  });

  test('after a day is not moved any more', async () => {
    world.setClock('2026-07-09T09:01');
    expect(await world.as('mai').says('lộn, là NV12 chứ không phải NV11')).toMatch(/^Trong 24 giờ qua/);
  });

  test('takes along what it said the task waits for', async () => {
    world.setClock('2026-07-08T09:05');
    await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
    await world.as('mai').says('lộn, là NV12 chứ không phải NV11');
    await world.as('mai').presses('Đúng, ghi nhận');
    const open = await world.db
      .select()
      .from(blockers)
      .where(isNull(blockers.closedAt))
      .orderBy(asc(blockers.id));
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({
      taskId: (await readTask(world.db, 'NV12')).id,
      text: 'vướng, chờ P.QLKH thẩm định',
    });
  });
});

describe('Editing a report', () => {
  beforeEach(async () => {
    await world.begin();
    await world.as('mai').says('NV11 60%');
    world.setClock('2026-07-08T09:10');
  });

  test('corrects it, once its author agrees', async () => {
    expect(await edits('mai', 'NV11 60%', 'NV11 50%')).toBe(
      'Sửa báo cáo NV11: 60% → 50%?\nNâng cấp nền tảng tích hợp dữ liệu',
    );
    expect(await percents('NV11')).toEqual([40, 60]);
    expect(await world.as('mai').presses('Đúng, ghi nhận')).toBe(
      'Đã sửa NV11: 50% (trước 40%).\nNâng cấp nền tảng tích hợp dữ liệu',
    );
    expect(await percents('NV11')).toEqual([40, 60, 40, 50]);
  });

  test('and editing it again corrects it again', async () => {
    await edits('mai', 'NV11 60%', 'NV11 50%');
    await world.as('mai').presses('Đúng, ghi nhận');
    expect(await edits('mai', 'NV11 50%', 'NV11 70%')).toContain('Sửa báo cáo NV11: 50% → 70%?');
  });

  test('that changes nothing is silent', async () => {
    expect(await edits('mai', 'NV11 60%', 'nv11  60 %')).toBe('');
  });

  test('names another task: it is moved', async () => {
    expect(await edits('mai', 'NV11 60%', 'NV12 60%')).toContain('Chuyển báo cáo 60% từ NV11 sang NV12');
  });

  test('says that it is done: the product is wanted, and the day is the day of the edit', async () => {
    expect(await edits('mai', 'NV11 60%', 'NV11 xong rồi')).toMatch(/NV11 cần có sản phẩm/);
    world.setClock('2026-07-09T08:00');
    expect(await edits('mai', 'NV11 xong rồi', 'NV11 xong, số 45/KH-SKHCN')).toContain('báo hoàn thành');
    expect(await world.as('mai').presses('Đúng, ghi nhận')).toContain('Đang chờ Trần Quốc Cường xác nhận');
    expect(await readTask(world.db, 'NV11')).toMatchObject({
      state: 'reportedDone',
      productOn: '2026-07-09',
    });
  });

  test('into something else: the report stays, and it is said', async () => {
    expect(await edits('mai', 'NV11 60%', 'hôm nay trời đẹp')).toMatch(/báo cáo NV11 giữ nguyên/);
    expect(await percents('NV11')).toEqual([40, 60]);
  });

  test('into several or a blocker: asked to say it anew', async () => {
    expect(await edits('mai', 'NV11 60%', 'NV11 50%, NV12 20%')).toMatch(/^Tin vừa sửa nói về nhiều việc/);
    expect(await edits('mai', 'NV11 50%, NV12 20%', 'NV11 vướng chờ P.QLKH')).toMatch(/^Tin vừa sửa/);
    expect(await percents('NV11')).toEqual([40, 60]);
  });

  test('after a newer report is no longer possible', async () => {
    await edits('mai', 'NV11 60%', 'NV11 50%');
    const question = world.as('mai').lastAnswer();
    await world.as('mai').says('NV11 70%');
    const data = question.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    expect(await world.as('mai').pressesData(question.message_id, data)).toMatch(
      /^NV11 đã có báo cáo mới hơn/,
    );
    expect(await percents('NV11')).toEqual([40, 60, 70]);
  });

  test('after a day is too late', async () => {
    world.setClock('2026-07-09T09:01');
    expect(await edits('mai', 'NV11 60%', 'NV11 50%')).toMatch(/^Đã quá 24 giờ/);
  });
});

describe('Editing one of several', () => {
  test('corrects that one', async () => {
    await world.begin();
    await world.as('mai').says('NV11 60%, NV12 20%');
    await world.as('mai').presses('Đúng, ghi nhận');
    world.setClock('2026-07-08T09:10');
    expect(await edits('mai', 'NV11 60%, NV12 20%', 'NV11 60%, NV12 30%')).toContain(
      'Sửa báo cáo NV12: 20% → 30%?',
    );
  });
});

describe('Editing anything else', () => {
  beforeAll(() => world.begin());

  test.each([
    ['cảm ơn em', 'cảm ơn em nhiều'],
    ['hôm nay trời đẹp', 'hôm nay trời rất đẹp'],
    ['/nv 11', '/nv 12'],
  ])('“%s” is silent', async (from, to) => {
    await world.as('mai').says(from);
    expect(await edits('mai', from, to)).toBe('');
  });

  test('that now reads like a report is asked for as a new message', async () => {
    await world.as('mai').says('trời hôm nay đẹp');
    expect(await edits('mai', 'trời hôm nay đẹp', 'NV11 60%')).toMatch(/Anh\/chị gửi thành tin mới giúp/);
    expect(await percents('NV11')).toEqual([40]);
  });

  test('in a group, or by somebody who is not bound, is silent or says who may', async () => {
    await world.as('mai', 'group').says('mọi người xem NV11 nhé');
    expect(await edits('mai', 'mọi người xem NV11 nhé', 'NV11 60%', GROUP_ID)).toBe('');
    expect(await percents('NV11')).toEqual([40]);
  });
});
