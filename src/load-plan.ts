import { readFile } from 'node:fs/promises';
import { parsePlan } from './documents/plan/parse-plan.ts';
import type { Plan } from './domain/plan/plan.ts';

/** The plan file cannot be read or contradicts itself: every problem with its line, in words for whoever edits it. */
export class PlanFileError extends Error {
  override name = 'PlanFileError';
}

/**
 * Reads the plan file.
 * @throws PlanFileError
 */
export async function loadPlan(planFile: string): Promise<Plan> {
  const text = await readFile(planFile, 'utf8').catch(() => {
    throw new PlanFileError(
      `PLAN_FILE cannot be read: ${planFile}. Name a plan file, or remove the setting.`,
    );
  });
  const parsed = parsePlan(text, planFile);
  if (parsed.ok) return parsed.plan;
  const problems = parsed.problems.map(({ line, path, message }) => `  line ${line}, ${path}: ${message}`);
  throw new PlanFileError(
    `The plan file ${planFile} has ${problems.length} problem(s):\n${problems.join('\n')}`,
  );
}
