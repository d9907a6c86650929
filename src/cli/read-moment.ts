import { instantAt } from '../domain/days.ts';
import { CliError } from './command.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A moment as it is typed: ISO, or a day, which is meant to its end. @throws CliError naming the option */
export function readMoment(typed: string, option: string): Date {
  const moment = DAY.test(typed) ? instantAt(typed, '23:59:59.999') : new Date(typed);
  if (Number.isNaN(moment.getTime()))
    throw new CliError(`${option} is no moment: ${typed}. Give 2026-07-08 or 2026-07-08T09:00:00+07:00`);
  return moment;
}
