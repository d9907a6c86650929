import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, blockers, difficultyTickets } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { countRows } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, forges, idOf, lastTo } = talkIn(() => world);
const listTickets = () => world.db.select().from(difficultyTickets).orderBy(asc(difficultyTickets.id));
const raises = async () => {
  await world.as('mai').says('NV11 vướng, chờ Sở Tài chính trả lời');
  return world.as('mai').presses('Gửi Văn phòng');
};

describe('A difficulty is taken to the office', () => {
  beforeEach(() => world.begin());

  test('by one tap under the answer to a blocker, in the words that were reported', async () => {
    expect(await raises()).toBe(
      'Đã gửi phiếu khó khăn NV11 tới Văn phòng (Trần Quốc Cường), trả lời trong ngày 09/7/2026.\nCó ý kiến, hệ thống báo anh/chị ngay.',
    );
    expect(await listTickets()).toMatchObject([
      { text: 'vướng, chờ Sở Tài chính trả lời', officeBy: '2026-07-09', forwardedAt: null, decidedAt: null },
    ]);
    expect(lastTo('officeHead')).toMatch(
      /^🆘 Lý Thị Mai \(P\.CĐS\) báo khó khăn ở NV11:\n“vướng, chờ Sở Tài chính trả lời”/,
    );
    expect(buttonsTo('officeHead')).toEqual(['Trình lãnh đạo', 'Trả lời', 'NV11']);
    const audit = await world.db.select().from(auditEntries).orderBy(asc(auditEntries.id));
    expect(audit.at(-1)).toMatchObject({ action: 'raiseTicket', actorId: await idOf('mai') });
  });

  test('twice in the same words is one', async () => {
    await raises();
    expect(await world.as('mai').presses('Gửi Văn phòng')).toMatch(/đã gửi trước đó và đang chờ Văn phòng/);
    expect(await listTickets()).toHaveLength(1);
  });

  test('by the command at once, when its sentence asks the leadership', async () => {
    const answers = await world.as('mai').says('/vuong 11 thiếu hướng dẫn, kiến nghị lãnh đạo Sở xem xét');
    expect(answers).toContain('Đã ghi nhận NV11 đang vướng');
    expect(answers).toContain('Đã gửi phiếu khó khăn NV11 tới Văn phòng');
    expect(await countRows(world.db, blockers)).toBe(1);
    expect(await world.as('mai').says('/vuong 11 chờ P.QLKH thẩm định')).not.toContain('phiếu khó khăn');
  });

  test('a question for the leader’s word goes to the leader as before', async () => {
    expect(await world.as('mai').says('NV11 xin ý kiến lãnh đạo: chọn phương án 1 hay 2')).toMatch(
      /^Đã xin ý kiến chỉ đạo/,
    );
    expect(await listTickets()).toEqual([]);
  });

  test('by nobody but whoever answers for the work', async () => {
    await world.as('mai').says('NV11 vướng, chờ Sở Tài chính trả lời');
    const [blocker] = await world.db.select().from(blockers);
    await world.as('thang').says('/trogiup');
    expect(await forges('thang', `bt:${blocker?.id}`)).toMatch(/^NV11 không phải việc/);
    expect(await forges('thang', 'bt:99999')).toMatch(/^Nút này đã cũ/);
    // The office may report for others, and does not ask in their name.
    await world.as('officeHead').says('NV11 vướng, chờ Bộ KHCN');
    expect(buttonsTo('officeHead')).not.toContain('Gửi Văn phòng');
    expect(await listTickets()).toEqual([]);
  });

  test('not once it is no longer in the way', async () => {
    await world.as('mai').says('NV11 vướng, chờ Sở Tài chính trả lời');
    await world.as('mai').presses('Đã gỡ vướng');
    expect(await world.as('mai').presses('Gửi Văn phòng')).toMatch(/^NV11 đã được quyết định/);
    expect(await listTickets()).toEqual([]);
  });

  test('and stands on the task’s card and in the bare /vuong of whoever raised it', async () => {
    await raises();
    expect(await world.as('digitalHead').says('/nv 11')).toContain(
      '🆘 Phiếu khó khăn: “vướng, chờ Sở Tài chính trả lời”, chờ Văn phòng xử lý (09/7/2026)',
    );
    const own = await world.as('mai').says('/vuong');
    expect(own).toMatch(/^Đang vướng \(1\)\n• NV11 “vướng, chờ Sở Tài chính trả lời”/);
    expect(own).toContain('Phiếu khó khăn đã gửi (1)');
    expect(await world.as('thang').says('/vuong')).toMatch(/^Anh\/chị đang vướng việc nào/);
  });
});

