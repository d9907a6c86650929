import { readFile } from 'node:fs/promises';
import {
  makePeopleWorkbook,
  makeTaskWorkbook,
  type PersonCells,
  type TaskCells,
  type UnitCells,
} from '../../test/support/workbooks.ts';
import { UNITS } from './make-department.ts';

/**
 * An office's own list of people, as a workbook: the xlsx itself, or JSON `{ units?, people }` with the columns of the
 * template by their English names.
 */
export async function readPeopleFile(file: string): Promise<Buffer> {
  if (!file.endsWith('.json')) return readFile(file);
  const list = JSON.parse(await readFile(file, 'utf8')) as
    | readonly PersonCells[]
    | { units?: readonly UnitCells[]; people: readonly PersonCells[] };
  return 'people' in list
    ? makePeopleWorkbook(list.units ?? UNITS, list.people)
    : makePeopleWorkbook(UNITS, list);
}

/** An office's own list of tasks, as a workbook: the xlsx itself, or a JSON array of rows. */
export async function readTasksFile(file: string): Promise<Buffer> {
  if (!file.endsWith('.json')) return readFile(file);
  return makeTaskWorkbook(JSON.parse(await readFile(file, 'utf8')) as readonly TaskCells[]);
}
