import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeTask } from '../../../src/db/queries/tasks.ts';
import { grants, memberships } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { TASKS, telegramIdOf } from '../../support/department.ts';
import { readTask } from '../../support/rows.ts';
import { findPersonId } from '../../support/set-up-department.ts';
import { buttonsOf, NEXT_MESSAGE } from '../../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  const further = Array.from({ length: 9 }, (_, i) => ({
    code: `NV${30 + i}`,
    title: `Việc thứ ${i + 1} của văn thư`,
    lead: 'VP',
    assignee: 'Lâm Thị Ý',
    due: `${10 + i}/8/2026`,
  }));
  world = await startBotWorld({ tasks: [...TASKS, ...further] });
});
afterAll(() => world.close());

describe('/trogiup says what this person can do here', () => {
  test.each([
    ['mai', 'kết quả của tôi'],
    ['digitalHead', 'kết quả của đơn vị'],
    ['director', 'kết quả toàn Sở, bấm tên đơn vị'],
    ['officeHead', 'Gửi tệp .xlsx'],
  ] as const)('%s', async (person, words) => {
    expect(await world.as(person).says('/trogiup')).toContain(words);
    expect(await world.as(person).says('/start')).toContain(words);
  });

  test('in a group it is about the group', async () => {
    expect(await world.as('mai', 'group').says('/trogiup')).toMatch(
      /^Trong nhóm, hệ thống đăng bản tin tuần/,
    );
  });

  test('the office is offered its commands beside everybody’s', async () => {
    const names = (person: 'mai' | 'officeHead') =>
      world.server.commandsOf(telegramIdOf(person), telegramIdOf(person)).map(({ command }) => command);
    expect(names('mai')).toEqual(['viec', 'nv', 'tim', 'vuong', 'giahan', 'kpi', 'trogiup']);
  });
});

describe('/viec', () => {
  test('lists my open tasks, the nearest due first, each with a button', async () => {
    const list = await world.as('mai').says('/viec');
    expect(list).toMatch(/^Việc của anh\/chị: 2 việc đang mở\n/);
    expect(list).toContain(
      'NV11 Nâng cấp nền tảng tích hợp dữ liệu\n   hạn 15/7/2026, còn 5 ngày làm việc · 40%',
    );
    expect(list.indexOf('NV11')).toBeLessThan(list.indexOf('NV12'));
    expect(buttonsOf(world.as('mai').lastAnswer())).toEqual([
      'NV11',
      'NV12',
      '🟡 Sắp đến hạn (1)',
      '▫️ Chưa tiếp nhận (1)',
    ]);
  });

  test('shows what is late and by how many working days', async () => {
    expect(await world.as('huong').says('/viec')).toContain('hạn 03/7/2026, quá hạn 3 ngày làm việc · 20%');
  });

  test('pages in place and back', async () => {
    const clerk = world.as('clerk');
    expect(await clerk.says('/viec')).toMatch(/10 việc đang mở · trang 1\/2/);
    const page = clerk.lastAnswer().message_id;
    expect(await clerk.presses('Sau ›')).toContain('trang 2/2');
    expect(clerk.lastAnswer().message_id).toBe(page);
    expect(buttonsOf(clerk.lastAnswer())).toEqual(expect.arrayContaining(['NV37', 'NV38', '‹ Trước']));
    expect(await clerk.presses('‹ Trước')).toContain('trang 1/2');
  });

  test('a page beyond the end is the last one', async () => {
    await world.as('clerk').says('/viec');
    const { message_id } = world.as('clerk').lastAnswer();
    expect(await world.as('clerk').pressesData(message_id, 'lm:4000')).toContain('trang 2/2');
  });

  test('opens the card of a task by its button', async () => {
    await world.as('mai').says('/viec');
    expect(await world.as('mai').presses('NV11')).toMatch(/^NV11 · Nhiệm vụ/);
  });

  test('keeps the unit’s list from staff, also behind a forged button', async () => {
    await world.as('mai').says('/viec');
    const { message_id } = world.as('mai').lastAnswer();
    expect(await world.as('mai').pressesData(message_id, 'lu:0')).toMatch(/^Anh\/chị không có quyền/);
  });

  test('gives a head the unit’s list', async () => {
    await world.as('digitalHead').says('/viec');
    const list = world.as('digitalHead').lastAnswer().text ?? '';
    expect(list).toMatch(/^Việc của Phòng Chuyển đổi số: 3 việc đang mở/);
    expect(list).toContain('P.CĐS (Lý Thị Mai)');
  });

  test('is not read out in a group', async () => {
    expect(await world.as('mai', 'group').says('/viec')).toMatch(/nhắn riêng/);
  });
});

