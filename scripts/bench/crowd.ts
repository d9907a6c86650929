import { importWorkbook } from '../../src/app/import-workbook.ts';
import { install } from '../../src/app/install.ts';
import { toTaskLine } from '../../src/app/list-tasks.ts';
import { loadImportContext } from '../../src/app/load-import-context.ts';
import { startUseCase, type UseCase } from '../../src/app/use-case.ts';
import type { Db } from '../../src/db/client.ts';
import { addAccount } from '../../src/db/queries/accounts.ts';
import { listPeople } from '../../src/db/queries/directory.ts';
import { bindGroupRow } from '../../src/db/queries/groups.ts';
import { listTasks } from '../../src/db/queries/tasks.ts';
import { readWorkbook } from '../../src/documents/import/read-workbook.ts';
import type { TaskLine } from '../../src/domain/message/messages.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { makePeopleWorkbook, makeTaskWorkbook } from '../../test/support/workbooks.ts';

export interface Member {
  personId: number;
  telegramId: number;
  task: TaskLine;
}

export interface Crowd {
  members: Member[];
  groups: { groupId: number; chatId: number }[];
}

const FIRST_TELEGRAM_ID = 100_000;
const UNITS = 10;
const SYLLABLES = [
  'An',
  'Bình',
  'Cường',
  'Dung',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Hiếu',
  'Hoa',
  'Hùng',
  'Khánh',
];

export const telegramIdsOf = (people: number) =>
  Array.from({ length: people }, (_, i) => FIRST_TELEGRAM_ID + i);
export const groupIdsOf = (groups: number) =>
  Array.from({ length: groups }, (_, i) => -1_000_000_000_100 - i);

/** A department of so many people with an account and an overdue task each, and so many bound groups. */
export async function makeCrowd(
  db: Db,
  plan: Plan,
  size: { people: number; groups: number },
  now: Date,
): Promise<Crowd> {
  await install(db, { mode: 'real', plan, now });
  return db.transaction(async (tx) => {
    const useCase = startUseCase(tx, plan, now, 'cli');
    await importCrowd(useCase, size.people);
    const people = await listPeople(tx, useCase.today);
    const tasks = new Map(
      (await listTasks(tx, {}, size.people)).map((row) => [row.task.assigneeId, toTaskLine(row, useCase)]),
    );
    const telegramIds = telegramIdsOf(size.people);
    const members: Member[] = [];
    for (const [i, person] of people.entries()) {
      const task = tasks.get(person.id);
      const telegramId = telegramIds[i];
      if (task === undefined || telegramId === undefined) continue;
      await addAccount(tx, person.id, telegramId, now);
      members.push({ personId: person.id, telegramId, task });
    }
    const groups: Crowd['groups'] = [];
    for (const chatId of groupIdsOf(size.groups)) {
      const row = await bindGroupRow(tx, { chatId, title: 'Nhóm', unitId: null, threadId: null }, now);
      groups.push({ groupId: row.id, chatId });
    }
    return { members, groups };
  });
}

async function importCrowd(useCase: UseCase, people: number): Promise<void> {
  const units = Array.from({ length: UNITS }, (_, i) => ({
    code: `P${i}`,
    name: `Phòng số ${i}`,
    shortName: `P.${i}`,
    kind: i === 0 ? 'Văn phòng' : 'Phòng',
  }));
  const names = Array.from({ length: people }, (_, i) => nameOf(i));
  const cells = names.map((name, i) => ({
    name,
    unit: `P${i % UNITS}`,
    title: i < UNITS ? 'Trưởng phòng' : 'Chuyên viên',
    role: i < UNITS ? 'Trưởng đơn vị' : 'Nhân viên',
  }));
  const tasks = names.map((assignee, i) => ({
    code: `NV${i + 100}`,
    title: `Nhiệm vụ số ${i + 100}`,
    lead: `P${i % UNITS}`,
    assignee,
    due: '15/6/2026',
    product: 'Báo cáo',
  }));
  for (const file of [await makePeopleWorkbook(units, cells), await makeTaskWorkbook(tasks)]) {
    const reading = await readWorkbook(file, await loadImportContext(useCase, '2026-06-01'));
    if ('refused' in reading) throw new Error(reading.refused.message);
    await importWorkbook(useCase, reading, { id: null, actorId: null });
  }
}

/** Names that nobody shares. */
function nameOf(i: number): string {
  const pick = (n: number) => SYLLABLES[n % SYLLABLES.length] ?? '';
  return `Nguyễn ${pick(Math.floor(i / 144))} ${pick(Math.floor(i / 12))} ${pick(i)}`;
}
