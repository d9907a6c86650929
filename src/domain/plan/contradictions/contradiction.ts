import type { Plan } from '../plan-shape.ts';

/** A place of the plan that disagrees with another, with what is wrong and how to cure it. */
export interface Contradiction {
  readonly path: (string | number)[];
  readonly message: string;
}

/** One agreement that the parts of a plan must keep; an empty answer means kept. */
export type PlanRule = (plan: Plan) => Contradiction[];

/** The entries whose name was already taken by an earlier entry of the list. */
export function findRepeated(
  names: readonly string[],
  pathOf: (index: number) => (string | number)[],
): Contradiction[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [{ path: pathOf(index), message: `"${name}" is already used above; give each entry its own` }]
      : [],
  );
}
