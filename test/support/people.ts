import type { Actor, TaskSubject } from '../../src/domain/access/access.ts';
import type { Role } from '../../src/domain/organisation/organisation.ts';

/** Units of the tests: the leadership, the office, a unit that leads a task, one that helps, one that does neither. */
export const UNITS = { leadership: 1, office: 2, leading: 3, coordinating: 4, other: 5 } as const;

let lastId = 100;

function aPerson(fields: Partial<Actor>): Actor {
  lastId += 1;
  return {
    personId: lastId,
    name: `Người ${lastId}`,
    roles: [],
    inChargeOf: [],
    isOperator: false,
    isAdmin: false,
    ...fields,
  };
}

const aMember = (role: Role) => (unitId: number) => aPerson({ roles: [{ unitId, role }] });

export const aStaffMemberOf = aMember('staff');
export const aHeadOf = aMember('head');
export const aDeputyHeadOf = aMember('deputyHead');
export const aMonitor = () => aMember('monitor')(UNITS.other);
export const aDirector = () => aMember('director')(UNITS.leadership);
/** A deputy director in charge of these units. */
export const aLeaderInChargeOf = (...inChargeOf: number[]) => ({
  ...aMember('deputyDirector')(UNITS.leadership),
  inChargeOf,
});
/** Somebody of the office with a dated grant to run the campaign. */
export const anOperator = (role: Role = 'staff') => ({ ...aMember(role)(UNITS.office), isOperator: true });
export const anAdmin = () => aPerson({ isAdmin: true });

/** An ordinary task of the leading unit that nobody of the tests works on. */
export function aTaskOf(leadUnitId: number, fields: Partial<TaskSubject> = {}): TaskSubject {
  return {
    leadUnitId,
    assigneeId: 1,
    leaderInChargeId: null,
    coordinatingUnitIds: [UNITS.coordinating],
    isInternal: false,
    isDirectorsWork: false,
    isFocus: false,
    isCitizenRights: false,
    reportedById: 1,
    ...fields,
  };
}
