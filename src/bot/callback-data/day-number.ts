import { type Day, makeDay } from '../../domain/days.ts';

/** A day as a button carries it: 20260715. */
export const dayNumber = (day: Day): number => Number(day.replaceAll('-', ''));

/** The day that a button carries; `null` when no such day exists. */
export const dayOfNumber = (number: number): Day | null =>
  makeDay(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
