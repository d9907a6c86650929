import { pgTable, text, unique } from 'drizzle-orm/pg-core';
import { day, identity } from './columns.ts';

/** A document that gives tasks or on which the campaign rests (R1). Number and day may still be blank (R2). */
export const documents = pgTable(
  'documents',
  {
    id: identity(),
    key: text().notNull(),
    number: text(),
    issuedOn: day(),
    issuer: text().notNull(),
    title: text().notNull(),
  },
  (t) => [unique('documents_by_key').on(t.key)],
);
