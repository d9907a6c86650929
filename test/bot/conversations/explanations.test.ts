import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decideExplanation } from '../../../src/app/decide-explanation.ts';
import { keepWhatIsTrue } from '../../../src/bot/delivery/still-true.ts';
import { loadActor } from '../../../src/db/queries/actors.ts';
import { changeTask } from '../../../src/db/queries/tasks.ts';
import { auditEntries, explanationAnswers, pendingActions } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { aBrief, anOverdueLine } from '../../support/messages.ts';
import { countRows, readTask } from '../../support/rows.ts';
import { findPersonId } from '../../support/set-up-department.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, forges, idOf, lastTo } = talkIn(() => world);
const allAnswers = () => world.db.select().from(explanationAnswers).orderBy(asc(explanationAnswers.id));
const REASON = 'chờ góp ý của Bộ; giải pháp: cử người sang làm việc; xong trước 20/7';

/** NV13 of P.QLKH was due on 03/7; the first slot after “Bắt đầu” asks for its explanation. */
async function beginWithOneAsked(): Promise<void> {
  await world.begin();
  await world.moveTo('2026-07-08T14:00');
}

async function explain(): Promise<void> {
  await world.as('scienceHead').says(`/giaitrinh 13 ${REASON}`);
  await world.as('scienceHead').presses('Khách quan');
  await world.as('scienceHead').presses('Gửi giải trình');
}

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

