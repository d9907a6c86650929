import type { Plan } from './plan-shape.ts';

/** One place at which two plans differ; a side is `null` where it has nothing there. */
export interface PlanDifference {
  /** `weeklyDigest.at`, `indicators.CT-05.target.value`: entries of lists go by their own code, key or day. */
  path: string;
  old: unknown;
  new: unknown;
}

/** Everything that a new plan says differently, place by place, in the order of the plan. */
export function diffPlans(before: Plan, after: Plan): PlanDifference[] {
  return diffValues('', before, after);
}

function diffValues(path: string, before: unknown, after: unknown): PlanDifference[] {
  const [left, right] = [entriesOf(before), entriesOf(after)];
  if (left === null || right === null) {
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ path, old: before ?? null, new: after ?? null }];
  }
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].flatMap((key) =>
    diffValues(path === '' ? key : `${path}.${key}`, left.get(key), right.get(key)),
  );
}

/** The named parts of an object or list; `null` for anything that is compared as a whole. */
function entriesOf(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) {
    const isOfParts = value.length > 0 && value.every((item) => typeof item === 'object' && item !== null);
    return isOfParts ? new Map(value.map((item: object, i) => [nameOf(item) ?? String(i), item])) : null;
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}

/** What an entry of a list is known by, so that one put in before it does not make all others differ. */
function nameOf(item: object): string | null {
  const { code, key, on } = item as { code?: unknown; key?: unknown; on?: unknown };
  const name = code ?? key ?? on;
  return typeof name === 'string' ? name : null;
}
