import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMembership, addPerson } from '../../../src/db/queries/people.ts';
import { requests, standIns, taskVersions, units } from '../../../src/db/schema/index.ts';
import { personSortKey } from '../../../src/domain/text.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { countRows, readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const allRequests = () => world.db.select().from(requests).orderBy(asc(requests.id));
const { asks, buttonsTo, idOf, lastTo } = talkIn(() => world);

describe('A task is given back', () => {
  beforeEach(() => world.begin());

  test('with its reason and the unit to which it belongs; granted, it goes there', async () => {
    expect(await world.as('digitalHead').says('NV11 không thuộc phòng em, đề nghị chuyển P.QLKH')).toContain(
      'Anh/chị đề nghị trả lại NV11, chuyển cho P.QLKH, đúng không?',
    );
    await world.as('digitalHead').presses('Gửi đề nghị');
    expect(lastTo('deputyBinh')).toContain('Lý do: không thuộc phòng em, đề nghị chuyển P.QLKH');
    await world.as('deputyBinh').presses('✅ Duyệt');
    const [unit] = (await world.db.select().from(units)).filter(({ code }) => code === 'QLKH');
    expect(await readTask(world.db, 'NV11')).toMatchObject({
      leadUnitId: unit?.id,
      assigneeId: null,
      state: 'issued',
      dueOn: '2026-07-15',
    });
    expect(lastTo('scienceHead')).toMatch(
      /^📌 NV11 được Lê Thị Bình chuyển cho anh\/chị \(trước đó: P.CĐS\)/,
    );
    expect(lastTo('mai')).toContain('đã duyệt đề nghị trả lại NV11');
  });

  test('without a unit: the approver says which', async () => {
    await asks('mai', 'em không nhận việc NV11 vì đang quá tải');
    expect(await world.as('deputyBinh').presses('✅ Duyệt')).toContain('Anh/chị chuyển việc cho đơn vị nào?');
    expect(buttonsTo('deputyBinh')).toEqual(['VP', 'P.CĐS', 'P.QLKH', '❌ Không duyệt']);
    await world.as('deputyBinh').presses('P.CĐS');
    const task = await readTask(world.db, 'NV11');
    expect(task).toMatchObject({ assigneeId: null, state: 'inProgress' });
    expect(lastTo('digitalHead')).toContain('trả lại NV11, chuyển cho P.CĐS');
  });

  test('never without a reason', async () => {
    expect(await world.as('mai').says('NV11 em từ chối')).toMatch(/^Anh\/chị nêu lý do giúp/);
    expect(await allRequests()).toEqual([]);
  });

  test('refused, it stays', async () => {
    await asks('mai', 'NV11 không thuộc phòng em, đề nghị chuyển P.QLKH');
    await world.as('deputyBinh').presses('❌ Không duyệt');
    await world.as('deputyBinh').presses('Giữ như đã giao');
    expect(await readTask(world.db, 'NV11')).toMatchObject({ assigneeId: await idOf('mai') });
    expect(lastTo('mai')).toContain('Lý do: Giữ như đã giao');
  });
});

