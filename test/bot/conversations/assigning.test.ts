import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueDraft } from '../../../src/app/issue-task.ts';
import { startUseCase } from '../../../src/app/use-case.ts';
import { findPersonIdByTelegramId, loadActor } from '../../../src/db/queries/actors.ts';
import { findUnitByCode, listPeople } from '../../../src/db/queries/directory.ts';
import { addMembership, addPerson, putInCharge } from '../../../src/db/queries/people.ts';
import { listCoordinatingUnitIds } from '../../../src/db/queries/tasks.ts';
import { auditEntries, pendingActions, tasks, taskVersions } from '../../../src/db/schema/index.ts';
import { foldText, personSortKey } from '../../../src/domain/text.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { type PersonKey, TASKS, telegramIdOf } from '../../support/department.ts';
import { countRows, readTask } from '../../support/rows.ts';
import { buttonsOf, type ChatMessage } from '../../support/speaker.ts';

const ORDER = 'giao phòng CĐS tham mưu kế hoạch ATTT trước 20/7, VP phối hợp';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const dataOf = (message: ChatMessage, label: string): string =>
  message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label)?.callback_data ?? '';

const heardBy = (person: PersonKey): string => world.as(person).lastAnswer().text ?? '';

async function auditsOf(taskId: number, action: string) {
  return world.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, taskId), eq(auditEntries.action, action)));
}

/** A draft that lacks nothing, on the phone of whoever gives it. */
async function draftWhole(giver: PersonKey): Promise<void> {
  await world.as(giver).says(ORDER);
  await world.as(giver).presses('Lý Thị Mai (2)');
}