describe('/nv', () => {
  test.each(['/nv 11', '/nv NV11', '/nv nv 011', '/nv #11'])('“%s” shows the card', async (text) => {
    const card = await world.as('mai').says(text);
    expect(card).toMatch(/^NV11 · Nhiệm vụ · Thường\n/);
    expect(card).toMatch(
      /1\. Rõ người: P\.CĐS – Lý Thị Mai; phối hợp: VP\n2\. Rõ việc: Nâng cấp nền tảng tích hợp dữ liệu\n3\. Rõ thời gian: hạn 15\/7\/2026.*\n4\. Rõ trách nhiệm: Trương Công Minh; lãnh đạo phụ trách: Lê Thị Bình\n5\. Rõ thẩm quyền: Giám đốc Sở\n6\. Rõ kết quả: Báo cáo\n6 rõ: 6\/6/,
    );
  });

  test('says which facets are missing', async () => {
    expect(await world.as('mai').says('/nv 12')).toContain('6 rõ: 5/6, còn thiếu: rõ thẩm quyền');
  });

  test.each([
    ['/nv 99', /^Không có việc nào mang mã NV99/],
    ['/nv abc', /^Không có việc nào mang mã abc/],
    ['/nv 13', /^NV13 không phải việc anh\/chị/],
  ])('“%s” is answered in one sentence', async (text, answer) => {
    expect(await world.as('mai').says(text)).toMatch(answer);
  });

  test('bare asks for the code', async () => {
    expect(await world.as('mai').says('/nv')).toMatch(/\/nv 12|mã/);
  });

  test('is open to the head, the leader in charge and the office, and shut to another unit', async () => {
    for (const person of ['digitalHead', 'deputyBinh', 'director', 'officeHead'] as const) {
      expect(await world.as(person).says('/nv 11')).toMatch(/^NV11 · /);
    }
    for (const person of ['huong', 'scienceHead', 'deputyAn'] as const) {
      expect(await world.as(person).says('/nv 11')).toMatch(/^NV11 không phải việc/);
    }
  });
});

describe('/kpi', () => {
  test('gives the director a picture, the figures and a button a unit', async () => {
    const [picture, figures] = (await world.as('director').says('/kpi')).split(NEXT_MESSAGE);
    const sent = world
      .as('director')
      .hears()
      .findLast((message) => message.photo !== undefined);
    expect(sent?.caption).toBe(picture);
    expect(figures).toMatch(/Đúng hạn hoặc trước hạn: 50% 🔴 \(chỉ tiêu 98%\)/);
    expect(figures).toMatch(/Tổng số nhiệm vụ: 15/);
    expect(figures).toMatch(/Đang quá hạn: 1/);
    expect(buttonsOf(world.as('director').lastAnswer())).toEqual(['VP', 'P.CĐS', 'P.QLKH']);
  });

  test('goes down to a unit and back in the same message', async () => {
    const director = world.as('director');
    await director.says('/kpi');
    const { message_id } = director.lastAnswer();
    const count = director.hears().length;
    expect(await director.presses('P.QLKH')).toMatch(/^📊 Phòng Quản lý Khoa học\n/);
    expect(await director.presses('‹ Toàn Sở')).toMatch(/^📊 Sở Khoa học và Công nghệ\n/);
    expect(director.hears()).toHaveLength(count);
    expect(director.lastAnswer().message_id).toBe(message_id);
  });

  test('gives a head the own unit only', async () => {
    expect(await world.as('digitalHead').says('/kpi')).toMatch(
      /^📊 Phòng Chuyển đổi số\n[\s\S]*Tổng số nhiệm vụ: 3/,
    );
    expect(buttonsOf(world.as('digitalHead').lastAnswer())).toEqual([]);
    const science = (await readTask(world.db, 'NV13')).leadUnitId;
    const { message_id } = world.as('digitalHead').lastAnswer();
    for (const forged of ['ka', `ku:${science}`]) {
      expect(await world.as('digitalHead').pressesData(message_id, forged)).toMatch(
        /^Anh\/chị không có quyền/,
      );
    }
  });

  test('gives staff themselves', async () => {
    expect(await world.as('huong').says('/kpi')).toMatch(/^📊 Ngô Thị Hương\n[\s\S]*Tổng số nhiệm vụ: 2/);
  });

  test('in the department’s group gives the department, whoever asks', async () => {
    expect(await world.as('mai', 'group').says('/kpi@sau_ro_bot')).toMatch(/📊 Sở Khoa học và Công nghệ\n/);
  });
});

