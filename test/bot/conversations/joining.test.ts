import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  accounts,
  auditEntries,
  goLives,
  groups,
  invitations,
  outbox,
} from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { GROUP_ID, STRANGER_ID, telegramIdOf } from '../../support/department.ts';
import { countRows } from '../../support/rows.ts';
import { findPersonId, invite } from '../../support/set-up-department.ts';
import { buttonsOf } from '../../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld({ isLive: false });
});
afterAll(() => world.close());

const openAccountsOf = async (telegramUserId: number) =>
  (await world.db.select().from(accounts).where(eq(accounts.telegramUserId, telegramUserId))).filter(
    (account) => account.closedAt === null,
  );

describe('An account that nobody invited', () => {
  beforeAll(() => world.begin());

  test.each(['xin chào', '/start', '/kpi', '/viec', '/nv 11', 'NV11 60%', '/nhom'])(
    'gets one polite answer to “%s”, and nothing else',
    async (text) => {
      expect(await world.as(STRANGER_ID).says(text)).toMatch(
        /^Kính chào anh\/chị\. Hệ thống chỉ phục vụ cán bộ của cơ quan đã được mời\./,
      );
    },
  );

  test('gets it for a file too', async () => {
    expect(await world.as(STRANGER_ID).sendsFile({ name: 'a.pdf', caption: 'NV11' })).toMatch(/^Kính chào/);
  });

  test.each([
    ['a made-up code', 'khong-co-that', /^Mã mời không đúng/],
    ['a code of another shape', `${'x'.repeat(300)}`, /^Mã mời không đúng/],
  ])('is told so when it opens %s', async (_, code, answer) => {
    expect(await world.as(STRANGER_ID).says(`/start ${code}`)).toMatch(answer);
    expect(await openAccountsOf(STRANGER_ID)).toEqual([]);
  });
});