describe('The office passes it on', () => {
  beforeEach(async () => {
    await world.begin();
    await raises();
  });

  test('to the leader in charge, with its own words', async () => {
    expect(await world.as('officeHead').presses('Trình lãnh đạo')).toMatch(
      /^Trình phiếu khó khăn NV11 \(P\.CĐS\) tới ai\?/,
    );
    expect(buttonsTo('officeHead')).toEqual(['Lê Thị Bình', 'Phan Văn Giám', 'Chưa trình']);
    expect(await world.as('officeHead').says('Đã làm việc với Sở Tài chính, đề nghị ký công văn')).toContain(
      'Kèm ý kiến Văn phòng: “Đã làm việc với Sở Tài chính, đề nghị ký công văn”',
    );
    expect(await world.as('officeHead').presses('Lê Thị Bình')).toBe(
      'Đã trình phiếu khó khăn NV11 (P.CĐS) tới Lê Thị Bình, trả lời trong ngày 10/7/2026.\nÝ kiến Văn phòng: “Đã làm việc với Sở Tài chính, đề nghị ký công văn”',
    );
    expect(await listTickets()).toMatchObject([
      { forwardedToId: await idOf('deputyBinh'), leaderBy: '2026-07-10' },
    ]);
    expect(lastTo('deputyBinh')).toContain('Ý kiến Văn phòng: “Đã làm việc với Sở Tài chính');
    expect(buttonsTo('deputyBinh')).toEqual(['Cho ý kiến', 'NV11']);
  });

  test('and not twice, nor answers it afterwards', async () => {
    const [ticket] = await listTickets();
    await world.as('officeHead').presses('Trình lãnh đạo');
    await world.as('officeHead').presses('Lê Thị Bình');
    expect(await forges('officeHead', `tf:${ticket?.id}`)).toMatch(
      /^Phiếu khó khăn của NV11 đã trình lãnh đạo/,
    );
    expect(await forges('officeHead', `ta:${ticket?.id}`)).toMatch(
      /^Phiếu khó khăn của NV11 đã trình lãnh đạo/,
    );
    expect((await listTickets())[0]?.decidedAt).toBeNull();
  });

  test('but to nobody who is no leader of it, and only by an operator', async () => {
    const [ticket] = await listTickets();
    await world.as('officeHead').presses('Trình lãnh đạo');
    const data =
      world.as('officeHead').lastAnswer().reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
    const pendingId = data.split(':')[1];
    expect(await forges('officeHead', `tt:${pendingId}:${await idOf('thang')}`)).toMatch(/^Nút này đã cũ/);
    for (const person of ['mai', 'digitalHead', 'deputyBinh'] as const) {
      await world.as(person).says('/trogiup');
      expect(await forges(person, `tf:${ticket?.id}`)).toMatch(/^Anh\/chị không có quyền/);
      expect(await forges(person, data)).toMatch(/^Anh\/chị không có quyền/);
    }
    expect(await listTickets()).toMatchObject([{ forwardedAt: null }]);
  });

  test('or keeps it after all', async () => {
    await world.as('officeHead').presses('Trình lãnh đạo');
    expect(await world.as('officeHead').presses('Chưa trình')).toMatch(
      /^Phiếu khó khăn NV11 vẫn ở Văn phòng/,
    );
    expect(await listTickets()).toMatchObject([{ forwardedAt: null }]);
  });
});

