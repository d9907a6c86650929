import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findUnitByCode } from '../../src/db/queries/directory.ts';
import { addGrant, addMembership, addPerson } from '../../src/db/queries/people.ts';
import { accounts, difficultyTickets, requests } from '../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { type PersonKey, telegramIdOf } from '../support/department.ts';
import { explainingIn } from '../support/explaining.ts';
import { readTask } from '../support/rows.ts';

/**
 * Who may do what to a task, tried by everybody over HTTP. The table below is the plan's matrix (R44–R66) in its own
 * words; it is compared with what the bot answers, not with the product's own table of rights.
 */

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const MONITOR_ID = 7101;
const ADMIN_ID = 7102;

/** Everybody, by how they stand to a task of P.CĐS that Lý Thị Mai does. */
const CAST = {
  doer: 'mai',
  colleague: 'thang',
  head: 'digitalHead',
  otherHead: 'scienceHead',
  otherStaff: 'huong',
  operator: 'officeHead',
  clerk: 'clerk',
  leaderInCharge: 'deputyBinh',
  otherLeader: 'deputyAn',
  director: 'director',
  monitor: MONITOR_ID,
  admin: ADMIN_ID,
} as const satisfies Record<string, PersonKey | number>;
type Standing = keyof typeof CAST;
const STANDINGS = Object.keys(CAST) as Standing[];

const speaker = (standing: Standing) => world.as(CAST[standing]);

/** The department, with a monitor of the union and a technical admin. */
async function begin(): Promise<void> {
  await world.begin();
  await world.inUseCase(async ({ tx, today, now }) => {
    const person = { staffKind: 'publicEmployee' as const, joinedOn: today };
    const names = { monitor: 'Võ Thị Đoàn', admin: 'Hồ Văn Máy' };
    const ids = new Map<string, number>();
    for (const [key, fullName] of Object.entries(names)) {
      ids.set(key, await addPerson(tx, { ...person, fullName, foldedName: key, sortKey: key }));
    }
    const unit = await findUnitByCode(tx, 'QLKH');
    const [monitorId = 0, adminId = 0] = ids.values();
    const place = { unitId: unit?.id ?? 0, title: 'Bí thư', isActing: false, fromOn: today };
    await addMembership(tx, { ...place, personId: monitorId, role: 'monitor' });
    await addGrant(tx, { personId: adminId, kind: 'admin', fromOn: today });
    const account = { boundAt: now, reach: 'ok' as const };
    await tx.insert(accounts).values([
      { ...account, personId: monitorId, telegramUserId: MONITOR_ID },
      { ...account, personId: adminId, telegramUserId: ADMIN_ID },
    ]);
  });
}

/** Refused in words, or a leader's statement taken for what a leader may say: a directive, which waits for a yes. */
const REFUSED =
  /không có quyền|không phải việc anh\/chị được giao|chỉ nhập hộ tiến độ|Nút này đã cũ|Ghi thành ý kiến chỉ đạo/;

interface Action {
  /** What must stand before it can be tried. */
  before?: () => Promise<void>;
  /** Tries it, whatever buttons this person was ever shown. */
  try: (standing: Standing) => Promise<string>;
  allowed: readonly Standing[];
}

const says = (text: string) => (standing: Standing) => speaker(standing).says(text);

/** Presses data that somebody wrote by hand under a message of their own. */
async function forges(standing: Standing, data: string): Promise<string> {
  await speaker(standing).says('/trogiup');
  const answer = await speaker(standing).pressesData(speaker(standing).lastAnswer().message_id, data);
  return answer === '' ? speaker(standing).toast : answer;
}

async function asksExtension(): Promise<void> {
  await world.as('mai').says('xin gia hạn NV11 đến 20/7 vì chờ góp ý');
  await world.as('mai').presses('Gửi đề nghị');
}
const reportsDone = (person: PersonKey, code: string) => async () => {
  await world.as(person).says(`${code} xong, sản phẩm 45/KH-SKHCN ngày 03/7/2026`);
  await world.as(person).presses('Đúng, ghi nhận');
};
async function raisesTicket(): Promise<void> {
  await world.as('mai').says('NV11 vướng, chờ Sở Tài chính trả lời');
  await world.as('mai').presses('Gửi Văn phòng');
}

