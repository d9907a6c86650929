import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { taskDescriptions, units } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const { buttonsTo, forges } = talkIn(() => world);
const allUnits = () => world.db.select().from(units).orderBy(asc(units.id));

async function opens(unit: string, button: string): Promise<string> {
  await world.as('officeHead').says('/donvi');
  await world.as('officeHead').presses(unit);
  return world.as('officeHead').presses(button);
}

describe('A unit is renamed', () => {
  beforeEach(async () => {
    expect(await opens('P.CĐS', 'Đổi tên')).toMatch(/^Tên mới của Phòng Chuyển đổi số/);
    expect(await world.as('officeHead').replies('Tên mới của', 'Phòng Công nghệ số (P.CNS)')).toMatch(
      /^Phòng Chuyển đổi số đổi tên thành Phòng Công nghệ số từ hôm nay\.\nChuyển theo: 3 người, \d+ việc chưa xong/,
    );
    expect(await world.as('officeHead').presses('Đúng, thực hiện')).toMatch(
      /^Phòng Chuyển đổi số nay là Phòng Công nghệ số\./,
    );
  });

  test('its people and open tasks go on under the new name, found by the old one too', async () => {
    expect(await world.as('mai').says('/nv 11')).toContain('P.CNS');
    expect(await world.as('digitalHead').says('/phong')).toContain('P.CNS');
    expect(await world.as('officeHead').says('/phong CĐS')).toContain('P.CNS');
    await world.as('mai').says('NV11 55%');
    expect(await world.as('mai').says('/nhatky 11')).toContain('chuyển theo đơn vị');
  });

  test('the past keeps the old one', async () => {
    const [, , old, , renamed] = await allUnits();
    expect(old).toMatchObject({ code: 'CDS', shortName: 'P.CĐS', successorId: renamed?.id });
    expect(old?.closedOn).not.toBeNull();
    expect(renamed).toMatchObject({ code: 'CDS', shortName: 'P.CNS', closedOn: null });
  });
});

test('A unit that takes part goes on taking part under its new name, in the card and in documents', async () => {
  await opens('VP', 'Đổi tên');
  await world.as('officeHead').replies('Tên mới của', 'Văn phòng Sở (VPS)');
  await world.as('officeHead').presses('Đúng, thực hiện');
  expect(await world.as('mai').says('/nv 11')).toContain('phối hợp: VPS');
  const renamed = (await allUnits()).at(-1);
  const task = await readTask(world.db, 'NV11');
  const words = await world.db.select().from(taskDescriptions).where(eq(taskDescriptions.taskId, task.id));
  expect(words.find(({ supersededAt }) => supersededAt === null)?.coordinatingUnitIds).toEqual([renamed?.id]);
});

describe('A unit is merged into another', () => {
  test('everything open moves, and its former head leads nothing until the office says so', async () => {
    await opens('P.CĐS', 'Sáp nhập vào đơn vị khác');
    expect(await world.as('officeHead').presses('P.QLKH')).toContain(
      'Trưởng, phó của đơn vị cũ thành nhân viên',
    );
    await world.as('officeHead').presses('Đúng, thực hiện');
    const [, , old, science] = await allUnits();
    expect(old?.successorId).toBe(science?.id);
    expect((await readTask(world.db, 'NV11')).leadUnitId).toBe(science?.id);
    expect(await world.as('scienceHead').says('/nv 11')).toContain('Nâng cấp nền tảng');
    expect(await world.as('officeHead').says('/nhansu Trương Công Minh')).toContain('Nhân viên, P.QLKH');
    expect(await world.as('officeHead').says('/donvi')).not.toContain('Phòng Chuyển đổi số');
    await world.as('mai').says('NV11 55%');
    expect(await world.as('mai').says('/viec')).toContain('NV11');
  });

  test('the office and the leadership are not dissolved', async () => {
    await opens('VP', 'Sáp nhập vào đơn vị khác');
    expect(await world.as('officeHead').presses('P.QLKH')).toMatch(/Nút này đã cũ/);
  });
});

describe('Units are the office’s', () => {
  test('nobody else renames or merges them, by whatever button', async () => {
    for (const person of ['director', 'digitalHead', 'mai'] as const) {
      expect(await world.as(person).says('/donvi')).toMatch(/không có quyền/);
      for (const data of ['ju:3', 'jn:3', 'jm:3', 'ji:3:4'])
        expect(await forges(person, data)).toMatch(/không có quyền/);
    }
  });

  test('two units do not get one name, and a name without its short form is asked for again', async () => {
    await opens('P.CĐS', 'Đổi tên');
    expect(await world.as('officeHead').replies('Tên mới của', 'Phòng Quản lý khoa học (P.X)')).toMatch(
      /^Đã có đơn vị mang tên/,
    );
    expect(await world.as('officeHead').replies('Tên mới của', 'Phòng Mới')).toMatch(/tên tắt trong ngoặc/);
    expect(buttonsTo('officeHead')).toEqual([]);
    expect(await allUnits()).toHaveLength(4);
  });
});
