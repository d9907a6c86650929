import { OVERDUE } from '../db/queries/tasks.ts';
import { dayOf } from '../domain/days.ts';

export const reportProgress = (now: Date): string => `${OVERDUE} ${dayOf(now)}`;