const explaining = explainingIn(() => world);

const requestId = async () => (await world.db.select().from(requests))[0]?.id ?? 0;
const ticketId = async () => (await world.db.select().from(difficultyTickets))[0]?.id ?? 0;
const taskId = async (code: string) => (await readTask(world.db, code)).id;

/** Nobody but these; everybody else is refused in words, and nothing changes. */
const ACTIONS: Record<string, Action> = {
  'reads the card': {
    try: says('/nv 11'),
    allowed: ['doer', 'head', 'operator', 'leaderInCharge', 'director'],
  },
  'reports progress': { try: says('NV11 50%'), allowed: ['doer', 'head', 'operator'] },
  'reports it done': {
    try: says('NV11 xong, sản phẩm 45/KH-SKHCN ngày 03/7/2026'),
    allowed: ['doer', 'head'],
  },
  'says what holds it up': {
    try: says('NV11 vướng, chờ Sở Tài chính trả lời'),
    allowed: ['doer', 'head', 'operator'],
  },
  'asks for more time': {
    try: says('xin gia hạn NV11 đến 20/7 vì chờ góp ý'),
    allowed: ['doer', 'head'],
  },
  'decides more time': {
    before: asksExtension,
    try: async (standing) => forges(standing, `ry:${await requestId()}`),
    allowed: ['leaderInCharge', 'director'],
  },
  'refuses more time': {
    before: asksExtension,
    try: async (standing) => forges(standing, `rf:${await requestId()}:0`),
    allowed: ['leaderInCharge', 'director'],
  },
  'withdraws what the doer asked': {
    before: asksExtension,
    try: async (standing) => forges(standing, `rw:${await requestId()}`),
    allowed: ['doer'],
  },
  'confirms the result': {
    before: reportsDone('mai', 'NV11'),
    try: async (standing) => forges(standing, `dy:${await taskId('NV11')}`),
    allowed: ['operator', 'leaderInCharge', 'director'],
  },
  'gives the result back': {
    before: reportsDone('mai', 'NV11'),
    try: async (standing) => forges(standing, `df:${await taskId('NV11')}:0`),
    allowed: ['operator', 'leaderInCharge', 'director'],
  },
  'confirms the result of a trọng tâm task': {
    before: reportsDone('thang', 'NV14'),
    try: async (standing) => forges(standing, `dy:${await taskId('NV14')}`),
    allowed: ['leaderInCharge', 'director'],
  },
  'reminds of it now': {
    try: says('/dondoc NV11'),
    allowed: ['head', 'operator', 'leaderInCharge', 'director'],
  },
  'gives the leader’s word': { try: says('/chidao NV11 làm ngay'), allowed: ['leaderInCharge', 'director'] },
  'names another person': {
    try: says('phân công Đào Văn Thắng làm NV11'),
    allowed: ['head', 'operator', 'leaderInCharge', 'director'],
  },
  'orders it suspended': {
    try: async (standing) => forges(standing, `rq:${await taskId('NV11')}:5`),
    allowed: ['doer', 'head', 'leaderInCharge', 'director'],
  },
  'takes a difficulty to a leader': {
    before: raisesTicket,
    try: async (standing) => forges(standing, `tf:${await ticketId()}`),
    allowed: ['operator'],
  },
  'looks after people': { try: says('/nhansu'), allowed: ['operator', 'admin'] },
  invites: { try: says('/moi'), allowed: ['operator', 'admin'] },
  'looks after units': { try: says('/donvi'), allowed: ['operator', 'admin'] },
  'starts the campaign': { try: (standing) => forges(standing, 'gl'), allowed: ['operator'] },
  imports: { try: says('/nhap'), allowed: ['operator', 'admin'] },
};

describe.each(Object.entries(ACTIONS))('Who %s', (_, action) => {
  test('are those whom the plan names, and nobody else', async () => {
    const found: Standing[] = [];
    await begin();
    await action.before?.();
    for (const standing of STANDINGS) {
      const answer = await action.try(standing);
      if (REFUSED.test(answer)) continue;
      found.push(standing);
      // What was allowed has changed something: the next one meets the department as it was.
      await begin();
      await action.before?.();
    }
    expect(found).toEqual(STANDINGS.filter((standing) => action.allowed.includes(standing)));
  });
});

