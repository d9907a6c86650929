import fc, { type Arbitrary } from 'fast-check';

/** Values where another was meant. */
const oddValue: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '0',
    'x',
    true,
    false,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    1e300,
    [],
    {},
    [null],
    [[]],
    { id: null },
  ),
  fc.constantFrom<unknown>(
    '\u0000',
    '\uD800',
    '7001',
    { id: '7001' },
    1_087_968_824,
    'private',
    'supergroup',
  ),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** What is done to one place of an update: which place (a number, taken round), and what then stands there. */
export type Mutation = {
  place: number;
  change: { kind: 'delete' } | { kind: 'replace' | 'add'; value: unknown };
};

export const mutations: Arbitrary<Mutation[]> = fc.array(
  fc.record({
    place: fc.nat(),
    change: fc.oneof(
      fc.constant({ kind: 'delete' as const }),
      fc.record({ kind: fc.constantFrom('replace' as const, 'add' as const), value: oddValue }),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

type Slots = Record<string, unknown>;

const isSlots = (value: unknown): value is Slots => typeof value === 'object' && value !== null;

/** Every place of a value, outermost first. */
function placesOf(value: Slots): [Slots, string][] {
  return Object.keys(value).flatMap((key): [Slots, string][] => {
    const inner = value[key];
    return [[value, key], ...(isSlots(inner) ? placesOf(inner) : [])];
  });
}

/** The same update with some places missing, exchanged or added. */
export function mutate<Value extends object>(original: Value, changes: Mutation[]): Value {
  const whole = structuredClone(original);
  for (const { place, change } of changes) {
    const places = placesOf(whole as Slots);
    const [slots, key] = places[place % Math.max(1, places.length)] ?? [];
    if (slots === undefined || key === undefined) continue;
    if (change.kind === 'delete') delete slots[key];
    else slots[change.kind === 'add' ? `${key}_` : key] = change.value;
  }
  return whole;
}
