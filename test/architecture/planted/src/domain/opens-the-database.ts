import type { Statement } from '../db/client.ts';

export type Rule = Statement;