describe('Who decides an explanation', () => {
  test('is the leader in charge of the unit or the director, whose unit it is not', async () => {
    await begin();
    await world.moveTo('2026-07-08T14:00');
    await explaining.explain();
    const shown = world.as('deputyAn').lastAnswer().reply_markup?.inline_keyboard.flat() ?? [];
    const data = shown.flatMap((one) => one.callback_data ?? []).find((one) => one.startsWith('xa:')) ?? '';
    const answer = async (standing: Standing) => forges(standing, data);
    const others = STANDINGS.filter((standing) => standing !== 'otherLeader' && standing !== 'director');
    for (const standing of others)
      expect([standing, await answer(standing)]).toEqual([standing, expect.stringMatching(REFUSED)]);
    expect(await answer('otherLeader')).not.toMatch(REFUSED);
  });
});

describe('A right ends when it is taken back', () => {
  test('an old button under an old message does nothing more', async () => {
    await begin();
    await world.as('director').says('/trogiup');
    await reportsDone('mai', 'NV11')();
    const card = world.as('officeHead').lastAnswer();
    const data = card.reply_markup?.inline_keyboard.flat()[0]?.callback_data ?? '';
    await world.as('officeDeputy').says('/nhansu Trần Quốc Cường');
    await world.as('officeDeputy').presses('Thu quyền điều hành');
    await world.as('officeDeputy').presses('Đúng, thực hiện');
    expect(await world.as('officeHead').pressesData(card.message_id, data)).toMatch(REFUSED);
    expect((await readTask(world.db, 'NV11')).state).toBe('reportedDone');
  });

  test('a card that waits for one person’s yes takes nobody else’s', async () => {
    await begin();
    await world.as('mai').says('NV11 xong, sản phẩm 45/KH-SKHCN ngày 03/7/2026');
    const data = world.as('mai').lastAnswer().reply_markup?.inline_keyboard.flat()[0]?.callback_data ?? '';
    for (const standing of STANDINGS.filter((one) => one !== 'doer'))
      expect(await forges(standing, data)).toMatch(REFUSED);
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
  });
});

describe('Who is not themselves may nothing', () => {
  test.each([
    ['an anonymous admin of the group', { from: { id: 1087968824, is_bot: true, first_name: 'Group' } }],
    [
      'a channel that is linked to the group',
      { from: { id: 777000, is_bot: false, first_name: 'Telegram' } },
    ],
  ])('%s', async (_, sender) => {
    await begin();
    const group = world.server.messagesOf(-1_000_000_000_077)[0]?.chat ?? {
      id: -1_000_000_000_077,
      type: 'supergroup' as const,
      title: 'Sở KH&CN',
    };
    for (const text of ['/dondoc NV11', '/nhom', '/chidao NV11 làm ngay', '/kpi']) {
      await world.as('officeHead', 'group').delivers({
        message: {
          message_id: 90_000,
          date: Math.floor(world.clock.now().getTime() / 1000),
          chat: group,
          sender_chat: group,
          text,
          entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length ?? 0 }],
          ...sender,
        },
      } as never);
    }
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
    expect(
      world
        .as('mai')
        .hears()
        .filter(({ text }) => text?.includes('NV11')),
    ).toEqual([]);
  });

  test('a forwarded order commands nothing; the same words of one’s own do', async () => {
    await begin();
    const reminds = (messageId: number, origin: object) =>
      world.as('deputyBinh').delivers({
        message: {
          message_id: messageId,
          date: Math.floor(world.clock.now().getTime() / 1000),
          chat: { id: telegramIdOf('deputyBinh'), type: 'private', first_name: 'B' },
          from: { id: telegramIdOf('deputyBinh'), is_bot: false, first_name: 'B' },
          text: '/dondoc NV11',
          entities: [{ type: 'bot_command', offset: 0, length: 7 }],
          ...origin,
        },
      } as never);
    const remindersOfMai = () =>
      world
        .as('mai')
        .hears()
        .filter(({ text }) => text?.includes('NV11')).length;
    await reminds(90_001, { forward_origin: { type: 'hidden_user', sender_user_name: 'Ai đó', date: 1 } });
    expect(remindersOfMai()).toBe(0);
    await reminds(90_002, {});
    expect(remindersOfMai()).toBe(1);
  });
});
