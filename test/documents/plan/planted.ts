import { readFileSync } from 'node:fs';
import { type PlanProblem, parsePlan } from '../../../src/documents/plan/parse-plan.ts';

export const fileName = 'plans/dong-nai-skhcn.yaml';
export const shipped = readFileSync(fileName, 'utf8');

/** The line, from 1, on which a text first stands after a heading. */
export function lineOf(after: string, wanted: string): number {
  return shipped.slice(0, placeOf(after, wanted)).split('\n').length;
}

function placeOf(after: string, wanted: string): number {
  const start = shipped.indexOf(after);
  const place = shipped.indexOf(wanted, start);
  if (start < 0 || place < 0) throw new Error(`the shipped plan has no "${wanted}" after "${after}"`);
  return place;
}

/** The shipped plan with the first occurrence of a text after a heading replaced. */
export function plant(after: string, from: string, to: string): string {
  const place = placeOf(after, from);
  return shipped.slice(0, place) + to + shipped.slice(place + from.length);
}

/** What is wrong with the text of a plan file; empty when it is sound. */
export function problemsOf(text: string): PlanProblem[] {
  const parsed = parsePlan(text, fileName);
  return parsed.ok ? [] : parsed.problems;
}
