import type { Reading } from './reading.ts';

/** Computes once for a reading what many rules ask of it. */
export function perReading<Value>(compute: (reading: Reading) => Value): (reading: Reading) => Value {
  const known = new WeakMap<Reading, { value: Value }>();
  return (reading) => {
    const found = known.get(reading) ?? { value: compute(reading) };
    known.set(reading, found);
    return found.value;
  };
}