describe('A task given by one sentence', () => {
  beforeEach(() => world.begin());

  test('becomes a card of the six facets, with what is missing and what is proposed', async () => {
    expect(await world.as('director').says(ORDER)).toBe(
      [
        'Phiếu giao việc · 6 rõ: 5/6',
        '1. Rõ người: P.CĐS – ⚠️ chưa rõ; phối hợp: VP',
        '2. Rõ việc: Tham mưu kế hoạch ATTT',
        '3. Rõ thời gian: 20/7/2026 (“trước 20/7”)',
        '4. Rõ trách nhiệm: Trương Công Minh; lãnh đạo phụ trách: Lê Thị Bình (mặc định)',
        '5. Rõ thẩm quyền: Giám đốc (mặc định)',
        '6. Rõ kết quả: Kế hoạch (1 kế hoạch) (mặc định)',
        '',
        '👉 Ai thực hiện? (người ít việc đang mở đứng trước)',
      ].join('\n'),
    );
    const offered = buttonsOf(world.as('director').lastAnswer());
    expect(offered.slice(0, 3)).toEqual(['Trương Công Minh (0)', 'Đào Văn Thắng (1)', 'Lý Thị Mai (2)']);
    expect(offered).not.toContain('✅ Giao');
    expect(await countRows(world.db, tasks)).toBe(TASKS.length);
  });

  test('is issued at 6/6 on “Giao”, with the next code, its first version and an audit entry', async () => {
    await draftWhole('director');
    expect(await world.as('director').presses('✅ Giao')).toBe(
      'Đã giao NV17: Tham mưu kế hoạch ATTT\nP.CĐS – Lý Thị Mai; hạn 20/7/2026 (“trước 20/7”).\nBáo cho: Lý Thị Mai, Trương Công Minh, Trần Quốc Cường.'.replace(
        /^/,
        '✅ ',
      ),
    );
    const task = await readTask(world.db, 'NV17');
    const office = await findUnitByCode(world.db, 'VP');
    expect(task).toMatchObject({
      structure: 'single',
      state: 'issued',
      title: 'Tham mưu kế hoạch ATTT',
      startOn: '2026-07-08',
      dueOn: '2026-07-20',
      originalDueOn: '2026-07-20',
      deadlineWording: 'trước 20/7',
      authority: 'Giám đốc',
      product: 'Kế hoạch',
      measureTarget: 1,
      measureUnit: 'kế hoạch',
      // By the press its giver confirmed what was proposed.
      defaultedFacets: [],
    });
    expect(await listCoordinatingUnitIds(world.db, task.id)).toEqual([office?.id]);
    const versions = await world.db.select().from(taskVersions).where(eq(taskVersions.taskId, task.id));
    expect(versions).toMatchObject([{ state: 'issued', dueOn: '2026-07-20', supersededAt: null }]);
    expect(await auditsOf(task.id, 'issueTask')).toHaveLength(1);
    expect(await world.as('mai').says('/nv 17')).toContain('6 rõ: 6/6');
  });

  test('is told to its assignee and its head, and to the helping unit what is theirs', async () => {
    await draftWhole('director');
    await world.as('director').presses('✅ Giao');
    expect(heardBy('mai')).toContain('Phan Văn Giám giao anh/chị việc NV17 (P.CĐS).');
    expect(buttonsOf(world.as('mai').lastAnswer())).toEqual(['✅ Nhận việc', '↩️ Trả lại', 'NV17']);
    expect(heardBy('digitalHead')).toContain('giao P.CĐS việc NV17; người thực hiện: Lý Thị Mai');
    expect(heardBy('officeHead')).toContain('VP phối hợp việc NV17; P.CĐS chủ trì');
  });

  test('takes at most four taps, even when only the unit and the work were said', async () => {
    const director = world.as('director');
    await director.says('giao phòng CĐS rà soát phần mềm');
    for (const tap of ['Đào Văn Thắng (1)', '10 ngày làm việc: 22/7/2026', 'Văn bản', '✅ Giao']) {
      await director.presses(tap);
    }
    expect(await readTask(world.db, 'NV17')).toMatchObject({ dueOn: '2026-07-22', product: 'Văn bản' });
  });

  test('“trước 20/7” is 20/7, and 19/7 by one more tap', async () => {
    await draftWhole('director');
    expect(await world.as('director').presses('Hạn 19/7/2026')).toContain('3. Rõ thời gian: 19/7/2026');
    expect(buttonsOf(world.as('director').lastAnswer())).toContain('Hạn 20/7/2026');
    await world.as('director').presses('✅ Giao');
    expect((await readTask(world.db, 'NV17')).dueOn).toBe('2026-07-19');
  });

  test('by the office names a person, and the leader in charge decides', async () => {
    const card = await world
      .as('officeHead')
      .says('giao anh Thắng soạn báo cáo mất sóng, hạn thứ 6 tuần sau');
    expect(card).toContain('1. Rõ người: P.CĐS – Đào Văn Thắng');
    expect(card).toContain('3. Rõ thời gian: 17/7/2026');
    expect(card).toContain('5. Rõ thẩm quyền: Phó Giám đốc phụ trách (mặc định)');
    expect(buttonsOf(world.as('officeHead').lastAnswer())).toContain('✅ Giao');
  });

  test('that repeats becomes a series with its dated occurrences', async () => {
    await world.as('digitalHead').says('/giao báo cáo vận hành nền tảng, ngày 25 hằng tháng');
    await world.as('digitalHead').presses('Đào Văn Thắng (1)');
    await world.as('digitalHead').presses('✅ Giao');
    expect(await readTask(world.db, 'NV17')).toMatchObject({
      structure: 'series',
      dueOn: null,
      cadence: { every: 'month', day: 25 },
      authority: 'Trưởng đơn vị',
    });
    expect(await readTask(world.db, 'NV17.2607')).toMatchObject({ dueOn: '2026-07-25', state: 'issued' });
  });

  test('before “Bắt đầu” is told to nobody, and that is said', async () => {
    await world.begin({ isLive: false });
    await draftWhole('director');
    expect(await world.as('director').presses('✅ Giao')).toContain('Hệ thống không nhắn cho ai khác');
    expect(world.as('mai').hears()).toEqual([]);
  });
});

