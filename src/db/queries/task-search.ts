import { and, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { VisibleTasks } from '../../domain/access/access.ts';
import type { Db } from '../client.ts';
import { coordinatingUnits, tasks } from '../schema/index.ts';
import { isOpenState, type ListedTask, selectCounted } from './tasks.ts';

/** Tasks that have every (folded) word in title or code: those with the whole phrase first, then the open ones. */
export async function searchTaskRows(
  db: Db,
  { words, visible }: { words: readonly string[]; visible: VisibleTasks },
  limit: number,
): Promise<{ rows: ListedTask[]; total: number }> {
  const where = and(
    ...words.map((word) => or(sql`${tasks.foldedTitle} ~ ${beginsWord(word)}`, hasCode(word))),
    visible === 'all' ? undefined : isVisible(db, visible),
  );
  const hasPhrase = sql`${tasks.foldedTitle} ~ ${beginsWord(words.join(' '))}`;
  const order = sql`(${hasPhrase}) desc, (${isOpenState}) desc, ${tasks.dueOn} asc nulls last, ${tasks.id} asc`;
  return selectCounted(db, where, order, limit);
}

/** At the beginning of a word: "an" is not to be found in "ngân". */
const beginsWord = (text: string): string => `\\m${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;

/** "nv12" and "12" find NV12 and its parts. */
const hasCode = (word: string): SQL | undefined => {
  const code = /^(?:nv)?0*(\d{1,6})(?:\.[a-z\d]+)?$/.exec(word);
  return code === null ? undefined : sql`${tasks.code} ~ ${`^NV${code[1]}(\\.|$)`}`;
};

function isVisible(db: Db, { personId, unitIds, seesCitizenRights }: Exclude<VisibleTasks, 'all'>) {
  const units = [...unitIds];
  const helps = db
    .select({ one: sql`1` })
    .from(coordinatingUnits)
    .where(and(eq(coordinatingUnits.taskId, tasks.id), inArray(coordinatingUnits.unitId, units)));
  return or(
    eq(tasks.assigneeId, personId),
    eq(tasks.leaderInChargeId, personId),
    units.length === 0 ? undefined : or(inArray(tasks.leadUnitId, units), exists(helps)),
    seesCitizenRights ? sql`${tasks.flags} ? 'citizenRights'` : undefined,
  );
}
