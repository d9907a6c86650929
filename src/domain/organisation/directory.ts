import { groupBy } from '../grouping.ts';
import type { Role, UnitKind } from './organisation.ts';

export interface DirectoryData {
  units: readonly { id: number; kind: UnitKind; name: string; shortName: string; code: string }[];
  people: readonly { id: number; fullName: string }[];
  memberships: readonly { personId: number; unitId: number; role: Role; isActing: boolean }[];
  leadersInCharge: readonly { unitId: number; personId: number }[];
  operators: readonly number[];
  /** People whom a message can reach. */
  reachable: ReadonlySet<number>;
}

/** Who stands where today, and to whom a message about something goes. */
export interface Directory {
  nameOf(personId: number | null): string | null;
  unitOf(unitId: number): DirectoryData['units'][number] | undefined;
  /** Head → acting head → deputy → leader in charge → director; the first that can be reached, else the first. */
  headOf(unitId: number): number | null;
  /** The leader named on the task, else the one in charge of its unit; one step up when that one cannot be reached. */
  leaderInChargeOf(task: { leaderInChargeId: number | null; leadUnitId: number }): number | null;
  /** Who runs the campaign in the office: its head or deputy, else another operator, else the leader in charge of it. */
  office(): number | null;
  director(): number | null;
  /** Who stands on the card, whether or not a message reaches them now. */
  appointedTo(task: { leaderInChargeId: number | null; leadUnitId: number }): {
    head: number | null;
    leaderInCharge: number | null;
  };
  isOffice(unitId: number): boolean;
}

/** Builds the look-ups once for many questions. */
export function createDirectory(data: DirectoryData): Directory {
  const names = new Map(data.people.map((person) => [person.id, person.fullName]));
  const units = new Map(data.units.map((unit) => [unit.id, unit]));
  const inCharge = new Map(data.leadersInCharge.map((row) => [row.unitId, row.personId]));
  const byUnit = groupBy(data.memberships, (membership) => membership.unitId);
  const firstReachable = (candidates: readonly number[]) =>
    candidates.find((id) => data.reachable.has(id)) ?? candidates[0] ?? null;

  const director = () =>
    firstReachable(data.memberships.filter((m) => m.role === 'director').map((m) => m.personId));
  const leadersAbove = (unitId: number, named: number | null = null) =>
    [named ?? inCharge.get(unitId) ?? null, director()].filter((id) => id !== null);
  const headsOf = (unitId: number) => {
    const members = byUnit.get(unitId) ?? [];
    const heads = members.filter((m) => m.role === 'head' || m.role === 'director');
    return [
      ...heads.filter((m) => !m.isActing),
      ...heads.filter((m) => m.isActing),
      ...members.filter((m) => m.role === 'deputyHead'),
    ].map((m) => m.personId);
  };
  const officeUnit = data.units.find((unit) => unit.kind === 'office');
  return {
    nameOf: (personId) => (personId === null ? null : (names.get(personId) ?? null)),
    unitOf: (unitId) => units.get(unitId),
    headOf: (unitId) => firstReachable([...headsOf(unitId), ...leadersAbove(unitId)]),
    leaderInChargeOf: (task) => firstReachable(leadersAbove(task.leadUnitId, task.leaderInChargeId)),
    office: () =>
      officeUnit === undefined
        ? firstReachable(data.operators)
        : firstReachable([...headsOf(officeUnit.id), ...data.operators, ...leadersAbove(officeUnit.id)]),
    director,
    appointedTo: (task) => ({
      head: headsOf(task.leadUnitId)[0] ?? null,
      leaderInCharge: leadersAbove(task.leadUnitId, task.leaderInChargeId)[0] ?? null,
    }),
    isOffice: (unitId) => officeUnit?.id === unitId,
  };
}
