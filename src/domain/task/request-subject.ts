import type { Role } from '../organisation/organisation.ts';
import type { RequestKind } from './request.ts';
import type { RequestSubject } from './request-rights.ts';

interface AskedRequest {
  kind: RequestKind;
  askedById: number;
  proposedUnitId: number | null;
  proposedPersonId: number | null;
}

/** Where a person works today; the first is their own unit. Somebody who has left works nowhere. */
export type RolesOf = (personId: number) => readonly { unitId: number; role: Role }[];

/** What decides who may answer a request about a task that this unit leads. */
export function subjectOfRequest(
  request: AskedRequest,
  leadUnitId: number,
  rolesOf: RolesOf,
): RequestSubject {
  const roles = rolesOf(request.askedById);
  const ownUnitId = roles[0]?.unitId ?? leadUnitId;
  return {
    kind: request.kind,
    askedBy: { personId: request.askedById, roles },
    unitId: request.kind === 'substitution' ? ownUnitId : leadUnitId,
    toUnitId:
      request.proposedPersonId === null
        ? request.proposedUnitId
        : preferredUnit(rolesOf(request.proposedPersonId), leadUnitId),
  };
}

/** The unit in which a person works: the preferred one when they belong to several. */
const preferredUnit = (roles: ReturnType<RolesOf>, preferredId: number): number | null =>
  (roles.find(({ unitId }) => unitId === preferredId) ?? roles[0])?.unitId ?? null;
