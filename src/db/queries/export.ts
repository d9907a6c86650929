import { getTableColumns, sql } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../client.ts';
import * as schema from '../schema/index.ts';

/**
 * What a department takes with it when it leaves: everything that it recorded. Left out is what only this machine needs
 * (queues, leases, slots), what was sent, files under way, and secrets (invitations, bound accounts).
 */
const EXPORTED = {
  planRevisions: schema.planRevisions,
  campaigns: schema.campaigns,
  phases: schema.phases,
  documents: schema.documents,
  units: schema.units,
  people: schema.people,
  memberships: schema.memberships,
  leadersInCharge: schema.leadersInCharge,
  grants: schema.grants,
  standIns: schema.standIns,
  delegations: schema.delegations,
  goLives: schema.goLives,
  importBatches: schema.importBatches,
  tasks: schema.tasks,
  taskVersions: schema.taskVersions,
  taskDescriptions: schema.taskDescriptions,
  coordinatingUnits: schema.coordinatingUnits,
  progressReports: schema.progressReports,
  evidence: schema.evidence,
  blockers: schema.blockers,
  requests: schema.requests,
  bottlenecks: schema.bottlenecks,
  bottleneckTasks: schema.bottleneckTasks,
  difficultyTickets: schema.difficultyTickets,
  directives: schema.directives,
  explanations: schema.explanations,
  explanationAnswers: schema.explanationAnswers,
  reports: schema.reports,
  nudges: schema.nudges,
  indicatorFigures: schema.indicatorFigures,
  indicatorBaselines: schema.indicatorBaselines,
  auditEntries: schema.auditEntries,
} as const satisfies Record<string, PgTable>;

/** Tables that an export leaves out on purpose; a table belongs to one of the two lists. */
export const LEFT_OUT_OF_EXPORT = [
  'accounts',
  'groups',
  'installation',
  'invitations',
  'jobSlots',
  'lanes',
  'leases',
  'notices',
  'outbox',
  'pendingActions',
  'sentMessages',
  'unreadTexts',
  'updates',
] as const satisfies readonly (keyof typeof schema)[];

export type ExportedTables = { [K in keyof typeof EXPORTED]: (typeof EXPORTED)[K]['$inferSelect'][] };

/** Names of the tables, each after those that it points to. */
const NAMES = Object.keys(EXPORTED) as (keyof typeof EXPORTED)[];

/** Every row of every table that belongs to the department, in the order in which they were written. */
export async function readAllTables(db: Db): Promise<ExportedTables> {
  const read: [string, unknown[]][] = [];
  for (const [name, table] of Object.entries(EXPORTED)) {
    // The first column is the identity; a table of pairs is ordered by both.
    const rows = await db
      .select()
      .from(table as PgTable)
      .orderBy(sql`1, 2`);
    // Of a file that waits to be imported its name is enough.
    read.push([name, name === 'importBatches' ? rows.map((row) => ({ ...row, content: null })) : rows]);
  }
  return Object.fromEntries(read) as ExportedTables;
}

const ROWS_AT_ONCE = 500;

/**
 * Puts exported rows, as JSON holds them, in the place of what a fresh installation seeded; ids stay. The caller has
 * seen that nothing of anybody's is lost.
 * @returns how many rows were written
 */
export async function writeAllTables(
  tx: Db,
  tables: Readonly<Record<string, readonly Record<string, unknown>[]>>,
): Promise<number> {
  for (const name of NAMES.toReversed()) await tx.delete(EXPORTED[name] as PgTable);
  let written = 0;
  for (const name of NAMES) {
    const table = EXPORTED[name] as PgTable;
    const rows = (tables[name] ?? []).map((row) => reviveRow(table, row));
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const chunk = rows.slice(start, start + ROWS_AT_ONCE);
      await tx.insert(table).overridingSystemValue().values(chunk);
    }
    await moveIdentityOn(tx, table);
    written += rows.length;
  }
  return written;
}

/** Instants are texts in JSON. */
function reviveRow(table: PgTable, row: Record<string, unknown>): Record<string, unknown> {
  const columns = getTableColumns(table);
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      const isInstant = columns[key]?.dataType === 'date' && typeof value === 'string';
      return [key, isInstant ? new Date(value) : value];
    }),
  );
}

/** New rows go on after the highest id. */
async function moveIdentityOn(tx: Db, table: PgTable): Promise<void> {
  if (!('id' in getTableColumns(table))) return;
  const { name } = getTableConfig(table);
  const highest = sql`(select max(id) from ${sql.identifier(name)})`;
  await tx.execute(
    sql`select setval(pg_get_serial_sequence(${name}, 'id'), coalesce(${highest}, 1), ${highest} is not null)`,
  );
}