describe('The leader decides', () => {
  beforeEach(async () => {
    await beginWithOneAsked();
    await explain();
  });
  const answerId = async (): Promise<number> => (await allAnswers()).at(-1)?.id ?? 0;

  test.each([
    ['Đồng ý: khách quan', 'objective', 'khách quan'],
    ['Đồng ý: chủ quan', 'subjective', 'chủ quan'],
    ['Đồng ý: cả hai', 'both', 'cả khách quan và chủ quan'],
  ])('“%s” confirms the cause, and the head is told', async (label, confirmedCause, words) => {
    expect(await world.as('deputyAn').presses(label)).toContain(
      `✅ Nguyễn Hoàng An chấp nhận giải trình NV13 (hạn 03/7/2026, trễ 3 ngày làm việc), nguyên nhân ${words}.`,
    );
    expect(await allAnswers()).toMatchObject([
      { decision: 'accepted', confirmedCause, decidedById: await idOf('deputyAn') },
    ]);
    expect(lastTo('scienceHead')).toContain('chấp nhận giải trình NV13');
    expect(lastTo('scienceHead')).toContain('/giahan NV13 đến 20/7/2026');
    expect(await world.as('scienceHead').says('/giaitrinh 13')).toMatch(/không có yêu cầu giải trình/);
    const audit = await world.db.select().from(auditEntries).orderBy(asc(auditEntries.id));
    expect(audit.at(-1)).toMatchObject({
      action: 'acceptExplanation',
      before: { cause: 'objective' },
      after: { confirmedCause },
    });
  });

  test.each([
    ['đồng ý', 'objective'],
    ['đồng ý, nhưng là chủ quan', 'subjective'],
  ])('by a reply: “%s”', async (text, confirmedCause) => {
    await world.as('deputyAn').replies('giải trình NV13', text);
    expect(await allAnswers()).toMatchObject([{ decision: 'accepted', confirmedCause }]);
  });

  test('a return asks for its reason, which the next text is; the head explains again', async () => {
    expect(await world.as('deputyAn').presses('↩️ Trả lại')).toContain('Xin chọn lý do');
    expect((await allAnswers())[0]?.decision).toBeNull();
    expect(await world.as('deputyAn').says('nêu rõ đã đôn đốc Bộ mấy lần')).toContain(
      '↩️ Nguyễn Hoàng An trả lại giải trình NV13',
    );
    expect(lastTo('scienceHead')).toContain('Lý do: nêu rõ đã đôn đốc Bộ mấy lần');
    expect(lastTo('scienceHead')).toContain('giải trình lại trong ngày 10/7/2026');
    expect(await world.as('scienceHead').presses('Giải trình lại')).toContain(
      'Lần trước bị trả lại: nêu rõ đã đôn đốc Bộ mấy lần',
    );
    await world.as('scienceHead').presses('Khách quan');
    await world.as('scienceHead').says('đã đôn đốc 3 lần, Bộ chưa trả lời');
    await world.as('scienceHead').presses('Gửi giải trình');
    expect(await allAnswers()).toMatchObject([
      { decision: 'returned', decisionReason: 'nêu rõ đã đôn đốc Bộ mấy lần', confirmedCause: null },
      { decision: null, text: 'đã đôn đốc 3 lần, Bộ chưa trả lời' },
    ]);
    expect(lastTo('deputyAn')).toContain('đã đôn đốc 3 lần');
  });

  test('with a reason that is chosen; what is typed after it is about something else', async () => {
    await world.as('deputyAn').presses('↩️ Trả lại');
    expect(await world.as('deputyAn').presses('Chưa có giải pháp')).toContain('Lý do: Chưa có giải pháp');
    expect(await world.as('deputyAn').says('dạ em cảm ơn')).toMatch(/^Dạ, đã rõ/);
    expect(await allAnswers()).toMatchObject([{ decision: 'returned', decisionReason: 'Chưa có giải pháp' }]);
  });

  test('with a reply to the card or to the question', async () => {
    await world.as('deputyAn').replies('giải trình NV13', 'trả lại, chưa rõ trách nhiệm');
    expect((await allAnswers())[0]?.decision).toBe('returned');
    await explain();
    await world.as('deputyAn').presses('↩️ Trả lại');
    world.setClock('2026-07-08T16:30');
    await world.as('deputyAn').replies('Xin chọn lý do', 'thiếu ngày xong');
    expect((await allAnswers()).at(-1)?.decisionReason).toBe('thiếu ngày xong');
  });

  test('from the list, also later', async () => {
    expect(await world.as('deputyAn').says('/giaitrinh')).toMatch(
      /Chờ anh\/chị quyết định \(1 việc\)\n• NV13/,
    );
    expect(await world.as('deputyAn').presses('NV13')).toMatch(/^✍️ Bùi Đức Huy/);
    expect(await world.as('deputyAn').says('/giaitrinh 13')).toMatch(/^✍️ Bùi Đức Huy/);
  });

  test('once: the second of two is told politely', async () => {
    const id = await answerId();
    await world.as('director').says('/trogiup');
    await world.as('deputyAn').presses('Đồng ý: chủ quan');
    for (const data of [`xa:${id}:0`, `xr:${id}`, `xf:${id}:0`, `xv:${id}`]) {
      expect(await forges('director', data)).toMatch(/^NV13 đã được quyết định trước đó/);
    }
    expect(await allAnswers()).toMatchObject([{ confirmedCause: 'subjective' }]);
  });

  test('one step up may decide as well', async () => {
    await world.as('director').says('/giaitrinh 13');
    expect(await world.as('director').presses('Đồng ý: khách quan')).toContain('Phan Văn Giám chấp nhận');
  });

  test('nobody else, and no forged number', async () => {
    const id = await answerId();
    for (const person of ['scienceHead', 'huong', 'deputyBinh', 'officeHead', 'digitalHead'] as const) {
      await world.as(person).says('/trogiup');
      for (const data of [`xa:${id}:0`, `xr:${id}`, `xf:${id}:0`, `xv:${id}`]) {
        expect(await forges(person, data)).toMatch(/^Anh\/chị không có quyền/);
      }
    }
    expect((await allAnswers())[0]?.decision).toBeNull();
    expect(await forges('deputyAn', `xa:${id}:9`)).toMatch(/^Nút này đã cũ/);
    expect(await forges('deputyAn', `xf:${id}:9`)).toMatch(/^Nút này đã cũ/);
    expect(await forges('deputyAn', 'xa:99999:0')).toMatch(/^Nút này đã cũ/);
  });

  test('the card of the task shows it, with the button of whoever’s turn it is', async () => {
    expect(await world.as('deputyAn').says('/nv 13')).toMatch(
      /Giải trình \(hạn 03\/7\/2026\)\n• khách quan: “chờ góp ý của Bộ; xong trước 20\/7”; giải pháp: cử người sang làm việc; xong 20\/7\/2026 \(Bùi Đức Huy\)\n• Chờ lãnh đạo quyết định\./,
    );
    expect(buttonsTo('deputyAn')).toContain('Xem giải trình');
    await world.as('deputyAn').presses('Đồng ý: khách quan');
    expect(await world.as('scienceHead').says('/nv 13')).toContain('• Đã chấp nhận: khách quan.');
    expect(buttonsTo('scienceHead')).not.toContain('✍️ Giải trình');
  });
});

