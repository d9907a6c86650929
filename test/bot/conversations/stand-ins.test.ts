import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addStandIn } from '../../../src/db/queries/requests.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import type { PersonKey } from '../../support/department.ts';
import { readTask } from '../../support/rows.ts';
import { findPersonId } from '../../support/set-up-department.ts';
import { textOf } from '../../support/speaker.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { asks, buttonsTo, lastTo } = talkIn(() => world);

/** Somebody is away from 08/7 to 10/7/2026; the tests stand on 08/7. */
const isAway = (absent: PersonKey, standIn: PersonKey) =>
  world.inUseCase(async (useCase) =>
    addStandIn(useCase.tx, {
      personId: await findPersonId(useCase, absent),
      standInId: await findPersonId(useCase, standIn),
      fromOn: '2026-07-08',
      toOn: '2026-07-10',
      recordedById: await findPersonId(useCase, 'officeHead'),
      recordedAt: useCase.now,
    }),
  );

describe('While somebody is away, the stand-in', () => {
  beforeEach(() => world.begin());

  test('reports on their tasks and finds them in the list', async () => {
    expect(await world.as('huong').says('NV11 60%')).toMatch(/^NV11 không phải việc/);
    await isAway('mai', 'huong');
    expect(await world.as('huong').says('NV11 60%')).toContain('Đã ghi nhận NV11: 60%');
    expect(await world.as('huong').says('/viec')).toContain('NV11');
  });

  test('no more once the last day is over', async () => {
    await isAway('mai', 'huong');
    world.setClock('2026-07-11T09:00');
    expect(await world.as('huong').says('NV11 60%')).toMatch(/^NV11 không phải việc/);
  });

  test('decides what is asked of a leader, and an old button of the stand-in is refused after the days', async () => {
    await isAway('deputyBinh', 'deputyAn');
    await asks('digitalHead', 'xin gia hạn NV11 đến 30/7 vì chờ góp ý');
    expect(buttonsTo('deputyAn')).toContain('✅ Duyệt');
    world.setClock('2026-07-13T09:00');
    expect(await world.as('deputyAn').presses('✅ Duyệt')).toMatch(/^Anh\/chị không có quyền/);
    expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-15');
  });

  test('hears the reminders, and for whom', async () => {
    await isAway('mai', 'thang');
    await world.liveUntil('2026-07-10T07:30');
    const heard = world.as('thang').hears().map(textOf).join();
    expect(heard).toContain('Anh/chị làm thay Lý Thị Mai.');
    expect(heard).toContain('NV11');
    expect(world.as('mai').hears().map(textOf).join()).not.toContain('Nhắc việc');
  });

  test('does not pass it on: whoever stands in for the stand-in may not', async () => {
    await isAway('mai', 'thang');
    await isAway('thang', 'huong');
    expect(await world.as('huong').says('NV11 60%')).toMatch(/^NV11 không phải việc/);
    expect(await world.as('huong').says('NV14 60%')).toContain('NV14');
  });

  test('gets no right to set the system up: that needs a grant of one’s own', async () => {
    await isAway('officeHead', 'clerk');
    expect(await world.as('clerk').says('/thietlap')).toMatch(/^Anh\/chị không có quyền/);
  });
});

describe('Whoever does the work never confirms it, for either of the two', () => {
  beforeEach(() => world.begin());

  const isReportedBy = async (person: PersonKey) => {
    await world.as(person).says('NV11 xong, số 45/KH-SKHCN ngày 07/7/2026');
    await world.as(person).presses('Đúng, ghi nhận');
  };

  test('not what one did oneself, as the stand-in of the confirmer', async () => {
    await isReportedBy('mai');
    await isAway('officeHead', 'mai');
    const { id } = await readTask(world.db, 'NV11');
    const { message_id } = world.as('mai').lastAnswer();
    expect(await world.as('mai').pressesData(message_id, `dy:${id}`)).toMatch(/^Anh\/chị không có quyền/);
    expect((await readTask(world.db, 'NV11')).state).toBe('reportedDone');
  });

  test('not the work of whoever one stands in for, as the confirmer', async () => {
    await isReportedBy('mai');
    await isAway('mai', 'officeHead');
    expect(await world.as('officeHead').presses('✅ Xác nhận')).toMatch(/^Anh\/chị không có quyền/);
  });

  test('but a stand-in who had no part in it does', async () => {
    await isAway('officeHead', 'clerk');
    await isReportedBy('mai');
    expect(lastTo('clerk')).toContain('NV11');
    await world.as('clerk').presses('✅ Xác nhận');
    expect((await readTask(world.db, 'NV11')).state).toBe('done');
  });
});
