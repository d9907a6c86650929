/** The people and units of a department. */

export const UNIT_KINDS = [
  'leadership',
  'office',
  'planningFinance',
  'department',
  'center',
  'union',
] as const;
/** Ban Giám đốc · Văn phòng (operates the campaign) · P.KHTC (owns indicators and disbursement) · phòng · trung tâm · đoàn thể. */
export type UnitKind = (typeof UNIT_KINDS)[number];

export const ROLES = ['director', 'deputyDirector', 'head', 'deputyHead', 'staff', 'monitor'] as const;
export type Role = (typeof ROLES)[number];

export const STAFF_KINDS = ['civilServant', 'publicEmployee', 'contractWorker'] as const;
/** công chức · viên chức · người lao động: they decide denominators (R143). */
export type StaffKind = (typeof STAFF_KINDS)[number];

export const GENDERS = ['male', 'female'] as const;
export type Gender = (typeof GENDERS)[number];

/** Units that are given tasks "các phòng, đơn vị": all but the leadership and the union. */
export const isWorkingUnit = (kind: UnitKind): boolean => kind !== 'leadership' && kind !== 'union';
