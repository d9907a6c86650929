import type { Role } from '../organisation/organisation.ts';

/** The rights of a person, whoever uses them. */
export interface Hand {
  personId: number;
  /** Open memberships. */
  roles: readonly { unitId: number; role: Role }[];
  /** Units whose leader in charge this person is. */
  inChargeOf: readonly number[];
  isOperator: boolean;
}

/** Somebody in whose place a person acts today: in everything while they are away, or by delegation in decisions only. */
export interface InPlaceOf {
  of: Hand;
  scope: 'all' | 'decisions';
}

/** A person who acts, with the rights that count today. */
export interface Actor extends Hand {
  name: string;
  isAdmin: boolean;
  /** Absent: nobody's. */
  inPlaceOf?: readonly InPlaceOf[];
}

/** What the rules need to know of a task. */
export interface TaskSubject {
  leadUnitId: number;
  assigneeId: number | null;
  leaderInChargeId: number | null;
  coordinatingUnitIds: readonly number[];
  isFocus: boolean;
  isCitizenRights: boolean;
  /** Given inside the unit. */
  isInternal: boolean;
  /** The director does it: nobody stands above. */
  isDirectorsWork: boolean;
  /** Who said that it is done; nobody confirms their own work (R9). */
  reportedById: number | null;
}
