import { bigint, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';

/** A file or photo that proves progress (R17). The bytes are copied to disk; the row says where and what they are. */
export const evidence = pgTable(
  'evidence',
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    authorId: integer()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: ['document', 'photo'] }).notNull(),
    caption: text(),
    /** Files of one album share it: one piece of evidence, one answer. */
    albumId: text(),
    telegramFileId: text().notNull(),
    telegramUniqueId: text().notNull(),
    fileName: text(),
    mimeType: text(),
    sizeBytes: bigint({ mode: 'number' }),
    addedAt: instant().notNull(),
    /** Set once the bytes were fetched; no path then means that Telegram did not hand them out. */
    storedAt: instant(),
    storedPath: text(),
    sha256: text(),
  },
  (t) => [
    index('evidence_by_task').on(t.taskId),
    index('evidence_by_album').on(t.albumId),
    uniqueIndex('evidence_same_file_once').on(t.taskId, t.telegramUniqueId),
  ],
);