describe('Step by step', () => {
  beforeEach(() => world.begin());

  test('the sentence is asked for, and everything else by buttons and typed answers', async () => {
    const director = world.as('director');
    expect(await director.says('/giao')).toMatch(/^Anh\/chị viết việc cần giao trong một câu, ví dụ:/);
    expect(await director.says('rà soát kho hồ sơ')).toContain('Giao cho đơn vị nào?');
    expect(buttonsOf(director.lastAnswer()).slice(0, 3)).toEqual(['VP', 'P.CĐS', 'P.QLKH']);
    expect(await director.presses('P.QLKH')).toContain('Ai thực hiện?');
    expect(await director.replies('Ai thực hiện', 'chị Hương')).toContain('P.QLKH – Ngô Thị Hương');
    expect(await director.replies('Hạn khi nào', 'thứ 6 tuần sau')).toContain('17/7/2026');
    await director.presses('✏️ Gõ câu trả lời');
    expect(await director.says('2 báo cáo')).toContain('6. Rõ kết quả: 2 báo cáo');
    await director.presses('✅ Giao');
    expect(await readTask(world.db, 'NV17')).toMatchObject({
      title: 'Rà soát kho hồ sơ',
      product: '2 báo cáo',
      measureTarget: 2,
      measureUnit: 'báo cáo',
    });
  });

  test('begins with the unit when no sentence is typed, and the work is asked for', async () => {
    const director = world.as('director');
    await director.says('/giao');
    await director.presses('Chọn từng bước');
    await director.presses('VP');
    await director.presses('Trần Quốc Cường (0)');
    expect(await director.replies('Việc cần làm là gì', 'lập kế hoạch tiếp dân')).toContain(
      '6. Rõ kết quả: Kế hoạch (1 kế hoạch) (mặc định)',
    );
  });

  test('what was filled in can be changed before it is issued', async () => {
    const director = world.as('director');
    await draftWhole('director');
    await director.presses('✏️ Thẩm quyền');
    expect(await director.presses('Trưởng đơn vị')).toContain('5. Rõ thẩm quyền: Trưởng đơn vị\n');
    await director.presses('✏️ Người');
    await director.presses('‹ Đơn vị khác');
    expect(await director.presses('VP')).toContain('1. Rõ người: VP – ⚠️ chưa rõ\n');
    expect(buttonsOf(director.lastAnswer())).not.toContain('✅ Giao');
  });

  test.each([
    ['31/6', 'Ngày vừa viết không có trong lịch'],
    ['01/7/2026', 'Hạn vừa viết đã qua'],
    ['khi nào rảnh', 'Chưa hiểu hạn vừa viết'],
  ])('the deadline “%s” is not taken, and asked for again', async (typed, answer) => {
    await world.as('director').says('giao phòng CĐS, anh Thắng rà soát phần mềm');
    const card = await world.as('director').replies('Hạn khi nào', typed);
    expect(card).toContain(`⚠️ ${answer}`);
    expect(card).toContain('Hạn khi nào?');
  });

  test('a name that nobody of the unit has is said, and one that two have is chosen by a button', async () => {
    await addColleague('Hồ Văn Thắng', 'CDS');
    const director = world.as('director');
    await director.says('giao phòng CĐS rà soát phần mềm');
    expect(await director.replies('Ai thực hiện', 'anh Bảo')).toContain('Không thấy “anh Bảo”');
    await director.replies('Ai thực hiện', 'anh Thắng');
    expect(buttonsOf(director.lastAnswer()).slice(0, 2)).toEqual(['Hồ Văn Thắng (0)', 'Đào Văn Thắng (1)']);
    expect(await director.presses('Hồ Văn Thắng (0)')).toContain('P.CĐS – Hồ Văn Thắng');
  });

  test('the people of a large unit are turned over by pages', async () => {
    for (const given of ['Ân', 'Bảo', 'Cúc', 'Dũng', 'Em', 'Giang']) await addColleague(`Hồ ${given}`, 'CDS');
    const director = world.as('director');
    await director.says('giao phòng CĐS rà soát phần mềm');
    expect(buttonsOf(director.lastAnswer())).toContain('Sau ›');
    await director.presses('Sau ›');
    expect(buttonsOf(director.lastAnswer()).slice(0, 4)).toEqual([
      'Trương Công Minh (0)',
      'Đào Văn Thắng (1)',
      'Lý Thị Mai (2)',
      '‹ Trước',
    ]);
  });

  async function addColleague(fullName: string, unitCode: string): Promise<void> {
    await world.inUseCase(async ({ tx, today }) => {
      const personId = await addPerson(tx, {
        code: null,
        fullName,
        foldedName: foldText(fullName),
        sortKey: personSortKey(fullName),
        gender: null,
        staffKind: 'civilServant',
        joinedOn: today,
        leftOn: null,
      });
      const unit = await findUnitByCode(tx, unitCode);
      await addMembership(tx, {
        personId,
        unitId: unit?.id ?? 0,
        role: 'staff',
        title: 'Chuyên viên',
        isActing: false,
        fromOn: today,
        toOn: null,
      });
    });
  }
});

