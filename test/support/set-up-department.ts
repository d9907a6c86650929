import { bindAccount, readInvitation } from '../../src/app/bind-account.ts';
import { bindGroup } from '../../src/app/bind-group.ts';
import { goLive } from '../../src/app/go-live.ts';
import { importWorkbook } from '../../src/app/import-workbook.ts';
import { invitePeople } from '../../src/app/invite-people.ts';
import { loadImportContext } from '../../src/app/load-import-context.ts';
import type { UseCase } from '../../src/app/use-case.ts';
import { loadActor } from '../../src/db/queries/actors.ts';
import { listPeople } from '../../src/db/queries/directory.ts';
import { readWorkbook } from '../../src/documents/import/read-workbook.ts';
import type { Actor } from '../../src/domain/access/access.ts';
import { GROUP_ID, makeDepartmentFiles, PEOPLE, type PersonKey, telegramIdOf } from './department.ts';
import type { TaskCells } from './workbooks.ts';

/** Imports the department through the same door as any office's own files. */
export async function importDepartment(useCase: UseCase, tasks: readonly TaskCells[]): Promise<void> {
  for (const file of await makeDepartmentFiles(tasks)) {
    const reading = await readWorkbook(file, await loadImportContext(useCase, '2026-06-01'));
    if ('refused' in reading) throw new Error(reading.refused.message);
    const errors = reading.problems.filter((problem) => problem.severity === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    await importWorkbook(useCase, reading, { id: null, actorId: null });
  }
}

/** The row id of a person of the department. */
export async function findPersonId(useCase: UseCase, person: PersonKey): Promise<number> {
  const rows = await listPeople(useCase.tx, useCase.today);
  const found = rows.find((row) => row.fullName === PEOPLE[person].name);
  if (found === undefined) throw new Error(`${PEOPLE[person].name} is not in the database`);
  return found.id;
}

/** A person of the department with the rights that hold today. */
async function findActor(useCase: UseCase, person: PersonKey): Promise<Actor> {
  const actor = await loadActor(useCase.tx, await findPersonId(useCase, person), useCase.today);
  if (actor === null) throw new Error(`${PEOPLE[person].name} may not act`);
  return actor;
}

/** The code of a fresh invitation. */
export async function invite(useCase: UseCase, person: PersonKey): Promise<string> {
  const [invitation] = await invitePeople(useCase, [await findPersonId(useCase, person)], null);
  return invitation?.code ?? '';
}

/** Binds the account of each, as if they had opened their links. */
export async function bindEverybody(useCase: UseCase, people: readonly PersonKey[]): Promise<void> {
  for (const person of people) {
    const telegramUserId = telegramIdOf(person);
    const invitation = await readInvitation(useCase, await invite(useCase, person), telegramUserId);
    await bindAccount(useCase, { invitationId: invitation.id, telegramUserId, displayName: '' });
  }
}

/** The head of the office binds the department's group to the whole department. */
export async function bindTheGroup(useCase: UseCase): Promise<void> {
  await bindGroup(useCase, await findActor(useCase, 'officeHead'), {
    chatId: GROUP_ID,
    title: 'Sở KH&CN',
    unitId: null,
    threadId: null,
  });
}

/** The head of the office presses "Bắt đầu". */
export async function pressStart(useCase: UseCase): Promise<void> {
  await goLive(useCase, await findActor(useCase, 'officeHead'), null);
}