test('What was held overnight and is decided meanwhile is not said', async () => {
  await beginWithOneAsked();
  world.setClock('2026-07-08T18:00');
  await explain();
  const before = world.as('deputyAn').hears().length;
  await world.as('director').says('/giaitrinh 13');
  await world.as('director').presses('Đồng ý: khách quan');
  await world.moveTo('2026-07-09T07:30');
  const heard = world.as('deputyAn').hears().slice(before);
  expect(heard.map(({ text }) => text).join()).not.toContain('giải trình NV13');
});

test('The head may explain from the card', async () => {
  await beginWithOneAsked();
  expect(await world.as('scienceHead').says('/nv 13')).toContain('✍️ Chờ giải trình vì trễ hạn 03/7/2026');
  expect(await world.as('scienceHead').presses('✍️ Giải trình')).toContain('trễ do nguyên nhân nào?');
  await world.as('huong').says('/nv 13');
  expect(buttonsTo('huong')).not.toContain('✍️ Giải trình');
});

test('In a group nothing of it is begun, nor decided', async () => {
  await beginWithOneAsked();
  const head = world.as('scienceHead', 'group');
  await head.says('/nv 13');
  expect(await head.presses('✍️ Giải trình')).toMatch(/tin nhắn riêng/);
  expect(await countRows(world.db, pendingActions)).toBe(0);
});

test('Whoever gave it does not decide it, in nobody’s place either', async () => {
  await beginWithOneAsked();
  await explain();
  const [answer] = await allAnswers();
  await world.inUseCase(async (useCase) => {
    const actorOf = async (person: 'scienceHead' | 'deputyAn' | 'digitalHead') => {
      const actor = await loadActor(useCase.tx, await findPersonId(useCase, person), useCase.today);
      if (actor === null) throw new Error(`${person} may not act`);
      return actor;
    };
    const inPlaceOf = [{ of: await actorOf('deputyAn'), scope: 'all' }] as const;
    const accepts = async (person: 'scienceHead' | 'digitalHead') =>
      decideExplanation(useCase, { ...(await actorOf(person)), inPlaceOf }, answer?.id ?? 0, {
        verdict: 'accept',
        cause: 'objective',
      });
    await expect(accepts('scienceHead')).rejects.toThrow('notAllowed');
    expect((await accepts('digitalHead')).kind).toBe('decided');
  });
});

describe('What a brief says of explanations is looked at again before it is sent', () => {
  const aBriefOf = async (kind: 'overdue' | 'explanationToGive') => {
    const { id: taskId } = await readTask(world.db, 'NV13');
    const explanation = { waits: 'toGive', replyBy: '2026-07-10' } as const;
    return aBrief([anOverdueLine({ taskId, code: 'NV13', kind, dueOn: '2026-07-03', explanation })]);
  };
  beforeEach(beginWithOneAsked);

  test('what still waits is said', async () => {
    for (const kind of ['overdue', 'explanationToGive'] as const) {
      const brief = await aBriefOf(kind);
      expect(await keepWhatIsTrue(world.db, brief)).toEqual(brief);
    }
  });

  test('what was given meanwhile is not; the task itself is still late', async () => {
    await explain();
    expect(await keepWhatIsTrue(world.db, await aBriefOf('explanationToGive'))).toBeNull();
    const kept = await keepWhatIsTrue(world.db, await aBriefOf('overdue'));
    expect(kept?.kind === 'brief' && kept.payload.lines).toMatchObject([{ code: 'NV13', kind: 'overdue' }]);
    expect(JSON.stringify(kept)).not.toContain('"waits"');
  });
});
