import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeTask } from '../../../src/db/queries/tasks.ts';
import { auditEntries, explanationAnswers, pendingActions } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { explainingIn, REASON } from '../../support/explaining.ts';
import { countRows, readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, forges, idOf, lastTo } = talkIn(() => world);
const { allAnswers, beginWithOneAsked, explain } = explainingIn(() => world);

describe('A head hears that an explanation is asked', () => {
  beforeEach(beginWithOneAsked);

  test('in the one brief of the slot, under the task itself', () => {
    expect(world.as('scienceHead').hears()).toHaveLength(1);
    expect(lastTo('scienceHead')).toMatch(
      /Quá hạn[\s\S]*NV13[\s\S]*✍️ Cần giải trình, trả lời trong ngày 10\/7\/2026: \/giaitrinh/,
    );
    expect(lastTo('huong')).not.toContain('giải trình');
  });

  test('and each morning until it is given; then the leader is reminded', async () => {
    await world.moveTo('2026-07-09T07:30');
    expect(lastTo('scienceHead')).toMatch(/Việc trễ chờ giải trình \(1 việc\)\n.*NV13/);
    await world.moveTo('2026-07-13T07:30');
    expect(lastTo('scienceHead')).toContain('đã quá hạn giải trình (10/7/2026)');
    await explain();
    await world.moveTo('2026-07-14T07:30');
    expect(lastTo('deputyAn')).toMatch(/Giải trình chờ anh\/chị quyết định/);
    expect(lastTo('scienceHead')).not.toContain('Cần giải trình');
  });

  test('/giaitrinh lists what is asked of the unit', async () => {
    expect(await world.as('scienceHead').says('/giaitrinh')).toMatch(
      /Chờ anh\/chị giải trình \(1 việc\)\n• NV13 \(hạn 03\/7\/2026, trễ 3 ngày làm việc\) Báo cáo sở hữu trí tuệ\n {3}P\.QLKH \(Ngô Thị Hương\) · trả lời trong ngày 10\/7\/2026/,
    );
    expect(buttonsTo('scienceHead')).toEqual(['✍️ NV13']);
  });

  test.each(['digitalHead', 'deputyAn', 'mai'] as const)('%s has nothing to do', async (person) => {
    expect(await world.as(person).says('/giaitrinh')).toBe('Không có giải trình nào đang chờ anh/chị.');
  });

  test('and not in a group', async () => {
    expect(await world.as('scienceHead', 'group').says('/giaitrinh')).toMatch(/tin nhắn riêng/);
  });

  test('no more once the due day is moved, or the task is suspended', async () => {
    const { id } = await readTask(world.db, 'NV13');
    await world.inUseCase(({ tx, now }) => changeTask(tx, id, { state: 'suspended' }, now));
    expect(await world.as('scienceHead').says('/giaitrinh')).toMatch(/^Không có giải trình/);
    const moved = { state: 'inProgress', dueOn: '2026-07-20' } as const;
    await world.inUseCase(({ tx, now }) => changeTask(tx, id, moved, now));
    expect(await world.as('scienceHead').says('/giaitrinh 13')).toMatch(/^NV13 không có yêu cầu giải trình/);
    await world.moveTo('2026-07-09T07:30');
    expect(lastTo('scienceHead')).not.toContain('Việc trễ chờ giải trình');
  });
});

