import type { Role } from '../organisation/organisation.ts';

/** A person who acts, with the rights that count today. */
export interface Actor {
  personId: number;
  name: string;
  /** Open memberships. */
  roles: readonly { unitId: number; role: Role }[];
  /** Units whose leader in charge this person is. */
  inChargeOf: readonly number[];
  isOperator: boolean;
  isAdmin: boolean;
}

/** What the rules need to know of a task. */
export interface TaskSubject {
  leadUnitId: number;
  assigneeId: number | null;
  leaderInChargeId: number | null;
  coordinatingUnitIds: readonly number[];
  isFocus: boolean;
  isCitizenRights: boolean;
  /** Who said that it is done; nobody confirms their own work (R9). */
  reportedById: number | null;
}
