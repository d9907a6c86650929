import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { explainingIn } from '../../support/explaining.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, forges, idOf, lastTo } = talkIn(() => world);
const { allAnswers, beginWithOneAsked, explain } = explainingIn(() => world);

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