describe('A typed text answers a draft only when it was asked for', () => {
  beforeEach(() => world.begin());

  test('not while a card merely stands in the chat', async () => {
    await world.as('director').says('giao phòng CĐS rà soát phần mềm');
    expect(await world.as('director').says('chị Mai')).not.toContain('Phiếu giao việc');
  });

  test('not ten minutes after it was asked', async () => {
    await world.as('director').says('/giao');
    world.setClock('2026-07-08T09:11');
    expect(await world.as('director').says('rà soát kho hồ sơ')).not.toContain('Phiếu giao việc');
  });

  test('not when it begins with a code: that is about that task', async () => {
    await world.as('digitalHead').says('/giao');
    expect(await world.as('digitalHead').says('NV11 60%')).toContain('Đã ghi nhận NV11: 60%');
    expect(await world.as('digitalHead').says('rà soát kho hồ sơ')).toContain(
      '2. Rõ việc: Rà soát kho hồ sơ',
    );
  });

  test('and a reply to the card answers the question that stands on it, however late', async () => {
    await world.as('director').says('giao phòng CĐS rà soát phần mềm');
    world.setClock('2026-07-08T16:00');
    expect(await world.as('director').replies('Ai thực hiện', 'chị Mai')).toContain('P.CĐS – Lý Thị Mai');
  });
});

describe('Who may give tasks', () => {
  beforeAll(() => world.begin());

  test.each([
    ['mai', '/giao'],
    ['mai', 'giao phòng CĐS rà soát phần mềm'],
    ['clerk', '/giao rà soát phần mềm'],
  ] as const)('%s may not: “%s”', async (person, text) => {
    expect(await world.as(person).says(text)).toMatch(/^Anh\/chị không có quyền/);
    expect(await countRows(world.db, pendingActions)).toBe(0);
  });

  test('a head only inside the unit, which need not be named', async () => {
    expect(await world.as('digitalHead').says('giao phòng QLKH rà soát phần mềm')).toMatch(
      /^Anh\/chị không giao việc cho P\.QLKH được/,
    );
    expect(await world.as('digitalHead').says('/giao rà soát phần mềm')).toContain('1. Rõ người: P.CĐS –');
  });

  test('a deputy director only in the own field', async () => {
    expect(await world.as('deputyAn').says(ORDER)).toMatch(/^Anh\/chị không giao việc cho P\.CĐS được/);
    expect(await world.as('deputyBinh').says(ORDER)).toContain('6 rõ: 5/6');
  });

  test('in a group nothing is drafted: a link leads to the private chat', async () => {
    const before = await countRows(world.db, pendingActions);
    for (const text of [`@sau_ro_bot ${ORDER}`, '/giao@sau_ro_bot phòng CĐS rà soát phần mềm']) {
      const answer = await world.as('director', 'group').says(text);
      expect(answer).toBe('Việc này làm trong tin nhắn riêng: nhắn riêng cho hệ thống.');
    }
    expect(await countRows(world.db, pendingActions)).toBe(before);
  });

  test('is asked again when “Giao” is pressed: somebody else may be in charge by then', async () => {
    await draftWhole('deputyBinh');
    await world.inUseCase(async ({ tx }) => {
      const unit = await findUnitByCode(tx, 'CDS');
      const personId = await findPersonIdByTelegramId(tx, telegramIdOf('deputyAn'));
      await putInCharge(tx, {
        unitId: unit?.id ?? 0,
        personId: personId ?? 0,
        fromOn: '2026-07-09',
        previousToOn: '2026-07-08',
      });
    });
    world.setClock('2026-07-09T08:00');
    expect(await world.as('deputyBinh').presses('✅ Giao')).toMatch(/^Anh\/chị không giao việc cho P\.CĐS/);
    expect(await countRows(world.db, tasks)).toBe(TASKS.length);
  });
});