describe('An invited person', () => {
  beforeEach(() => world.begin({ unbound: ['mai'] }));

  test('confirms the name before the account is bound', async () => {
    const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    expect(await world.as('mai').says(`/start ${code}`)).toMatch(
      /Lý Thị Mai \(Chuyên viên, Phòng Chuyển đổi số\), phải không\?/,
    );
    expect(buttonsOf(world.as('mai').lastAnswer())).toEqual(['Đúng, là tôi', 'Không phải tôi']);
    expect(await openAccountsOf(telegramIdOf('mai'))).toEqual([]);
    expect(await world.as('mai').presses('Đúng, là tôi')).toMatch(/^Đã gắn tài khoản với Lý Thị Mai/);
    expect(await openAccountsOf(telegramIdOf('mai'))).toHaveLength(1);
    expect(await world.as('mai').says('NV11 60%')).toContain('Đã ghi nhận NV11');
  });

  test('who is somebody else is not bound', async () => {
    const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    await world.as('mai').says(`/start ${code}`);
    expect(await world.as('mai').presses('Không phải tôi')).toMatch(/^Chưa gắn tài khoản/);
    expect(await openAccountsOf(telegramIdOf('mai'))).toEqual([]);
  });

  test('cannot use a code after seven days', async () => {
    const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    world.setClock('2026-07-15T09:00');
    expect(await world.as('mai').says(`/start ${code}`)).toMatch(/^Mã mời đã hết hạn/);
  });

  test('cannot confirm a code that expired since it was opened', async () => {
    const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    await world.as('mai').says(`/start ${code}`);
    world.setClock('2026-07-15T09:00');
    expect(await world.as('mai').presses('Đúng, là tôi')).toMatch(/^Mã mời đã hết hạn/);
    expect(await openAccountsOf(telegramIdOf('mai'))).toEqual([]);
  });

  test('cannot use an older code once a newer one was made', async () => {
    const older = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    await world.inUseCase((useCase) => invite(useCase, 'mai'));
    expect(await world.as('mai').says(`/start ${older}`)).toMatch(/^Mã mời đã hết hạn/);
  });

  test('is the only one whom a code binds', async () => {
    const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    await world.as('mai').says(`/start ${code}`);
    await world.as('mai').presses('Đúng, là tôi');
    expect(await world.as(STRANGER_ID).says(`/start ${code}`)).toMatch(/^Mã mời đã được dùng/);
    expect(await openAccountsOf(STRANGER_ID)).toEqual([]);
  });

  test('keeps the own code: whose account is bound to another person cannot open it', async () => {
    const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    expect(await world.as('thang').says(`/start ${code}`)).toMatch(
      /^Tài khoản Telegram này đang gắn với người khác/,
    );
  });

  test('cannot be bound by pressing a number that was never offered', async () => {
    await world.inUseCase((useCase) => invite(useCase, 'mai'));
    await world.as(STRANGER_ID).says('xin chào');
    const { message_id } = world.as(STRANGER_ID).lastAnswer();
    const [newest] = (await world.db.select({ id: invitations.id }).from(invitations)).slice(-1);
    await world.as(STRANGER_ID).pressesData(message_id, `by:${newest?.id}`);
    expect(await openAccountsOf(STRANGER_ID)).toEqual([]);
  });

  test('does nothing by a code sent in a group', async () => {
    const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    expect(await world.as('mai', 'group').says(`/start ${code}`)).toBe('');
    expect(await openAccountsOf(telegramIdOf('mai'))).toEqual([]);
  });

  test('has the code stored as a hash only', async () => {
    const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
    const rows = await world.db.select().from(invitations);
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

test('A new account closes the old one, which is told; the change is in the audit', async () => {
  await world.begin();
  const code = await world.inUseCase((useCase) => invite(useCase, 'mai'));
  await world.as(STRANGER_ID).says(`/start ${code}`);
  await world.as(STRANGER_ID).presses('Đúng, là tôi');
  expect(world.as('mai').lastAnswer().text).toMatch(/^Tài khoản của Lý Thị Mai vừa được chuyển sang/);
  expect(await openAccountsOf(telegramIdOf('mai'))).toEqual([]);
  expect(await world.as('mai').says('NV11 60%')).toMatch(/^Kính chào/);
  const entries = await world.db.select().from(auditEntries).where(eq(auditEntries.action, 'rebindAccount'));
  expect(entries).toMatchObject([
    { actorId: await world.inUseCase((useCase) => findPersonId(useCase, 'mai')) },
  ]);
});

describe('Setting up by chat', () => {
  beforeEach(() => world.begin({ isLive: false, hasGroup: false }));

  test('is a checklist of the office, ended by “Bắt đầu”', async () => {
    const office = world.as('officeHead');
    expect(await office.says('/thietlap')).toMatch(
      /Nhân sự: 11 người, 4 đơn vị[\s\S]*Nhiệm vụ: 6[\s\S]*chưa nhắc ai/,
    );
    expect(await office.presses('Bắt đầu')).toContain('Đã bắt đầu');
    expect(await countRows(world.db, goLives)).toBe(1);
  });

  test('“Bắt đầu” twice starts once', async () => {
    await world.as('officeHead').says('/thietlap');
    const { message_id } = world.as('officeHead').lastAnswer();
    await world.as('officeHead').pressesData(message_id, 'gl');
    await world.as('officeHead').pressesData(message_id, 'gl');
    expect(await countRows(world.db, goLives)).toBe(1);
  });

  test('is nobody else’s', async () => {
    for (const person of ['mai', 'digitalHead', 'director'] as const) {
      expect(await world.as(person).says('/thietlap')).toMatch(/^Anh\/chị không có quyền/);
      const { message_id } = world.as(person).lastAnswer();
      expect(await world.as(person).pressesData(message_id, 'gl')).toMatch(/^Anh\/chị không có quyền/);
    }
    expect(await countRows(world.db, goLives)).toBe(0);
  });

  test('the office binds the group by /nhom typed in it, and may choose a unit', async () => {
    expect(await world.as('officeHead', 'group').says('/nhom')).toMatch(
      /^Nhóm này nhận bản tin tuần của Sở Khoa học và Công nghệ/,
    );
    expect(await world.db.select().from(groups)).toMatchObject([{ chatId: GROUP_ID, unitId: null }]);
    expect(await world.as('officeHead', 'group').presses('P.CĐS')).toContain('P.CĐS');
    const [group] = await world.db.select().from(groups);
    expect(group?.unitId).not.toBeNull();
  });

  test('nobody else binds a group', async () => {
    expect(await world.as('mai', 'group').says('/nhom')).toMatch(/^Anh\/chị không có quyền/);
    await world.as('officeHead', 'group').says('/nhom');
    expect(await world.as('mai', 'group').presses('P.CĐS')).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.db.select().from(groups)).toMatchObject([{ unitId: null }]);
  });

  test('a group that removed the bot is bound no more', async () => {
    await world.as('officeHead', 'group').says('/nhom');
    await world.server.setAccess(telegramIdOf('officeHead'), GROUP_ID, 'blocked');
    await world.settle(1);
    const [group] = await world.db.select().from(groups);
    expect(group?.unboundAt).not.toBeNull();
  });
});

describe('Senders who cannot be held to account get silence', () => {
  beforeAll(() => world.begin());

  const from = { id: 7008, is_bot: false, first_name: 'Lý Thị Mai' };
  const chat = { id: 7008, type: 'private', first_name: 'Lý Thị Mai' };
  const group = { id: GROUP_ID, type: 'supergroup', title: 'Sở KH&CN' };
  const said = { message_id: 900, date: 1_783_476_000, text: 'NV11 60%' };
  const command = { ...said, text: '/kpi', entities: [{ type: 'bot_command', offset: 0, length: 4 }] };

  test.each([
    ['forwarded text', { message: { ...said, from, chat, forward_origin: { type: 'user', date: 1 } } }],
    [
      'a forwarded command',
      { message: { ...command, from, chat, forward_origin: { type: 'user', date: 1 } } },
    ],
    [
      'text sent through another bot',
      { message: { ...said, from, chat, via_bot: { ...from, is_bot: true } } },
    ],
    [
      'an anonymous admin',
      {
        message: {
          ...command,
          from: { ...from, id: 1087968824, is_bot: true },
          sender_chat: group,
          chat: group,
        },
      },
    ],
    [
      'a person who speaks as a channel',
      { message: { ...command, from, sender_chat: { id: -5, type: 'channel' }, chat: group } },
    ],
    ['a channel post', { channel_post: { ...command, chat: { id: -5, type: 'channel', title: 'Kênh' } } }],
    ['a message without a sender', { message: { ...command, chat: group } }],
    ['another bot', { message: { ...command, from: { ...from, is_bot: true }, chat: group } }],
  ])('%s', async (_, update) => {
    const before = await countRows(world.db, outbox);
    const isDelivered = world.server.pushUpdate(update as never) !== null;
    await world.settle(isDelivered ? 1 : 0);
    expect(await countRows(world.db, outbox)).toBe(before);
  });
});
