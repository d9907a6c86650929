import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from '../../domain/plan/describe-issue.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planSchema } from '../../domain/plan/plan-schema.ts';
import { formatPath, type NodePath, offsetOf } from './node-path.ts';

/** Something wrong in a plan file: where (line from 1, path of keys) and what, with its cure. */
export interface PlanProblem {
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

export type ParsedPlan = { ok: true; plan: Plan } | { ok: false; problems: PlanProblem[] };

/**
 * Reads the text of a plan file. On failure every problem found is listed, in the order of the lines; a problem
 * of the file as a whole has `fileName` as its path.
 */
export function parsePlan(yamlText: string, fileName: string): ParsedPlan {
  const counter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const problems = faults.map(({ pos, message }) => ({
      line: lineAt(pos[0]),
      path: fileName,
      message: `is not valid YAML: ${message}`,
    }));
    return { ok: false, problems };
  }
  const result = planSchema.safeParse(document.toJS(), { error: describeIssue });
  if (result.success) return { ok: true, plan: result.data };
  const problems = result.error.issues.flatMap(separateKeys).map(({ path, message }) => ({
    line: lineAt(offsetOf(document.contents, path)),
    path: path.length === 0 ? fileName : formatPath(path),
    message,
  }));
  return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
}

/** Zod reports all unknown keys of one group together; each stands on a line of its own. */
function separateKeys(issue: z.core.$ZodIssue): { path: NodePath; message: string }[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  const messages = issue.message.split('\n');
  return issue.keys.map((key, index) => ({
    path: [...issue.path, key],
    message: messages[index] ?? issue.message,
  }));
}