describe('A head explains', () => {
  beforeEach(beginWithOneAsked);

  test('by buttons and one sentence; the leader in charge is told', async () => {
    const head = world.as('scienceHead');
    await head.says('/giaitrinh');
    expect(await head.presses('✍️ NV13')).toMatch(/^NV13 \(hạn 03\/7\/2026.*\) trễ do nguyên nhân nào\?/);
    expect(buttonsTo('scienceHead')).toEqual(['Khách quan', 'Chủ quan', 'Cả hai', 'Bỏ']);
    expect(await head.presses('Khách quan')).toContain('Anh/chị nhắn một câu nêu lý do');
    expect(await head.says(REASON)).toBe(
      [
        'Anh/chị gửi giải trình NV13 (hạn 03/7/2026, trễ 3 ngày làm việc), đúng không?',
        'Báo cáo sở hữu trí tuệ',
        'Nguyên nhân: khách quan',
        'Lý do: chờ góp ý của Bộ; xong trước 20/7',
        'Giải pháp: cử người sang làm việc',
        'Ngày xong mới: 20/7/2026',
        'Muốn sửa lý do, anh/chị trả lời (Reply) tin này.',
      ].join('\n'),
    );
    expect(await allAnswers()).toEqual([]);
    expect(await head.presses('Gửi giải trình')).toBe('Đã gửi giải trình NV13 tới anh/chị Nguyễn Hoàng An.');
    expect(await allAnswers()).toMatchObject([
      {
        cause: 'objective',
        text: 'chờ góp ý của Bộ; xong trước 20/7',
        remedy: 'cử người sang làm việc',
        newDueOn: '2026-07-20',
        decision: null,
        authorId: await idOf('scienceHead'),
      },
    ]);
    expect(lastTo('deputyAn')).toMatch(/^✍️ Bùi Đức Huy \(P\.QLKH\) giải trình NV13/);
    expect(buttonsTo('deputyAn')).toEqual([
      'Đồng ý: khách quan',
      'Đồng ý: chủ quan',
      'Đồng ý: cả hai',
      '↩️ Trả lại',
    ]);
    expect((await readTask(world.db, 'NV13')).dueOn).toBe('2026-07-03');
    const audit = await world.db.select().from(auditEntries).orderBy(asc(auditEntries.id));
    expect(audit.at(-1)).toMatchObject({
      action: 'giveExplanation',
      after: { cause: 'objective', newDueOn: '2026-07-20' },
    });
  });

  test.each(['/giaitrinh 13 ', '/giaitrinh NV13: ', '/giaitrinh nv 013 '])(
    'by one sentence, “%s…”: only the cause is asked',
    async (command) => {
      const wanted = await world.as('scienceHead').says(command + REASON);
      expect(wanted).toContain('trễ do nguyên nhân nào?');
      expect(wanted).toContain('Lý do: chờ góp ý của Bộ');
      expect(await world.as('scienceHead').presses('Cả hai')).toContain(
        'Nguyên nhân: cả khách quan và chủ quan',
      );
    },
  );

  test('by a sentence that names its cause: nothing is asked', async () => {
    expect(await world.as('scienceHead').says('/giaitrinh 13 do chủ quan, thiếu đôn đốc')).toContain(
      'Nguyên nhân: chủ quan',
    );
  });

  test('with a reply to the question, also later; what was typed is corrected by a reply to the card', async () => {
    await world.as('scienceHead').says('/giaitrinh 13');
    await world.as('scienceHead').presses('Chủ quan');
    world.setClock('2026-07-08T16:00');
    await world.as('scienceHead').replies('Anh/chị nhắn một câu', 'thiếu người');
    expect(await world.as('scienceHead').replies('đúng không?', 'thiếu người, xong 17/7')).toContain(
      'Ngày xong mới: 17/7/2026',
    );
    await world.as('scienceHead').presses('Gửi giải trình');
    expect(await allAnswers()).toMatchObject([{ text: 'thiếu người, xong 17/7', cause: 'subjective' }]);
  });

  test('with the reason typed before the cause is pressed', async () => {
    await world.as('scienceHead').says('/giaitrinh 13');
    expect(await world.as('scienceHead').says('chờ số liệu của Cục')).toContain('Lý do: chờ số liệu của Cục');
    expect(await world.as('scienceHead').presses('Khách quan')).toContain('đúng không?');
  });

  test('but a report, a command or a later text is what it always is', async () => {
    await world.as('scienceHead').says('/giaitrinh 13');
    await world.as('scienceHead').presses('Khách quan');
    expect(await world.as('scienceHead').says('NV13 40% đã gửi dự thảo')).toContain('Đã ghi nhận NV13: 40%');
    expect(await world.as('scienceHead').says('/viec')).toMatch(/^Việc của/);
    world.setClock('2026-07-08T14:11');
    expect(await world.as('scienceHead').says('dạ em cảm ơn')).toMatch(/^Dạ, đã rõ/);
    expect(await allAnswers()).toEqual([]);
  });

  test('a task that is being given and asked later takes the text', async () => {
    await world.as('scienceHead').says('/giaitrinh 13');
    await world.as('scienceHead').presses('Khách quan');
    world.setClock('2026-07-08T14:02');
    await world.as('scienceHead').says('/giao');
    await world.as('scienceHead').says('làm báo cáo tháng trước 20/7');
    expect(lastTo('scienceHead')).not.toContain('giải trình');
  });

  test('nothing of nothing, and no day that does not exist', async () => {
    await world.as('scienceHead').says('/giaitrinh 13');
    await world.as('scienceHead').presses('Khách quan');
    expect(await world.as('scienceHead').says('...')).toMatch(/^Anh\/chị nhắn một câu nêu lý do/);
    expect(await world.as('scienceHead').says('chờ Bộ, xong trước 31/6')).toMatch(/không có trong lịch/);
    expect(await world.as('scienceHead').says('chờ Bộ, xong trước 30/7')).toContain('30/7/2026');
  });

  test('or drops it', async () => {
    await world.as('scienceHead').says(`/giaitrinh 13 ${REASON}`);
    expect(await world.as('scienceHead').presses('Bỏ')).toMatch(/^Đã bỏ\. NV13 vẫn chờ giải trình/);
    expect(await allAnswers()).toEqual([]);
  });

  test('once: a second one hears that it was sent', async () => {
    await world.as('scienceHead').says(`/giaitrinh 13 do khách quan: ${REASON}`);
    const card = world.as('scienceHead').lastAnswer();
    const send = card.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    await explain();
    expect(await world.as('scienceHead').pressesData(card.message_id, send)).toMatch(
      /^Giải trình NV13 đã được gửi/,
    );
    expect(await world.as('scienceHead').says('/giaitrinh 13')).toMatch(/^Giải trình NV13 đã được gửi/);
    expect(await world.as('scienceHead').says('/giaitrinh')).toContain(
      'Đã gửi, đang chờ lãnh đạo quyết định: 1 việc',
    );
    expect(await countRows(world.db, explanationAnswers)).toBe(1);
  });

  test.each([
    ['huong', '/giaitrinh 13 quên', /^Anh\/chị không có quyền/],
    ['digitalHead', '/giaitrinh 13 quên', /^NV13 không phải việc/],
    ['deputyAn', '/giaitrinh 13 quên', /^Anh\/chị không có quyền/],
    ['digitalHead', '/giaitrinh 11 chờ', /^NV11 không có yêu cầu giải trình/],
    ['scienceHead', '/giaitrinh 99 chờ', /^Không có việc nào mang mã NV99/],
    ['scienceHead', '/giaitrinh chờ Bộ', /^Không có việc nào mang mã/],
  ] as const)('%s: “%s” is refused', async (person, text, answer) => {
    expect(await world.as(person).says(text)).toMatch(answer);
    expect(await countRows(world.db, pendingActions)).toBe(0);
  });

  test('another’s buttons and forged ones are refused', async () => {
    await world.as('scienceHead').says(`/giaitrinh 13 do khách quan: ${REASON}`);
    const data =
      world.as('scienceHead').lastAnswer().reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    for (const person of ['huong', 'digitalHead', 'deputyAn'] as const) {
      await world.as(person).says('/trogiup');
      expect(await forges(person, data)).toMatch(/^Anh\/chị không có quyền/);
      expect(await forges(person, 'xg:1')).toMatch(/^(Anh\/chị không có quyền|Nút này đã cũ)/);
    }
    expect(await forges('scienceHead', 'xg:99999')).toMatch(/^Nút này đã cũ/);
    expect(await forges('scienceHead', 'xs:99999')).toMatch(/^Nút này đã cũ/);
    expect(await allAnswers()).toEqual([]);
  });
});

test('In a group nothing of it is begun, nor decided', async () => {
  await beginWithOneAsked();
  const head = world.as('scienceHead', 'group');
  await head.says('/nv 13');
  expect(await head.presses('✍️ Giải trình')).toMatch(/tin nhắn riêng/);
  expect(await countRows(world.db, pendingActions)).toBe(0);
});