describe('A draft', () => {
  beforeEach(() => world.begin());

  test('is issued once: the second press is told so', async () => {
    await draftWhole('director');
    const card = world.as('director').lastAnswer();
    await world.as('director').pressesData(card.message_id, dataOf(card, '✅ Giao'));
    expect(await world.as('director').pressesData(card.message_id, dataOf(card, '✅ Giao'))).toContain(
      'đã được quyết định',
    );
    expect(await countRows(world.db, tasks)).toBe(TASKS.length + 1);
  });

  test('is not issued below 6/6, whatever a client presses', async () => {
    await world.as('director').says('giao phòng CĐS, anh Thắng rà soát phần mềm');
    const card = world.as('director').lastAnswer();
    const draftId = dataOf(card, 'Bỏ phiếu này').split(':')[1];
    expect(await world.as('director').pressesData(card.message_id, `wy:${draftId}`)).toContain(
      'chưa đủ 6 rõ',
    );
    expect(await countRows(world.db, tasks)).toBe(TASKS.length);
  });

  test('is nobody else’s', async () => {
    await draftWhole('director');
    const data = dataOf(world.as('director').lastAnswer(), '✅ Giao');
    await world.as('deputyBinh').says('/trogiup');
    const { message_id } = world.as('deputyBinh').lastAnswer();
    expect(await world.as('deputyBinh').pressesData(message_id, data)).toMatch(/^Anh\/chị không có quyền/);
  });

  test('ends with /huy, the newest first, or with its button', async () => {
    await world.as('director').says(ORDER);
    await world.as('director').says('giao phòng CĐS rà soát phần mềm');
    expect(await world.as('director').says('/huy')).toContain('Đã bỏ phiếu giao việc “Rà soát phần mềm”');
    expect(await world.as('director').presses('Bỏ phiếu này')).toContain('đã được quyết định');
    expect(await world.as('director').says('/huy')).toContain('Tham mưu kế hoạch ATTT');
    expect(await world.as('director').says('/huy')).toMatch(/^Anh\/chị không có phiếu giao việc nào/);
  });

  test('ends after a day', async () => {
    await draftWhole('director');
    world.setClock('2026-07-09T09:01');
    expect(await world.as('director').presses('✅ Giao')).toMatch(/^Nút này đã cũ/);
    expect(await world.as('director').says('/huy')).toMatch(/^Anh\/chị không có phiếu giao việc nào/);
  });

  test('of several that are issued at once gets a code of its own', async () => {
    await draftWhole('director');
    const [whole] = await world.db.select().from(pendingActions);
    if (whole === undefined) throw new Error('There is no draft');
    const { id: _, ...copied } = whole;
    await world.db.insert(pendingActions).values(Array.from({ length: 7 }, () => copied));
    const drafts = await world.db.select().from(pendingActions);
    const words = { director: 'Giám đốc', leaderInCharge: 'Phó Giám đốc', head: 'Trưởng phòng' };
    const issued = await Promise.all(
      drafts.map(({ id, personId }) =>
        world.db.transaction(async (tx) => {
          const useCase = startUseCase(tx, world.plan, world.clock.now(), 'chat');
          const actor = await loadActor(tx, personId, useCase.today);
          if (actor === null) throw new Error('The giver has left');
          return issueDraft(useCase, actor, id, words);
        }),
      ),
    );
    const codes = issued.map(({ code }) => code).sort();
    expect(codes).toEqual(['NV17', 'NV18', 'NV19', 'NV20', 'NV21', 'NV22', 'NV23', 'NV24']);
  });
});

describe('A draft takes no forged answer', () => {
  beforeAll(() => world.begin());

  test.each([
    ['a person of another unit', 'wp', 'huong', /^Không thấy người này/],
    ['a day that is no day', 'wd', 20_261_399, /^Nút này đã cũ/],
    ['a day that is over', 'wd', 20_260_707, /^Hạn này đã qua/],
    ['a product that is none', 'wr', 99, /^Nút này đã cũ/],
    ['a level that is none', 'wa', 3, /^Nút này đã cũ/],
    ['a facet that is not to be asked', 'wf', 3, /^Nút này đã cũ/],
    ['a unit that is none', 'wu', 999, /^Anh\/chị không có quyền/],
  ] as const)('%s', async (_, code, argument, answer) => {
    await world.as('director').says(ORDER);
    const card = world.as('director').lastAnswer();
    const draftId = dataOf(card, 'Bỏ phiếu này').split(':')[1];
    const number =
      typeof argument === 'number'
        ? argument
        : await findPersonIdByTelegramId(world.db, telegramIdOf(argument));
    expect(await world.as('director').pressesData(card.message_id, `${code}:${draftId}:${number}`)).toMatch(
      answer,
    );
  });
});

describe('“Nhận việc”', () => {
  beforeEach(async () => {
    await world.begin();
    await draftWhole('director');
    await world.as('director').presses('✅ Giao');
  });

  test('by the assignee begins the work, once', async () => {
    const card = world.as('mai').lastAnswer();
    expect(await world.as('mai').presses('✅ Nhận việc')).toContain('Lý Thị Mai đã nhận NV17');
    const task = await readTask(world.db, 'NV17');
    expect(task.state).toBe('inProgress');
    expect(await auditsOf(task.id, 'acceptTask')).toHaveLength(1);
    expect(await world.as('mai').pressesData(card.message_id, dataOf(card, '✅ Nhận việc'))).toMatch(
      /^NV17 đã được nhận/,
    );
    expect(await auditsOf(task.id, 'acceptTask')).toHaveLength(1);
  });

  test('by the head of the unit too, but by nobody else', async () => {
    const { id } = await readTask(world.db, 'NV17');
    for (const person of ['thang', 'officeHead', 'scienceHead', 'director'] as const) {
      await world.as(person).says('/trogiup');
      const { message_id } = world.as(person).lastAnswer();
      expect(await world.as(person).pressesData(message_id, `ay:${id}`)).toMatch(/^Anh\/chị không có quyền/);
    }
    await world.as('digitalHead').presses('✅ Nhận việc');
    expect((await readTask(world.db, 'NV17')).state).toBe('inProgress');
  });

  test('“Trả lại” says how to write it, and changes nothing', async () => {
    expect(await world.as('mai').presses('↩️ Trả lại')).toMatch(/^Để trả lại NV17, anh\/chị nhắn lý do/);
    expect((await readTask(world.db, 'NV17')).state).toBe('issued');
  });
});