describe('In a group the bot answers only when it is addressed', () => {
  test('not to talk among people, not even about a task', async () => {
    expect(await world.as('mai', 'group').says('NV11 60%')).toBe('');
    expect(await world.as('mai', 'group').says('mọi người xem NV11 nhé')).toBe('');
    expect(await world.as('mai', 'group').sendsFile({ name: 'a.pdf', caption: 'NV11' })).toBe('');
    expect(await world.as('mai', 'group').says('/kpi@another_bot')).toBe('');
  });

  test('to its name, as a reply to the message that asked', async () => {
    expect(await world.as('mai', 'group').says('@sau_ro_bot NV11 60%')).toContain('Đã ghi nhận NV11: 60%');
    const answer = world.as('mai', 'group').lastAnswer();
    expect(answer.reply_to_message?.text).toBe('@sau_ro_bot NV11 60%');
    await world.as('mai', 'group').presses('Hoàn tác');
  });

  test('to nobody who has not joined', async () => {
    expect(await world.as('mai', 'group').replies('Đã hoàn tác', 'cảm ơn')).not.toMatch(/Kính chào/);
  });
});

describe('Any button press whatever is answered', () => {
  test.each([
    '',
    'x',
    'u',
    'u:',
    'u:abc',
    'u:-1',
    'u:1:2',
    'u:99999999999',
    'u:2147483647',
    'tc:2147483647',
    'ku:2147483647',
    'cy:2147483647',
    'ct:1:2147483647',
    'qp:1:101',
    'dy:2147483647',
    'iy:2147483647',
    'gr:2147483647',
    'lm:2147483647',
    'DROP TABLE',
    'ă'.repeat(32),
  ])('“%s”', async (data) => {
    await world.as('mai').says('/trogiup');
    const before = await readTask(world.db, 'NV11');
    await world.as('mai').pressesData(world.as('mai').lastAnswer().message_id, data);
    expect(await readTask(world.db, 'NV11')).toEqual(before);
  });

  test('one that is not ours by a short note', async () => {
    await world.as('mai').pressesData(world.as('mai').lastAnswer().message_id, 'foreign');
    expect(world.as('mai').toast).toBe('Nút này đã cũ');
  });
});

// Last, since they change who may do what.
describe('Rights are those of the moment of the press', () => {
  test('of the card, after the task went to another unit', async () => {
    await world.as('mai').says('/viec');
    const { message_id } = world.as('mai').lastAnswer();
    const [task, thang, other] = await world.inUseCase(async (useCase) => [
      await readTask(useCase.tx, 'NV12'),
      await findPersonId(useCase, 'huong'),
      await readTask(useCase.tx, 'NV13'),
    ]);
    await world.inUseCase((useCase) =>
      changeTask(useCase.tx, task.id, { assigneeId: thang, leadUnitId: other.leadUnitId }, useCase.now),
    );
    expect(await world.as('mai').pressesData(message_id, `tc:${task.id}`)).toMatch(/^NV12 không phải việc/);
    expect(await world.as('mai').pressesData(message_id, `qp:${task.id}:50`)).toMatch(
      /^NV12 không phải việc/,
    );
  });

  test('of the units’ figures, after the role ended', async () => {
    await world.as('deputyAn').says('/kpi');
    const personId = await world.inUseCase((useCase) => findPersonId(useCase, 'deputyAn'));
    await world.db
      .update(memberships)
      .set({ fromOn: '2026-01-01', toOn: '2026-07-07' })
      .where(eq(memberships.personId, personId));
    expect(await world.as('deputyAn').presses('P.CĐS')).toMatch(/^Anh\/chị không có quyền/);
  });

  test('of the set-up, after the operator’s grant ended', async () => {
    await world.as('officeDeputy').says('/thietlap');
    const personId = await world.inUseCase((useCase) => findPersonId(useCase, 'officeDeputy'));
    await world.db
      .update(grants)
      .set({ fromOn: '2026-01-01', toOn: '2026-07-07' })
      .where(eq(grants.personId, personId));
    expect(await world.as('officeDeputy').presses('Cập nhật')).toMatch(/^Anh\/chị không có quyền/);
  });
});
