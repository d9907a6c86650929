import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { identity, instant, telegramId } from './columns.ts';
import { people } from './people.ts';

export const APPROVALS = ['wanted', 'given', 'refused'] as const;

/** A one-time code that binds an account to a person (R141). Only its hash is kept. No person: the first admin. */
export const invitations = pgTable(
  'invitations',
  {
    id: identity(),
    personId: integer().references(() => people.id),
    grantKind: text({ enum: ['admin'] }),
    codeHash: text().notNull(),
    /** Who invites, and says later whether the right person came; absent: made at the machine, or the first admin. */
    invitedById: integer().references(() => people.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** Who opened the link last: only that account is asked, and only it may say yes. */
    openedByTelegramId: telegramId(),
    usedAt: instant(),
    usedByTelegramId: telegramId(),
    /** A powerful account waits until somebody says that it is the right person (R141). Absent: nobody needs to. */
    approval: text({ enum: APPROVALS }),
    revokedAt: instant(),
  },
  (t) => [
    unique('invitations_by_code').on(t.codeHash),
    index('invitations_by_person').on(t.personId),
    check('invitations_name_somebody', sql`${t.personId} is not null or ${t.grantKind} is not null`),
    check('invitations_used_by_somebody', sql`(${t.usedAt} is null) = (${t.usedByTelegramId} is null)`),
  ],
);
