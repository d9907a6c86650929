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
  /** Who is away today and who stands in; of several for one person the last counts. */
  standIns?: readonly { personId: number; standInId: number }[];
}

/** What a seat is asked about. */
interface SeatedTask {
  leadUnitId: number;
  leaderInChargeId: number | null;
  assigneeId: number | null;
}

export type SeatRole = 'assignee' | 'head' | 'office' | 'leaderInCharge' | 'director';

/** Who hears of something today, and in whose place. */
export interface Seat {
  personId: number;
  /** Whoever is away, when a stand-in hears it. */
  inPlaceOf: number | null;
}

/**
 * Who stands where today, and to whom a message about something goes. Whoever is away is represented by the stand-in,
 * as long as that one is there and can be reached.
 */
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
  /** Who hears of a task in a role; the head where the assignee cannot be reached or nobody is named. */
  seatOf(role: SeatRole, task: SeatedTask): Seat | null;
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
  const ranks = rankPeople(data);
  const firstSeat = seatFinder(data);
  const { officeUnit, directors, leadersAbove, headsOf } = ranks;
  const head = (unitId: number) => firstSeat([...headsOf(unitId), ...leadersAbove(unitId)]);
  const leaderInCharge = (task: { leaderInChargeId: number | null; leadUnitId: number }) =>
    firstSeat(leadersAbove(task.leadUnitId, task.leaderInChargeId));
  const office = () =>
    officeUnit === undefined
      ? firstSeat(data.operators)
      : firstSeat([...headsOf(officeUnit.id), ...data.operators, ...leadersAbove(officeUnit.id)]);
  const seats: Record<SeatRole, (task: SeatedTask) => Seat | null> = {
    assignee: ({ assigneeId, leadUnitId }) => {
      const seat = assigneeId === null ? null : firstSeat([assigneeId]);
      return seat !== null && data.reachable.has(seat.personId) ? seat : head(leadUnitId);
    },
    head: ({ leadUnitId }) => head(leadUnitId),
    office,
    leaderInCharge,
    director: () => firstSeat(directors),
  };
  return {
    nameOf: (personId) => (personId === null ? null : (names.get(personId) ?? null)),
    unitOf: (unitId) => units.get(unitId),
    headOf: (unitId) => head(unitId)?.personId ?? null,
    leaderInChargeOf: (task) => leaderInCharge(task)?.personId ?? null,
    office: () => office()?.personId ?? null,
    director: () => firstSeat(directors)?.personId ?? null,
    seatOf: (role, task) => seats[role](task),
    appointedTo: (task) => ({
      head: headsOf(task.leadUnitId)[0] ?? null,
      leaderInCharge: leadersAbove(task.leadUnitId, task.leaderInChargeId)[0] ?? null,
    }),
    isOffice: (unitId) => officeUnit?.id === unitId,
  };
}

/** Who comes first for what, whether or not they are there today. */
function rankPeople(data: DirectoryData) {
  const inCharge = new Map(data.leadersInCharge.map((row) => [row.unitId, row.personId]));
  const byUnit = groupBy(data.memberships, (membership) => membership.unitId);
  const directors = data.memberships.filter((m) => m.role === 'director').map((m) => m.personId);
  const leadersAbove = (unitId: number, named: number | null = null) =>
    [named ?? inCharge.get(unitId) ?? null, ...directors].filter((id) => id !== null);
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
  return { officeUnit, directors, leadersAbove, headsOf };
}

/** The first of several people, or who stands in for them, whom a message reaches; else the first of all. */
function seatFinder(data: DirectoryData): (candidates: readonly number[]) => Seat | null {
  const standInOf = new Map((data.standIns ?? []).map((row) => [row.personId, row.standInId]));
  const seatFor = (personId: number): Seat => {
    const standIn = standInOf.get(personId);
    // A stand-in who is away too represents nobody.
    return standIn !== undefined && data.reachable.has(standIn) && !standInOf.has(standIn)
      ? { personId: standIn, inPlaceOf: personId }
      : { personId, inPlaceOf: null };
  };
  return (candidates) => {
    const seats = candidates.map(seatFor);
    return seats.find(({ personId }) => data.reachable.has(personId)) ?? seats[0] ?? null;
  };
}
