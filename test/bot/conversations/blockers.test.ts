import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blockers } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { listReports, readTask } from '../../support/rows.ts';
import { buttonsOf } from '../../support/speaker.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { forges, lastTo } = talkIn(() => world);
const listBlockers = () => world.db.select().from(blockers).orderBy(asc(blockers.id));
const openTexts = async () =>
  (await listBlockers()).filter((row) => row.closedAt === null).map((row) => row.text);

describe('What a task waits for', () => {
  beforeEach(() => world.begin());

  test('is recorded, and whoever is waited for and the own head are told', async () => {
    expect(await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định')).toMatch(
      /^Đã ghi nhận NV11 đang vướng, chờ P\.QLKH \(40%\)\.\n.*\nĐã báo: Bùi Đức Huy, Trương Công Minh\./,
    );
    expect(lastTo('scienceHead')).toMatch(
      /^⏳ NV11 của P\.CĐS đang chờ P\.QLKH: “vướng, chờ P\.QLKH thẩm định”/,
    );
    expect(lastTo('scienceHead')).toContain('báo Lý Thị Mai (P.CĐS)');
    expect(lastTo('digitalHead')).toMatch(/^⏳ NV11 đang vướng, chờ P\.QLKH/);
    expect((await listReports(world.db, 'NV11')).at(-1)).toMatchObject({ percent: 40, status: 'blocked' });
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
  });

  test('outside the department is kept as it was typed; the head is told', async () => {
    expect(await world.as('mai').says('NV11 vướng, chờ Sở Tài chính trả lời')).toMatch(
      /đang vướng, chờ Sở Tài chính trả lời.*\n.*\nĐã báo: Trương Công Minh\./,
    );
    expect((await listBlockers())[0]).toMatchObject({
      waitingForUnitId: null,
      waitingForText: 'chờ Sở Tài chính trả lời',
    });
  });

  test('comes with a figure too', async () => {
    expect(await world.as('mai').says('NV11 60% đang chờ phòng QLKH cho số liệu')).toContain('(60%)');
    expect(await openTexts()).toHaveLength(1);
  });

  test('stands even when its lower figure must be confirmed first', async () => {
    const answers = await world.as('mai').says('NV11 30% vướng chờ P.QLKH');
    expect(answers).toContain('Đã ghi nhận NV11 đang vướng');
    expect(answers).toContain('giảm tiến độ NV11 từ 40% xuống 30%');
    await world.as('mai').presses('Đúng, ghi nhận');
    expect((await listReports(world.db, 'NV11')).at(-1)?.percent).toBe(30);
  });

  test('said twice is one, several are several', async () => {
    await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
    expect(await world.as('mai').says('nv11 vướng, chờ P.QLKH thẩm định')).toContain('vẫn đang vướng');
    await world.as('mai').says('NV11 vướng, chờ Sở Tài chính trả lời');
    expect(await openTexts()).toHaveLength(2);
    const told = world
      .as('scienceHead')
      .hears()
      .filter(({ text }) => text?.startsWith('⏳'));
    expect(told).toHaveLength(1);
  });

  test('stands on the card while it stands', async () => {
    await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
    expect(await world.as('mai').says('/nv 11')).toContain('Đang vướng: “vướng, chờ P.QLKH thẩm định”');
    await world.as('mai').says('đã gỡ vướng NV11');
    expect(await world.as('mai').says('/nv 11')).not.toContain('Đang vướng');
  });

  test('by the command, and the bare command asks', async () => {
    expect(await world.as('mai').says('/vuong')).toContain('“NV11 vướng, chờ P.KHTC thẩm định”');
    expect(await world.as('mai').says('/vuong 11 chờ P.QLKH thẩm định')).toContain(
      'Đã ghi nhận NV11 đang vướng, chờ P.QLKH',
    );
  });

  test('shows markup as it was typed', async () => {
    expect(await world.as('mai').says('NV11 vướng, chờ <b>Sở A</b> & B')).toContain('<b>Sở A</b> & B');
  });

  test.each([
    ['thang', 'NV11 vướng, chờ P.QLKH', /^NV11 không phải việc/],
    ['huong', 'NV16 vướng, chờ P.CĐS', /^NV16 đã đóng/],
    ['mai', 'NV99 vướng, chờ P.CĐS', /^Không có việc nào/],
  ] as const)('%s: “%s” records nothing', async (person, text, answer) => {
    expect(await world.as(person).says(text)).toMatch(answer);
    expect(await listBlockers()).toEqual([]);
  });
});

