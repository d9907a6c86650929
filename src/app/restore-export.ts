import { z } from 'zod';
import { countPeople } from '../db/queries/directory.ts';
import { writeAllTables } from '../db/queries/export.ts';
import { countTasks } from '../db/queries/tasks.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** Of the shape of the exported JSON; raised when an older file would be read wrongly. */
export const EXPORT_VERSION = 1;

const exportSchema = z.object({
  version: z.literal(EXPORT_VERSION),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

/**
 * Brings everything back that `export` wrote, into an installation that holds nothing yet (R146).
 * @throws Refusal `notAnExport`, `notEmpty`
 * @returns how many rows were written
 */
export async function restoreExport(useCase: UseCase, json: unknown): Promise<{ rows: number }> {
  const read = exportSchema.safeParse(json);
  if (!read.success) throw new Refusal('notAnExport');
  const { tx } = useCase;
  if ((await countPeople(tx)) + (await countTasks(tx)) > 0) throw new Refusal('notEmpty');
  return { rows: await writeAllTables(tx, read.data.tables) };
}
