import { foldText } from '../../text.ts';
import { suggestName } from '../nearest-name.ts';
import type { Plan, Unit } from '../plan-shape.ts';
import { ALL_UNITS } from '../shapes.ts';
import { type Contradiction, findRepeated, type PlanRule } from './contradiction.ts';

export const unitCodesAreUnique: PlanRule = (plan) =>
  findRepeated(
    plan.units.map((unit) => unit.code),
    (index) => ['units', index, 'code'],
  );

/** The office runs the campaign and the planning unit owns its figures: the product needs to know which they are. */
export const operatingUnitsAreSingle: PlanRule = (plan) =>
  (['office', 'planningFinance'] as const).flatMap((kind) => {
    const found = plan.units.filter((unit) => unit.kind === kind).length;
    if (found === 1) return [];
    return [{ path: ['units'], message: `${found} units have the kind ${kind}; exactly one must` }];
  });

/** A spelling that two units share could not be understood in an import or a message. */
export const spellingsNameOneUnit: PlanRule = (plan) => {
  const owners = new Map<string, string>();
  return plan.units.flatMap((unit, unitIndex) =>
    spellingsOf(unit).flatMap(({ spelling, path }) => {
      const key = foldText(spelling);
      const owner = owners.get(key) ?? unit.code;
      owners.set(key, owner);
      if (owner === unit.code) return [];
      return [{ path: ['units', unitIndex, ...path], message: `"${spelling}" already means ${owner}` }];
    }),
  );
};

function spellingsOf(unit: Unit): { spelling: string; path: (string | number)[] }[] {
  return [
    { spelling: unit.code, path: ['code'] },
    { spelling: unit.name, path: ['name'] },
    { spelling: unit.shortName, path: ['shortName'] },
    ...unit.aliases.map((spelling, index) => ({ spelling, path: ['aliases', index] })),
  ];
}

export const namedUnitsExist: PlanRule = (plan) => [
  ...plan.indicators.flatMap(({ owner }, i) => missing(plan, owner, ['indicators', i, 'owner'], [])),
  ...plan.registers.flatMap(({ owner }, i) => missing(plan, owner, ['registers', i, 'owner'])),
  ...plan.responsibilities.flatMap(({ unit }, i) => missing(plan, unit, ['responsibilities', i, 'unit'])),
  ...plan.phases.flatMap(({ duties }, i) =>
    duties.flatMap(({ unit }, j) => missing(plan, unit, ['phases', i, 'duties', j, 'unit'])),
  ),
  ...plan.reportRegime.flatMap(({ submitters }, i) =>
    submitters.flatMap((unit, j) => missing(plan, unit, ['reportRegime', i, 'submitters', j])),
  ),
];

function missing(
  plan: Plan,
  code: string,
  path: (string | number)[],
  alsoKnown: readonly string[] = [ALL_UNITS],
): Contradiction[] {
  const known = [...plan.units.map((unit) => unit.code), ...alsoKnown];
  return known.includes(code) ? [] : [{ path, message: suggestName('unit', code, known) }];
}
