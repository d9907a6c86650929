import { sql } from 'drizzle-orm';
import { check, customType, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const IMPORT_KINDS = ['people', 'tasks'] as const;

/** A file that somebody sent to be imported: received, fetched and previewed, then applied whole or not at all. */
export const importBatches = pgTable(
  'import_batches',
  {
    id: identity(),
    /** Known once the file was read. */
    kind: text({ enum: IMPORT_KINDS }),
    fileName: text().notNull(),
    /** Where Telegram keeps it; the bytes are fetched outside the transaction that received it. */
    telegramFileId: text(),
    fileHash: text(),
    /** The file itself while it waits for the confirmation; emptied when applied or dropped. */
    content: bytes(),
    /** The day from which deadlines without a year are read. */
    issuedOn: text().notNull(),
    state: text({ enum: ['received', 'previewed', 'applied', 'dropped'] }).notNull(),
    byPersonId: integer().references(() => people.id),
    createdAt: instant().notNull(),
    appliedAt: instant(),
    counts: jsonb().$type<{ added: number; changed: number; unchanged: number }>(),
  },
  (t) => [
    check('import_batches_applied_have_a_time', sql`(${t.state} = 'applied') = (${t.appliedAt} is not null)`),
  ],
);
