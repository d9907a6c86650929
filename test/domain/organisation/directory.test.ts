import { describe, expect, it } from 'vitest';
import { createDirectory, type DirectoryData } from '../../../src/domain/organisation/directory.ts';
import type { Role } from '../../../src/domain/organisation/organisation.ts';

const [LEADERSHIP, OFFICE, SCIENCE] = [1, 2, 3];
const [TRINH, HOA, DUNG, LAN, BINH, CHAU, DAT] = [11, 12, 13, 14, 15, 16, 17];

const unit = (id: number, kind: DirectoryData['units'][number]['kind'], name: string) => ({
  id,
  kind,
  name,
  shortName: name,
  code: name,
});
const member = (personId: number, unitId: number, role: Role, isActing = false) => ({
  personId,
  unitId,
  role,
  isActing,
});

/** Director Trinh; Hòa in charge of the science unit (head Bình, deputy Châu); office: head Dung, operator Lan. */
function aDepartment(fields: Partial<DirectoryData> = {}, unreachable: number[] = []) {
  const everybody = [TRINH, HOA, DUNG, LAN, BINH, CHAU, DAT];
  return createDirectory({
    units: [
      unit(LEADERSHIP, 'leadership', 'BGĐ'),
      unit(OFFICE, 'office', 'Văn phòng'),
      unit(SCIENCE, 'department', 'P.QLKH'),
    ],
    people: [{ id: BINH, fullName: 'Nguyễn Thị Bình' }],
    memberships: [
      member(TRINH, LEADERSHIP, 'director'),
      member(HOA, LEADERSHIP, 'deputyDirector'),
      member(DUNG, OFFICE, 'head'),
      member(CHAU, SCIENCE, 'deputyHead'),
      member(BINH, SCIENCE, 'head'),
    ],
    leadersInCharge: [{ unitId: SCIENCE, personId: HOA }],
    operators: [DUNG, LAN],
    reachable: new Set(everybody.filter((id) => !unreachable.includes(id))),
    ...fields,
  });
}

describe('the head of a unit', () => {
  const withoutHead = [member(TRINH, LEADERSHIP, 'director'), member(CHAU, SCIENCE, 'deputyHead')];

  it('is its head', () => {
    expect(aDepartment().headOf(SCIENCE)).toBe(BINH);
  });

  it('is the head rather than an acting one', () => {
    const memberships = [member(DAT, SCIENCE, 'head', true), member(BINH, SCIENCE, 'head')];
    expect(aDepartment({ memberships }).headOf(SCIENCE)).toBe(BINH);
  });

  it('else the acting head', () => {
    const memberships = [...withoutHead, member(DAT, SCIENCE, 'head', true)];
    expect(aDepartment({ memberships }).headOf(SCIENCE)).toBe(DAT);
  });

  it('else the deputy', () => {
    expect(aDepartment({ memberships: withoutHead }).headOf(SCIENCE)).toBe(CHAU);
  });

  it('else the leader in charge', () => {
    const memberships = [member(TRINH, LEADERSHIP, 'director')];
    expect(aDepartment({ memberships }).headOf(SCIENCE)).toBe(HOA);
  });

  it('else the director, when no leader is in charge', () => {
    const memberships = [member(TRINH, LEADERSHIP, 'director')];
    expect(aDepartment({ memberships, leadersInCharge: [] }).headOf(SCIENCE)).toBe(TRINH);
  });

  it('is the first of these who can be reached', () => {
    expect(aDepartment({}, [BINH]).headOf(SCIENCE)).toBe(CHAU);
    expect(aDepartment({}, [BINH, CHAU]).headOf(SCIENCE)).toBe(HOA);
    expect(aDepartment({}, [BINH, CHAU, HOA]).headOf(SCIENCE)).toBe(TRINH);
  });

  it('is the first of all when none can be reached', () => {
    expect(aDepartment({ reachable: new Set() }).headOf(SCIENCE)).toBe(BINH);
  });

  it('is the director for the leadership itself', () => {
    expect(aDepartment().headOf(LEADERSHIP)).toBe(TRINH);
  });

  it('is nobody in a department that has nobody', () => {
    expect(aDepartment({ memberships: [], leadersInCharge: [] }).headOf(SCIENCE)).toBeNull();
  });
});

describe('the leader in charge of a task', () => {
  const aTask = { leaderInChargeId: null, leadUnitId: SCIENCE };

  it('is the one named on it', () => {
    expect(aDepartment().leaderInChargeOf({ ...aTask, leaderInChargeId: DAT })).toBe(DAT);
  });

  it('else the one in charge of its unit', () => {
    expect(aDepartment().leaderInChargeOf(aTask)).toBe(HOA);
  });

  it('else the director', () => {
    expect(aDepartment().leaderInChargeOf({ ...aTask, leadUnitId: OFFICE })).toBe(TRINH);
  });

  it('is the director when that one cannot be reached: alerts go one step up', () => {
    expect(aDepartment({}, [HOA]).leaderInChargeOf(aTask)).toBe(TRINH);
    expect(aDepartment({}, [DAT]).leaderInChargeOf({ ...aTask, leaderInChargeId: DAT })).toBe(TRINH);
  });
});

describe('the office', () => {
  it('is its head', () => {
    expect(aDepartment().office()).toBe(DUNG);
  });

  it('else its deputy, else another operator, before any leader', () => {
    const memberships = [
      member(TRINH, LEADERSHIP, 'director'),
      member(DUNG, OFFICE, 'head'),
      member(DAT, OFFICE, 'deputyHead'),
    ];
    expect(aDepartment({ memberships }, [DUNG]).office()).toBe(DAT);
    expect(aDepartment({ memberships }, [DUNG, DAT]).office()).toBe(LAN);
    expect(aDepartment({ memberships }, [DUNG, DAT, LAN]).office()).toBe(TRINH);
  });

  it('is an operator where no unit is marked as the office', () => {
    expect(aDepartment({ units: [unit(SCIENCE, 'department', 'P.QLKH')] }).office()).toBe(DUNG);
  });

  it('is known among the units', () => {
    expect(aDepartment().isOffice(OFFICE)).toBe(true);
    expect(aDepartment().isOffice(SCIENCE)).toBe(false);
  });
});

describe('the director', () => {
  it('is the one with that role, or nobody', () => {
    expect(aDepartment().director()).toBe(TRINH);
    expect(aDepartment({ memberships: [] }).director()).toBeNull();
  });
});

describe('names', () => {
  it('of people and units are known, of others not', () => {
    expect(aDepartment().nameOf(BINH)).toBe('Nguyễn Thị Bình');
    expect(aDepartment().nameOf(999)).toBeNull();
    expect(aDepartment().nameOf(null)).toBeNull();
    expect(aDepartment().unitOf(SCIENCE)?.name).toBe('P.QLKH');
    expect(aDepartment().unitOf(999)).toBeUndefined();
  });
});
