import type { SQL } from 'drizzle-orm';

export type Statement = SQL;