describe('It is decided in words', () => {
  beforeEach(async () => {
    await world.begin();
    await raises();
  });
  const forwards = async () => {
    await world.as('officeHead').presses('Trình lãnh đạo');
    await world.as('officeHead').presses('Lê Thị Bình');
  };

  test('by the leader with the next text; the sender, their head and the office are told', async () => {
    await forwards();
    expect(await world.as('deputyBinh').presses('Cho ý kiến')).toMatch(
      /^Ý kiến của anh\/chị về khó khăn ở NV11/,
    );
    expect(await world.as('deputyBinh').says('Giao Văn phòng làm việc trực tiếp với Sở Tài chính')).toBe(
      'Đã ghi ý kiến về khó khăn ở NV11: “Giao Văn phòng làm việc trực tiếp với Sở Tài chính”\nĐã báo: Lý Thị Mai, Trương Công Minh, Trần Quốc Cường.',
    );
    expect(await listTickets()).toMatchObject([
      {
        decidedById: await idOf('deputyBinh'),
        decision: 'Giao Văn phòng làm việc trực tiếp với Sở Tài chính',
      },
    ]);
    for (const person of ['mai', 'digitalHead', 'officeHead'] as const) {
      expect(lastTo(person)).toMatch(
        /^✅ Lê Thị Bình cho ý kiến về khó khăn ở NV11:\n“Giao Văn phòng làm việc trực tiếp/,
      );
    }
    expect(await world.as('mai').says('/nv 11')).not.toContain('Phiếu khó khăn');
  });

  test('by the leader with a reply to the card', async () => {
    await forwards();
    await world.as('deputyBinh').replies('báo khó khăn ở NV11', 'Đồng ý, tôi sẽ ký công văn');
    expect(lastTo('mai')).toContain('“Đồng ý, tôi sẽ ký công văn”');
  });

  test('by the office itself while it has it', async () => {
    await world.as('officeHead').presses('Trả lời');
    await world.as('officeHead').says('Văn phòng đã liên hệ, Sở Tài chính hẹn ngày 10/7');
    expect(lastTo('mai')).toMatch(/^✅ Trần Quốc Cường cho ý kiến/);
    expect(await listTickets()).toMatchObject([{ forwardedAt: null, decidedById: await idOf('officeHead') }]);
  });

  test('once: the second of two is told so, and their text is lost to nobody', async () => {
    await forwards();
    const [ticket] = await listTickets();
    await world.as('deputyBinh').presses('Cho ý kiến');
    await world.as('director').says('/trogiup');
    await forges('director', `ta:${ticket?.id}`);
    await world.as('director').says('Tôi sẽ trao đổi với Giám đốc Sở Tài chính');
    expect(await forges('deputyBinh', `ta:${ticket?.id}`)).toMatch(/^NV11 đã được quyết định/);
    expect(await world.as('deputyBinh').replies('báo khó khăn ở NV11', 'Đồng ý')).toMatch(
      /^NV11 đã được quyết định/,
    );
    expect((await listTickets())[0]?.decision).toBe('Tôi sẽ trao đổi với Giám đốc Sở Tài chính');
  });

  test('not by whoever raised it, does the work or stands elsewhere', async () => {
    await forwards();
    const [ticket] = await listTickets();
    for (const person of ['mai', 'digitalHead', 'thang', 'deputyAn'] as const) {
      await world.as(person).says('/trogiup');
      expect(await forges(person, `ta:${ticket?.id}`)).toMatch(/^Anh\/chị không có quyền/);
    }
    expect((await listTickets())[0]?.decidedAt).toBeNull();
  });

  test('a question or a report typed meanwhile is no decision', async () => {
    await forwards();
    await world.as('deputyBinh').presses('Cho ý kiến');
    await world.as('deputyBinh').says('việc nào đang quá hạn?');
    await world.as('deputyBinh').says('NV14 đẩy nhanh giúp tôi');
    world.setClock('2026-07-08T09:30');
    await world.as('deputyBinh').says('dạ cảm ơn');
    expect((await listTickets())[0]?.decidedAt).toBeNull();
  });
});

describe('What waits stands in the morning brief', () => {
  beforeEach(async () => {
    await world.begin();
    await raises();
  });

  test('of the office from the next day on, and late after its day', async () => {
    await world.moveTo('2026-07-08T14:00');
    expect(lastTo('officeHead')).not.toContain('Khó khăn chờ');
    await world.moveTo('2026-07-09T07:30');
    expect(lastTo('officeHead')).toMatch(
      /🆘 Khó khăn chờ anh\/chị xử lý \(1 việc\)\n.*NV11[\s\S]*chờ anh\/chị trình lãnh đạo hoặc trả lời, trả lời trong ngày 09\/7\/2026/,
    );
    await world.moveTo('2026-07-10T07:30');
    expect(lastTo('officeHead')).toContain('đã quá hạn trả lời 09/7/2026');
  });

  test('of the leader once it was passed on, and of nobody once it is decided', async () => {
    await world.as('officeHead').presses('Trình lãnh đạo');
    await world.as('officeHead').presses('Lê Thị Bình');
    await world.moveTo('2026-07-09T07:30');
    expect(lastTo('deputyBinh')).toContain('Phiếu khó khăn chờ anh/chị cho ý kiến');
    expect(lastTo('officeHead')).not.toContain('Khó khăn chờ');
    await world.as('deputyBinh').replies('báo khó khăn ở NV11', 'Đồng ý');
    await world.moveTo('2026-07-10T07:30');
    expect(lastTo('deputyBinh')).not.toContain('chờ anh/chị cho ý kiến');
  });
});

test('A card that was held over night is not sent any more once the ticket has an answer', async () => {
  await world.begin({ at: '2026-07-08T18:00' });
  await raises();
  expect(world.as('officeHead').hears()).toEqual([]);
  await world.as('officeDeputy').says('/nv 11');
  await world.as('officeDeputy').presses('🆘 Phiếu khó khăn');
  await world.as('officeDeputy').presses('Trả lời');
  await world.as('officeDeputy').says('Văn phòng đã xử lý xong');
  await world.moveTo('2026-07-09T07:30');
  const heard = world
    .as('officeHead')
    .hears()
    .map(({ text }) => text ?? '');
  expect(heard.some((text) => text.includes('báo khó khăn ở NV11'))).toBe(false);
});

test('Before “Bắt đầu” a ticket is kept and nobody is told', async () => {
  await world.begin({ isLive: false });
  expect(await raises()).toMatch(/^Đã ghi phiếu khó khăn NV11\. Văn phòng nhận được khi/);
  expect(world.as('officeHead').hears()).toEqual([]);
});
