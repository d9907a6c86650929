import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addGrant } from '../../../src/db/queries/people.ts';
import { accounts, memberships, people } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { PEOPLE, type PersonKey, telegramIdOf } from '../../support/department.ts';
import { readTask } from '../../support/rows.ts';
import { findPersonId } from '../../support/set-up-department.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const { buttonsTo, forges, lastTo } = talkIn(() => world);

const idOf = (person: PersonKey) => world.inUseCase((useCase) => findPersonId(useCase, person));

/** The office opens somebody's sheet by a part of the name and presses a change, then its confirmation. */
async function changes(person: PersonKey, button: string): Promise<string> {
  await world.as('officeHead').says(`/nhansu ${PEOPLE[person].name}`);
  await world.as('officeHead').presses(button);
  return world.as('officeHead').presses('Đúng, thực hiện');
}

describe('The office looks its people up', () => {
  test('by unit: who has joined, and who has not', async () => {
    await world.begin({ unbound: ['thang'] });
    expect(await world.as('officeHead').says('/nhansu')).toMatch(/^Nhân sự: 11 người, 10 đã vào hệ thống/);
    const list = await world.as('officeHead').presses('P.CĐS');
    expect(list).toContain('Phòng Chuyển đổi số: 3 người, 2 đã vào');
    expect(list).toContain('▫️ Đào Văn Thắng, Chuyên viên');
    expect(buttonsTo('officeHead')).toEqual(['1', '2', '3', 'Mời 1 người chưa vào', '‹ Các đơn vị']);
  });

  test('by name, without marks', async () => {
    expect(await world.as('officeHead').says('/nhansu ly thi mai')).toMatch(
      /^Lý Thị Mai, Chuyên viên\nNhân viên, P\.CĐS · công chức\nTài khoản: đã vào hệ thống\nViệc đang mở: \d+/,
    );
    expect(await world.as('officeHead').says('/nhansu %')).toMatch(/^Không tìm thấy ai/);
  });

  test('and nobody else does, nor in a group', async () => {
    for (const person of ['director', 'digitalHead', 'mai'] as const)
      expect(await world.as(person).says('/nhansu')).toMatch(/^Anh\/chị không có quyền/);
    const sheetOfMai = await idOf('mai');
    for (const data of [`hp:${sheetOfMai}`, `hc:${sheetOfMai}:1`, `hy:${sheetOfMai}:1`, `hx:${sheetOfMai}:1`])
      expect(await forges('digitalHead', data)).toMatch(/không có quyền/);
  });
});

describe('A lost phone', () => {
  test('is cut off at once, its holder is told, and the person is invited anew', async () => {
    expect(await changes('mai', 'Mất điện thoại')).toMatch(/^Đã ghi: mất điện thoại\./);
    expect(lastTo('mai')).toMatch(/^Tài khoản này không còn gắn với Lý Thị Mai/);
    expect(await world.as('mai').says('NV11 50%')).toMatch(/^Kính chào anh\/chị\. Hệ thống chỉ phục vụ/);
    expect(buttonsTo('officeHead')).toContain('Mời');
    expect(buttonsTo('officeHead')).not.toContain('Mất điện thoại');
  });
});

describe('Somebody leaves', () => {
  test('their account and rights end, their open tasks wait for another person, what they reported stays', async () => {
    await world.as('mai').says('NV11 55%');
    expect(await changes('mai', 'Nghỉ, chuyển công tác')).toMatch(
      /^Đã ghi: nghỉ, chuyển công tác\.\n\d+ việc đang mở chưa có người thực hiện/,
    );
    const task = await readTask(world.db, 'NV11');
    expect(task.assigneeId).toBeNull();
    expect(task.state).toBe('inProgress');
    expect(lastTo('digitalHead')).toMatch(/^Lý Thị Mai không còn làm \d+ việc của đơn vị: NV/);
    const [row] = await world.db.select().from(people).where(eq(people.fullName, 'Lý Thị Mai'));
    expect(row?.leftOn).toBe('2026-07-08');
    expect(await world.as('mai').says('/viec')).toMatch(/^Kính chào/);
    expect(await world.as('digitalHead').says('/nv 11')).toContain('55%');
    expect(await world.as('officeHead').says('/nhansu Lý Thị Mai')).toMatch(/^Không có người này/);
  });

  test('not oneself, and not by a button of yesterday', async () => {
    const own = await idOf('officeHead');
    await world.as('officeHead').says('/nhansu');
    expect(await forges('officeHead', `hy:${own}:1`)).toMatch(/^Không tự thay đổi quyền/);
    const mai = await idOf('mai');
    await changes('mai', 'Nghỉ, chuyển công tác');
    expect(await forges('officeHead', `hy:${mai}:1`)).toMatch(/^Không có người này/);
  });
});

