import type { Day } from '../days.ts';
import type { Gender, Role, StaffKind, UnitKind } from '../organisation/organisation.ts';

/** One person as a list states them. */
export interface PersonImportRow {
  row: number;
  /** Mã NV of the department's own list. */
  code?: string;
  name: string;
  unitCode: string;
  title: string;
  role: Role;
  staffKind: StaffKind;
  gender?: Gender;
  fromOn?: Day;
  /** Codes of the units that a deputy director is in charge of. */
  inChargeOf: string[];
}

/** One unit as a list states it. */
export interface UnitImportRow {
  row: number;
  code: string;
  name: string;
  shortName: string;
  kind: UnitKind;
  aliases: string[];
  /** Place in lists, from 1. */
  order: number;
}
