import type { Day } from '../days.ts';
import type { Role, StaffKind } from '../organisation/organisation.ts';
import type { PersonChange } from '../organisation/person-change.ts';

/** Somebody in a list of the office's. */
export interface PersonLine {
  personId: number;
  name: string;
  title: string | null;
  unit: string | null;
  hasJoined: boolean;
}

/** Somebody as the office sees them. */
export interface PersonSheet {
  personId: number;
  name: string;
  unitId: number | null;
  unit: string | null;
  title: string | null;
  role: Role | null;
  isActing: boolean;
  staffKind: StaffKind;
  hasJoined: boolean;
  /** The last message to the account was refused. */
  isUnreachable: boolean;
  isOperator: boolean;
  isAdmin: boolean;
  openTasks: number;
  /** Away today, and who stands in. */
  standIn: string | null;
  changes: PersonChange[];
}

/** People of the department: their accounts, roles and rights, as the office keeps them. */
export interface PeoplePayloads {
  peopleOverview: { units: { unitId: number; name: string; people: number; joined: number }[] };
  unitPeople: {
    unitId: number;
    name: string;
    page: number;
    pages: number;
    total: number;
    joined: number;
    people: PersonLine[];
  };
  peopleFound: { typed: string; total: number; people: PersonLine[] };
  personSheet: PersonSheet;
  /** What a change would do; nothing is done before a "yes". */
  personChangeToConfirm: { sheet: PersonSheet; change: PersonChange; otherHead: string | null };
  personChanged: { sheet: PersonSheet; change: PersonChange; releasedTasks: number };
  chooseUnitToMove: { personId: number; name: string; units: { unitId: number; name: string }[] };
  moveToConfirm: { sheet: PersonSheet; unitId: number; unit: string };
  personMoved: { sheet: PersonSheet; releasedTasks: number };
  /**
   * One-time links. The codes stand here until the message is out, and are forgotten then: only their hashes are kept.
   */
  invitations: {
    botUsername: string;
    unit: string | null;
    expiresAt: string;
    people: { name: string; title: string | null; code: string }[];
  };
  howToInvite: Record<string, never>;
  everybodyJoined: { unit: string };
  /** A powerful account is taken by somebody: whoever invited says whether it is the right person (R141). */
  bindingToApprove: {
    invitationId: number;
    personName: string;
    unitName: string | null;
    title: string | null;
    takerName: string;
    takerUsername: string | null;
  };
  bindingWaits: { personName: string };
  bindingApproved: { personName: string };
  bindingRefused: { personName: string; isTaker: boolean };
  accountRevoked: { personName: string };
  /** To the head: tasks that nobody does since somebody left the unit. */
  tasksReleased: { name: string; total: number; codes: string[] };
}

/** What moves with a unit that becomes another one. */
export interface SuccessionCounts {
  people: number;
  openTasks: number;
  groups: number;
}

/** Units and their successors: a rename or a merge moves what is open, the past keeps the old name. */
export interface UnitPayloads {
  unitList: { units: { unitId: number; name: string; shortName: string }[] };
  unitSheet: { unitId: number; name: string; shortName: string; counts: SuccessionCounts };
  unitNameWanted: { unitId: number; name: string; shortName: string };
  chooseUnitToJoin: { unitId: number; name: string; units: { unitId: number; name: string }[] };
  successionToConfirm: {
    pendingId: number;
    name: string;
    /** The new name, or the unit into which it goes. */
    to: string;
    isMerger: boolean;
    counts: SuccessionCounts;
  };
  unitSucceeded: { name: string; to: string; isMerger: boolean; counts: SuccessionCounts };
}

/** Who decides in whose place, while both are at work (R46). */
export interface DelegationPayloads {
  delegations: {
    given: { delegationId: number; to: string; fromOn: Day; toOn: Day }[];
    received: { from: string; fromOn: Day; toOn: Day }[];
  };
  delegationToConfirm: { pendingId: number; to: string; fromOn: Day; toOn: Day };
  delegationGiven: { to: string; fromOn: Day; toOn: Day };
  delegated: { from: string; fromOn: Day; toOn: Day };
  delegationEnded: { from: string; to: string; isGiver: boolean };
}