describe('A person put on a task', () => {
  beforeEach(() => world.begin());

  test.each(['giao anh Thắng làm NV12', 'NV12 giao anh Thắng', '/giao anh Thắng NV12'])(
    'by “%s” is confirmed by the head, then both people are told',
    async (text) => {
      expect(await world.as('digitalHead').says(text)).toBe(
        'Giao NV12 cho Đào Văn Thắng (đang có 1 việc mở)?\nKiểm thử an toàn thông tin\nHiện do Lý Thị Mai thực hiện.',
      );
      const before = await readTask(world.db, 'NV12');
      await world.as('digitalHead').presses('Đúng, giao');
      const task = await readTask(world.db, 'NV12');
      const thang = (await listPeople(world.db, '2026-07-08')).find((p) => p.fullName === 'Đào Văn Thắng');
      expect(task.assigneeId).toBe(thang?.id);
      expect(await auditsOf(task.id, 'assignPerson')).toMatchObject([
        { before: { assigneeId: before.assigneeId }, after: { assigneeId: thang?.id } },
      ]);
      expect(heardBy('thang')).toContain('Trương Công Minh giao anh/chị việc NV12');
      expect(heardBy('mai')).toContain('NV12 từ nay do Đào Văn Thắng thực hiện');
    },
  );

  test('nothing changes on “Không giao”, and a second press is told that it is decided', async () => {
    const before = await readTask(world.db, 'NV12');
    await world.as('digitalHead').says('giao anh Thắng làm NV12');
    const card = world.as('digitalHead').lastAnswer();
    await world.as('digitalHead').presses('Không giao');
    expect(await world.as('digitalHead').pressesData(card.message_id, dataOf(card, 'Đúng, giao'))).toContain(
      'đã được quyết định',
    );
    expect((await readTask(world.db, 'NV12')).assigneeId).toBe(before.assigneeId);
  });

  test('a day said beside the name moves no due day, and that is said', async () => {
    expect(await world.as('director').says('NV12 giao anh Thắng, xong trước 20/7')).toContain(
      'Hạn giữ nguyên 31/8/2026',
    );
  });

  test('takes no forged person, and the card can still be pressed', async () => {
    await world.as('digitalHead').says('giao anh Thắng làm NV12');
    const card = world.as('digitalHead').lastAnswer();
    const pendingId = dataOf(card, 'Không giao').split(':')[1];
    const huong = await findPersonIdByTelegramId(world.db, telegramIdOf('huong'));
    expect(await world.as('digitalHead').pressesData(card.message_id, `py:${pendingId}:${huong}`)).toMatch(
      /^Nút này đã cũ/,
    );
    expect(await world.as('digitalHead').presses('Đúng, giao')).toContain('Đã giao NV12 cho Đào Văn Thắng');
  });
});

describe('Nobody is put on a task', () => {
  beforeAll(() => world.begin());

  test.each([
    ['digitalHead', 'giao chị Hương làm NV12', /^Không thấy người này trong P\.CĐS/],
    ['digitalHead', 'giao chị Mai làm NV12', /^NV12 đang do chính người/],
    ['digitalHead', 'giao anh Thắng làm NV99', /^Không có việc nào mang mã NV99/],
    ['digitalHead', 'giao chị Hương làm NV13', /^NV13 không phải việc/],
    ['mai', 'giao anh Thắng làm NV12', /^Anh\/chị không có quyền/],
    ['director', 'giao chị Hương làm NV16', /^NV16 đã đóng/],
  ] as const)('by %s: “%s”', async (person, text, answer) => {
    expect(await world.as(person).says(text)).toMatch(answer);
    expect(await countRows(world.db, pendingActions)).toBe(0);
  });
});