describe('A task is handed to somebody else', () => {
  beforeEach(() => world.begin());

  test('by the head inside the unit at once, after one confirmation', async () => {
    expect(await world.as('digitalHead').says('chuyển NV11 cho anh Thắng')).toContain(
      'Anh/chị chuyển NV11 cho Đào Văn Thắng, đúng không?',
    );
    expect((await readTask(world.db, 'NV11')).assigneeId).toBe(await idOf('mai'));
    expect(await world.as('digitalHead').presses('Đúng, chuyển')).toContain(
      'Trương Công Minh đã chuyển NV11 cho Đào Văn Thắng',
    );
    expect(await readTask(world.db, 'NV11')).toMatchObject({
      assigneeId: await idOf('thang'),
      state: 'inProgress',
    });
    expect(lastTo('thang')).toMatch(/^📌 NV11 được Trương Công Minh chuyển cho anh\/chị/);
    expect(lastTo('mai')).toContain('đã chuyển NV11 cho Đào Văn Thắng');
    expect(await allRequests()).toMatchObject([{ kind: 'reassignment', state: 'approved' }]);
  });

  test('asked by staff: inside the unit its head decides', async () => {
    expect(await asks('mai', 'chuyển NV11 cho anh Thắng')).toContain('tới anh/chị Trương Công Minh');
    await world.as('digitalHead').presses('✅ Duyệt');
    expect((await readTask(world.db, 'NV11')).assigneeId).toBe(await idOf('thang'));
  });

  test('asked by the head: to another unit the leader in charge decides', async () => {
    expect(await asks('digitalHead', 'chuyển NV11 cho chị Hương')).toContain('tới anh/chị Lê Thị Bình');
    expect(await world.as('deputyBinh').replies('đề nghị chuyển', 'đồng ý')).toContain('đã duyệt');
    const task = await readTask(world.db, 'NV11');
    expect(task).toMatchObject({ assigneeId: await idOf('huong'), state: 'issued' });
    expect(lastTo('huong')).toMatch(/^📌 NV11/);
    expect(await world.as('huong').says('NV11 45%')).toContain('Đã ghi nhận NV11: 45%');
  });

  test('by a leader to a unit at once', async () => {
    await world.as('deputyBinh').says('chuyển NV11 cho P.QLKH');
    await world.as('deputyBinh').presses('Đúng, chuyển');
    expect((await readTask(world.db, 'NV11')).assigneeId).toBeNull();
    expect(lastTo('scienceHead')).toMatch(/^📌 NV11 được Lê Thị Bình/);
  });

  test('not when the right is gone at the press', async () => {
    await world.as('digitalHead').says('chuyển NV11 cho anh Thắng');
    await world.as('deputyBinh').says('chuyển NV11 cho P.QLKH');
    await world.as('deputyBinh').presses('Đúng, chuyển');
    expect(await world.as('digitalHead').presses('Đúng, chuyển')).toMatch(/^Anh\/chị không có quyền/);
  });

  test.each([
    ['chuyển NV11 cho chị Mai', /đang do chính người hoặc đơn vị đó/],
    ['chuyển NV11 cho anh Bảo Khánh', /^Chưa rõ chuyển cho ai/],
    ['chuyển NV13 cho anh Thắng', /^NV13 không phải việc/],
  ])('not to nobody or the same, nor a task of others: “%s”', async (text, answer) => {
    expect(await world.as('digitalHead').says(text)).toMatch(answer);
  });

  test('of two of one name the sender chooses', async () => {
    await world.inUseCase(async ({ tx, today }) => {
      const [unit] = (await tx.select().from(units)).filter(({ code }) => code === 'CDS');
      const fullName = 'Hoàng Thắng';
      const id = await addPerson(tx, {
        fullName,
        sortKey: personSortKey(fullName),
        foldedName: 'hoang thang',
        staffKind: 'civilServant',
        joinedOn: today,
      });
      await addMembership(tx, {
        personId: id,
        unitId: unit?.id ?? 0,
        role: 'staff',
        title: 'Chuyên viên',
        isActing: false,
        fromOn: today,
      });
    });
    expect(await world.as('digitalHead').says('chuyển NV11 cho anh Thắng')).toContain('Có nhiều người');
    expect(buttonsTo('digitalHead').sort()).toEqual(['Hoàng Thắng (P.CĐS)', 'Đào Văn Thắng (P.CĐS)'].sort());
    expect(await world.as('digitalHead').presses('Đào Văn Thắng (P.CĐS)')).toContain(
      'chuyển NV11 cho Đào Văn Thắng, đúng không?',
    );
  });
});

test('A task is taken on by a sentence, once', async () => {
  await world.begin();
  const told = world.as('digitalHead').hears().length;
  expect(await world.as('mai').says('em nhận việc NV12 ạ')).toContain('NV12');
  expect((await readTask(world.db, 'NV12')).state).toBe('inProgress');
  expect(world.as('digitalHead').hears().length).toBe(told);
  const states = await countRows(world.db, taskVersions);
  await world.as('mai').says('em nhận việc NV12 ạ');
  expect(await countRows(world.db, taskVersions)).toBe(states);
});

describe('Somebody stands in', () => {
  beforeEach(() => world.begin());

  test('after the head agreed, for all tasks and the days that were named', async () => {
    expect(await world.as('mai').says('em nghỉ từ 10/7 đến 15/7, nhờ anh Thắng làm thay')).toContain(
      'Anh/chị đề nghị Đào Văn Thắng làm thay Lý Thị Mai từ 10/7/2026 đến 15/7/2026, đúng không?',
    );
    expect(await world.as('mai').presses('Gửi đề nghị')).toContain('tới anh/chị Trương Công Minh');
    expect(await countRows(world.db, standIns)).toBe(0);
    await world.as('digitalHead').presses('✅ Duyệt');
    expect(await world.db.select().from(standIns)).toMatchObject([
      {
        personId: await idOf('mai'),
        standInId: await idOf('thang'),
        fromOn: '2026-07-10',
        toOn: '2026-07-15',
      },
    ]);
    for (const person of ['mai', 'thang'] as const) expect(lastTo(person)).toContain('đã duyệt đề nghị');
    expect((await readTask(world.db, 'NV11')).assigneeId).toBe(await idOf('mai'));
  });

  test('for a head after the leader in charge agreed', async () => {
    expect(await asks('digitalHead', 'em nghỉ từ 10/7 đến 15/7, nhờ anh Thắng làm thay')).toContain(
      'tới anh/chị Lê Thị Bình',
    );
    await world.as('deputyBinh').presses('✅ Duyệt');
    expect(await countRows(world.db, standIns)).toBe(1);
  });

  test('never without its days', async () => {
    expect(await world.as('mai').says('em ốm, nhờ anh Thắng làm thay NV11')).toMatch(
      /ghi rõ những ngày nghỉ/,
    );
  });
});
