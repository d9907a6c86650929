import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, blockers, units } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, forges, idOf, lastTo } = talkIn(() => world);
const listBlockers = () => world.db.select().from(blockers).orderBy(asc(blockers.id));

describe('Missing money or means', () => {
  beforeEach(async () => {
    await world.begin();
    await world.db.update(units).set({ kind: 'planningFinance' }).where(eq(units.code, 'QLKH'));
  });

  test('waits for the unit that plans them, whose head is told', async () => {
    expect(await world.as('mai').says('NV11 vướng, thiếu kinh phí')).toMatch(
      /^Đã ghi nhận NV11 đang vướng, chờ P\.QLKH \(40%\)\.\n.*\nĐã báo: Bùi Đức Huy, Trương Công Minh\./,
    );
    expect((await listBlockers())[0]).toMatchObject({ isResources: true, waitingForText: 'thiếu kinh phí' });
    expect(lastTo('scienceHead')).toMatch(/^⏳ NV11 của P\.CĐS đang chờ P\.QLKH: “vướng, thiếu kinh phí”/);
  });

  test('waits for whoever else was named', async () => {
    expect(await world.as('mai').says('NV11 vướng, chờ Sở Tài chính cấp kinh phí')).toContain(
      'chờ Sở Tài chính cấp kinh phí',
    );
    expect((await listBlockers())[0]).toMatchObject({ waitingForUnitId: null });
    expect(world.as('scienceHead').hears()).toEqual([]);
  });

  test('does not wait for its own unit, and other hold-ups are none of it', async () => {
    await world.as('huong').says('NV13 vướng, thiếu kinh phí');
    await world.as('mai').says('NV11 vướng, chờ Sở Nội vụ cho ý kiến');
    expect(await listBlockers()).toMatchObject([
      { isResources: true, waitingForUnitId: null },
      { isResources: false, waitingForUnitId: null },
    ]);
  });
});

describe('The head vouches for a blocker', () => {
  beforeEach(async () => {
    await world.begin();
    await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
  });

  test('by one tap; whoever reported it is told', async () => {
    expect(buttonsTo('digitalHead')).toEqual(['Xác nhận vướng']);
    expect(await world.as('digitalHead').presses('Xác nhận vướng')).toMatch(
      /^Anh\/chị đã xác nhận NV11 đang vướng: “vướng, chờ P\.QLKH thẩm định”/,
    );
    expect(await listBlockers()).toMatchObject([{ confirmedById: await idOf('digitalHead') }]);
    expect(lastTo('mai')).toMatch(/^Trương Công Minh đã xác nhận NV11 đang vướng/);
    expect(await world.as('mai').says('/nv 11')).toContain('trưởng đơn vị đã xác nhận');
    const audit = await world.db.select().from(auditEntries).orderBy(asc(auditEntries.id));
    expect(audit.at(-1)).toMatchObject({ action: 'confirmBlocker', actorId: await idOf('digitalHead') });
  });

  test('also from the task’s card, and once', async () => {
    await world.as('digitalHead').says('/nv 11');
    await world.as('digitalHead').presses('Xác nhận vướng');
    expect(await world.as('digitalHead').presses('Xác nhận vướng')).toMatch(/^NV11 đã được quyết định/);
  });

  test('nobody else does: not the reporter, nor the unit that is waited for, nor the office', async () => {
    const [blocker] = await listBlockers();
    expect(buttonsTo('mai')).not.toContain('Xác nhận vướng');
    expect(buttonsTo('scienceHead')).toEqual([]);
    for (const person of ['mai', 'thang', 'scienceHead', 'officeHead', 'deputyBinh'] as const) {
      await world.as(person).says('/trogiup');
      expect(await forges(person, `bx:${blocker?.id}`)).toMatch(/^Anh\/chị không có quyền/);
    }
    expect((await listBlockers())[0]?.confirmedAt).toBeNull();
  });

  test('not once it is gone, and the request for it is not sent any more', async () => {
    await world.as('mai').presses('Đã gỡ vướng');
    expect(await world.as('digitalHead').presses('Xác nhận vướng')).toMatch(/^NV11 đã được quyết định/);
  });

  test('of their own report, since they are the head', async () => {
    await world.as('digitalHead').says('NV11 vướng, chờ Bộ KHCN hướng dẫn');
    expect(await world.as('digitalHead').presses('Xác nhận vướng')).toContain('chờ Bộ KHCN hướng dẫn');
    expect((await listBlockers())[1]?.confirmedAt).not.toBeNull();
  });

  test('a deputy may, but not for what they reported themselves', async () => {
    await world.as('clerk').says('NV15 vướng, chờ P.CĐS');
    const [, blocker] = await listBlockers();
    await world.as('officeDeputy').says('/trogiup');
    expect(await forges('officeDeputy', `bx:${blocker?.id}`)).toContain('đã xác nhận NV15');
    await world.as('officeDeputy').says('NV15 vướng, chờ P.QLKH');
    expect(buttonsTo('officeDeputy')).not.toContain('Xác nhận vướng');
  });
});

describe('What a blocker mutes', () => {
  beforeEach(() => world.begin({ at: '2026-07-09T09:00' }));
  // NV11 is due on Wednesday 15/7: T−3 is Friday 10/7, T−1 Tuesday 14/7.
  const isRemindedOfNv11 = (person: 'mai' | 'digitalHead', on: string) =>
    world
      .as(person)
      .hears()
      .some(
        ({ text }) => text?.startsWith(`Nhắc việc buổi sáng ${on}`) && /Sắp đến hạn[\s\S]*NV11/.test(text),
      );

  test('nothing while nobody has confirmed it', async () => {
    await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
    await world.moveTo('2026-07-10T07:30');
    expect(isRemindedOfNv11('mai', '10/7/2026')).toBe(true);
  });

  test('once confirmed, reminders before the due day, until it is gone', async () => {
    await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
    await world.as('digitalHead').presses('Xác nhận vướng');
    await world.moveTo('2026-07-10T07:30');
    expect(isRemindedOfNv11('mai', '10/7/2026')).toBe(false);
    expect(isRemindedOfNv11('digitalHead', '10/7/2026')).toBe(false);
    await world.as('mai').says('đã gỡ vướng NV11');
    await world.moveTo('2026-07-14T07:30');
    expect(isRemindedOfNv11('mai', '14/7/2026')).toBe(true);
  });

  test('nothing of what is overdue: it goes on and says who is waited for', async () => {
    await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
    await world.moveTo('2026-07-16T07:30');
    expect(lastTo('mai')).toMatch(
      /Quá hạn[\s\S]*NV11[\s\S]*⏳ Chờ P\.QLKH \(theo báo cáo, trưởng đơn vị chưa xác nhận\)/,
    );
    await world.as('digitalHead').presses('Xác nhận vướng');
    await world.moveTo('2026-07-20T07:30');
    expect(lastTo('officeHead')).toMatch(/NV11[\s\S]*⏳ Chờ P\.QLKH$/m);
  });
});

test('A blocker that was held over night is not told any more once it is gone', async () => {
  await world.begin({ at: '2026-07-08T18:00' });
  await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
  await world.as('mai').presses('Đã gỡ vướng');
  await world.moveTo('2026-07-09T07:30');
  const heard = world
    .as('scienceHead')
    .hears()
    .map(({ text }) => text ?? '');
  expect(heard.some((text) => text.startsWith('⏳ NV11'))).toBe(false);
});
