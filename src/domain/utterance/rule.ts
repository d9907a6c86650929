import type { Meaning } from './meaning.ts';
import type { Reading } from './reading.ts';

/** One way to understand a text; `undefined` leaves it to the next rule. */
export interface Rule {
  name: string;
  read: (reading: Reading) => Meaning | undefined;
}

/** Leaves out the fields that have no value. */
export function meaning(
  fields: { [K in keyof Meaning]: Meaning[K] | undefined } & { intent: Meaning['intent'] },
): Meaning {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as Meaning;
}