describe('Roles and rights', () => {
  test('somebody is put in charge for the time being, and decides as the head does', async () => {
    await changes('digitalHead', 'Nghỉ, chuyển công tác');
    expect(await changes('thang', 'Giao phụ trách')).toContain('Trưởng đơn vị (phụ trách), P.CĐS');
    expect(await world.as('thang').says('/phong')).toContain('P.CĐS');
    await world.as('mai').says('chuyển NV11 cho anh Thắng');
    await world.as('mai').presses('Gửi đề nghị');
    expect(lastTo('thang')).toContain('đề nghị chuyển NV11');
  });

  test('a change of role keeps what was before', async () => {
    await changes('thang', 'Giao cấp phó');
    const rows = await world.db
      .select()
      .from(memberships)
      .where(eq(memberships.personId, await idOf('thang')));
    expect(rows.map(({ role, toOn }) => [role, toOn])).toEqual([['deputyHead', null]]);
    await world.moveTo('2026-07-09T09:00');
    await changes('thang', 'Thôi chức vụ');
    const after = await world.db
      .select()
      .from(memberships)
      .where(eq(memberships.personId, await idOf('thang')));
    expect(after.map(({ role, toOn }) => [role, toOn])).toEqual([
      ['deputyHead', '2026-07-08'],
      ['staff', null],
    ]);
  });

  test('the right to run the campaign is given and taken by somebody else, and never the last one', async () => {
    expect(await changes('clerk', 'Cấp quyền điều hành')).toContain('Quyền: điều hành phong trào');
    expect(await world.as('clerk').says('/nhansu')).toMatch(/^Nhân sự/);
    expect(await forges('clerk', `hy:${await idOf('clerk')}:7`)).toMatch(/^Không tự thay đổi quyền/);
    for (const person of ['officeDeputy', 'clerk'] as const) await changes(person, 'Thu quyền điều hành');
    expect(await world.as('clerk').says('/nhansu')).toMatch(/không có quyền/);

    // Only a technical admin could take it from the last one.
    await world.inUseCase(async (useCase) =>
      addGrant(useCase.tx, {
        personId: await findPersonId(useCase, 'clerk'),
        kind: 'admin',
        fromOn: useCase.today,
      }),
    );
    const last = await idOf('officeHead');
    await world.as('clerk').says('/nhansu');
    for (const change of [1, 5, 7])
      expect(await forges('clerk', `hy:${last}:${change}`)).toMatch(/^Đây là người điều hành duy nhất/);
    expect(await world.as('officeHead').says('/nhansu')).toMatch(/^Nhân sự/);
  });

  test('somebody moves to another unit; the tasks of the former one stay there', async () => {
    await world.as('officeHead').says('/nhansu Lý Thị Mai');
    await world.as('officeHead').presses('Chuyển đơn vị');
    await world.as('officeHead').presses('P.QLKH');
    expect(await world.as('officeHead').presses('Đúng, thực hiện')).toContain('Nhân viên, P.QLKH');
    expect((await readTask(world.db, 'NV11')).assigneeId).toBeNull();
    expect(lastTo('digitalHead')).toMatch(/^Lý Thị Mai không còn làm/);
  });
});

describe('An account with power', () => {
  beforeEach(() => world.begin({ unbound: ['deputyAn', 'mai'] }));

  const linkTo = (person: PersonKey): string => {
    const code = /start=([\w-]+)/.exec(lastTo(person))?.[1];
    if (code === undefined) throw new Error(`No link in "${lastTo(person)}"`);
    return `/start ${code}`;
  };
  const accountsOf = async (person: PersonKey) =>
    world.db
      .select()
      .from(accounts)
      .where(eq(accounts.telegramUserId, telegramIdOf(person)));

  test('opens only when whoever invited sees who came and says “Đúng người”', async () => {
    await world.as('officeHead').says('/moi Nguyễn Hoàng An');
    await world.as('deputyAn').says(linkTo('officeHead'));
    expect(await world.as('deputyAn').presses('Đúng, là tôi')).toMatch(
      /^Đã nhận\. Tài khoản của Nguyễn Hoàng An/,
    );
    expect(await accountsOf('deputyAn')).toEqual([]);
    expect(await world.as('deputyAn').says('/kpi')).toMatch(/^Kính chào/);
    expect(lastTo('officeHead')).toMatch(/vừa dùng lời mời của Nguyễn Hoàng An/);
    expect(await world.as('officeHead').presses('✅ Đúng người')).toBe(
      'Đã mở tài khoản của Nguyễn Hoàng An.',
    );
    expect(lastTo('deputyAn')).toMatch(/^Đã gắn tài khoản với Nguyễn Hoàng An/);
    expect(await world.as('deputyAn').says('/kpi')).not.toMatch(/^Kính chào/);
  });

  test('stays shut when it is somebody else, who is told whom to ask', async () => {
    await world.as('officeHead').says('/moi Nguyễn Hoàng An');
    await world.as('deputyAn').says(linkTo('officeHead'));
    await world.as('deputyAn').presses('Đúng, là tôi');
    expect(await world.as('officeHead').presses('❌ Không phải')).toMatch(/^Không mở tài khoản/);
    expect(lastTo('deputyAn')).toMatch(/^Văn phòng chưa xác nhận được/);
    expect(await accountsOf('deputyAn')).toEqual([]);
  });

  test('a staff member’s opens at once', async () => {
    await world.as('officeHead').says('/moi Lý Thị Mai');
    await world.as('mai').says(linkTo('officeHead'));
    expect(await world.as('mai').presses('Đúng, là tôi')).toMatch(/^Đã gắn tài khoản với Lý Thị Mai/);
  });
});
