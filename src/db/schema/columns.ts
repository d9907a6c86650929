import { bigint, date, integer, timestamp } from 'drizzle-orm/pg-core';

/** Identity primary key. */
export const identity = () => integer().primaryKey().generatedAlwaysAsIdentity();

/** A business or real instant; the column's comment says which. Never a database default. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** A calendar day in the plan's zone, `YYYY-MM-DD`. */
export const day = () => date({ mode: 'string' });

/** A Telegram id: up to 52 significant bits, exact as a JavaScript number. */
export const telegramId = () => bigint({ mode: 'number' });