describe('What waits no more', () => {
  beforeEach(async () => {
    await world.begin();
    await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định');
  });

  test('is closed by a sentence; whoever was told is told', async () => {
    expect(await world.as('mai').says('đã gỡ vướng NV11')).toMatch(
      /^Đã ghi nhận NV11 gỡ được vướng mắc\.\n.*\nĐã báo: Bùi Đức Huy, Trương Công Minh\./,
    );
    expect(lastTo('scienceHead')).toMatch(/^✅ NV11 đã gỡ vướng: “vướng, chờ P\.QLKH thẩm định”/);
    expect(lastTo('digitalHead')).toMatch(/^✅ NV11 đã gỡ vướng/);
    expect(await openTexts()).toEqual([]);
  });

  test('is closed by the unit that acted, and what else stands is said', async () => {
    await world.as('mai').says('NV11 vướng, chờ Sở Tài chính trả lời');
    await world.as('mai').says('/nv 11');
    expect(await world.as('mai').replies('Nâng cấp nền tảng', 'QLKH gửi số liệu rồi')).toContain(
      'Còn vướng: “vướng, chờ Sở Tài chính trả lời”',
    );
    expect(await openTexts()).toEqual(['vướng, chờ Sở Tài chính trả lời']);
  });

  test('is closed by one tap; a second press says so', async () => {
    const answer = world.as('mai').lastAnswer();
    expect(buttonsOf(answer)).toEqual(['Hoàn tác', 'Đã gỡ vướng', 'Gửi Văn phòng']);
    await world.as('mai').presses('Đã gỡ vướng');
    expect(await openTexts()).toEqual([]);
    const { id } = await readTask(world.db, 'NV11');
    const reports = (await listReports(world.db, 'NV11')).length;
    expect(await world.as('mai').pressesData(answer.message_id, `bc:${id}`)).toMatch(
      /^NV11 đã được quyết định/,
    );
    expect(await listReports(world.db, 'NV11')).toHaveLength(reports);
  });

  test('is taken back with its report', async () => {
    expect(await world.as('mai').presses('Hoàn tác')).toBe('Đã hoàn tác. NV11 trở lại 40%.');
    expect(await openTexts()).toEqual([]);
    expect(lastTo('scienceHead')).toMatch(/^✅ NV11 đã gỡ vướng/);
  });

  test('was never known of: then it is a report like any other', async () => {
    expect(await world.as('mai').says('đã gỡ vướng NV12')).toContain('Đã ghi nhận NV12');
    expect(await openTexts()).toHaveLength(1);
  });

  test('is nothing for others to press', async () => {
    const { id } = await readTask(world.db, 'NV11');
    await world.as('thang').says('/viec');
    expect(await forges('thang', `bc:${id}`)).toMatch(/^NV11 không phải việc/);
    const [report] = (await listReports(world.db, 'NV11')).slice(-1);
    expect(await forges('thang', `bu:${report?.id}:${(await listBlockers())[0]?.id}`)).toMatch(
      /^Chỉ người đã báo cáo/,
    );
    expect(await openTexts()).toHaveLength(1);
  });
});

test('Before “Bắt đầu” a blocker is recorded and nobody is told', async () => {
  await world.begin({ isLive: false });
  expect(await world.as('mai').says('NV11 vướng, chờ P.QLKH thẩm định')).not.toContain('Đã báo');
  expect(world.as('scienceHead').hears()).toEqual([]);
});
