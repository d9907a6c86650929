import { Composer } from 'telegraf';
import { reportProgress } from '../app/report-progress.ts';
import { OVERDUE } from '../db/queries/tasks.ts';
import { BUTTONS } from './texts/vi/buttons.ts';

export const bot = new Composer();
export const parts = [reportProgress, OVERDUE, BUTTONS];
