import { listMemberships, listPeople, listUnits } from '../db/queries/directory.ts';
import { groupBy } from '../domain/grouping.ts';
import type { ImportContext, KnownUnit } from '../domain/import/import-context.ts';
import type { UseCase } from './use-case.ts';

/**
 * What a table is read against: the units and people that are there, the plan's units and spellings beside them (a
 * first import may come before any unit exists), and how the plan reads deadlines.
 */
export async function loadImportContext(useCase: UseCase, issuedOn: string): Promise<ImportContext> {
  const { tx, today, plan, calendar } = useCase;
  const units = await listUnits(tx, today);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const people = await listPeople(tx, today);
  const membershipsOf = groupBy(await listMemberships(tx, today), (membership) => membership.personId);
  return {
    units: mergeUnits(units, plan.units),
    people: people.flatMap((person) => {
      const [membership] = membershipsOf.get(person.id) ?? [];
      const unitCode = membership === undefined ? undefined : byId.get(membership.unitId)?.code;
      if (membership === undefined || unitCode === undefined) return [];
      return [
        {
          id: person.id,
          name: person.fullName,
          unitCode,
          title: membership.title,
          ...(person.code === null ? {} : { code: person.code }),
        },
      ];
    }),
    issuedOn,
    today,
    beforeDayMeans: plan.deadlines.beforeDayMeans,
    phases: plan.phases,
    calendar,
  };
}

/** The department's own units first; a spelling that the plan knows helps to recognise them. */
function mergeUnits(own: readonly KnownUnit[], planned: readonly KnownUnit[]): KnownUnit[] {
  const merged = new Map<string, KnownUnit>();
  for (const unit of [...own, ...planned]) {
    const known = merged.get(unit.code);
    merged.set(
      unit.code,
      known === undefined
        ? unit
        : { ...known, aliases: [...new Set([...known.aliases, unit.name, ...unit.aliases])] },
    );
  }
  return [...merged.values()];
}
