import { pgTable, timestamp } from 'drizzle-orm/pg-core';

export const tasks = pgTable('tasks', { issuedAt: timestamp().notNull() });
