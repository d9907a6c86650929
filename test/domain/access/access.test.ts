import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  audienceOf,
  type FigureScope,
  mayActInOffice,
  mayActOnTask,
  mayReadFigures,
  OFFICE_ACTIONS,
  TASK_ACTIONS,
  type TaskSubject,
  widestFigureScope,
} from '../../../src/domain/access/access.ts';
import {
  aDeputyHeadOf,
  aDirector,
  aHeadOf,
  aLeaderInChargeOf,
  aMonitor,
  anAdmin,
  anOperator,
  aStaffMemberOf,
  aTaskOf,
  UNITS,
} from '../../support/people.ts';

const { leadership, office, leading, coordinating, other } = UNITS;

/** Whose task it is for somebody of the leading unit: their own, another's of the unit, another unit's. */
const SUBJECTS = {
  own: (actor: Actor) => aTaskOf(leading, { assigneeId: actor.personId }),
  unit: () => aTaskOf(leading),
  other: () => aTaskOf(other),
} satisfies Record<string, (actor: Actor) => TaskSubject>;

const ROLES = {
  staff: () => aStaffMemberOf(leading),
  head: () => aHeadOf(leading),
  deputyHead: () => aDeputyHeadOf(leading),
  operator: () => anOperator(),
  'leader in charge': () => aLeaderInChargeOf(leading),
  director: () => aDirector(),
  monitor: () => aMonitor(),
  admin: () => anAdmin(),
} satisfies Record<string, () => Actor>;

/** The matrix of R44–R66: for each role, the tasks (own, unit's, other's) on which an action is allowed. */
const MATRIX: Record<keyof typeof ROLES, Record<(typeof TASK_ACTIONS)[number], (keyof typeof SUBJECTS)[]>> = {
  staff: {
    view: ['own'],
    report: ['own'],
    complete: ['own'],
    confirm: [],
    ask: ['own'],
    decideRequest: [],
    remind: [],
    direct: [],
    explain: [],
    decideExplanation: [],
    forwardTicket: [],
    decideTicket: [],
  },
  head: {
    view: ['own', 'unit'],
    report: ['own', 'unit'],
    complete: ['own', 'unit'],
    confirm: [],
    ask: ['own', 'unit'],
    decideRequest: [],
    remind: ['own', 'unit'],
    direct: [],
    explain: ['own', 'unit'],
    decideExplanation: [],
    forwardTicket: [],
    decideTicket: [],
  },
  deputyHead: {
    view: ['own', 'unit'],
    report: ['own', 'unit'],
    complete: ['own', 'unit'],
    confirm: [],
    ask: ['own', 'unit'],
    decideRequest: [],
    remind: ['own', 'unit'],
    direct: [],
    explain: ['own', 'unit'],
    decideExplanation: [],
    forwardTicket: [],
    decideTicket: [],
  },
  operator: {
    view: ['own', 'unit', 'other'],
    report: ['own', 'unit', 'other'],
    complete: ['own'],
    confirm: ['unit', 'other'],
    ask: ['own'],
    decideRequest: [],
    remind: ['own', 'unit', 'other'],
    direct: [],
    explain: [],
    decideExplanation: [],
    forwardTicket: ['own', 'unit', 'other'],
    decideTicket: ['unit', 'other'],
  },
  'leader in charge': {
    view: ['own', 'unit'],
    report: ['own'],
    complete: ['own'],
    confirm: ['unit'],
    ask: ['own'],
    decideRequest: ['unit'],
    remind: ['own', 'unit'],
    direct: ['own', 'unit'],
    explain: [],
    decideExplanation: ['unit'],
    forwardTicket: [],
    decideTicket: ['unit'],
  },
  director: {
    view: ['own', 'unit', 'other'],
    report: ['own'],
    complete: ['own'],
    confirm: ['unit', 'other'],
    ask: ['own'],
    decideRequest: ['unit', 'other'],
    remind: ['own', 'unit', 'other'],
    direct: ['own', 'unit', 'other'],
    explain: [],
    decideExplanation: ['unit', 'other'],
    forwardTicket: [],
    decideTicket: ['unit', 'other'],
  },
  monitor: {
    view: ['own'],
    report: ['own'],
    complete: ['own'],
    confirm: [],
    ask: ['own'],
    decideRequest: [],
    remind: [],
    direct: [],
    explain: [],
    decideExplanation: [],
    forwardTicket: [],
    decideTicket: [],
  },
  admin: {
    view: ['own'],
    report: ['own'],
    complete: ['own'],
    confirm: [],
    ask: ['own'],
    decideRequest: [],
    remind: [],
    direct: [],
    explain: [],
    decideExplanation: [],
    forwardTicket: [],
    decideTicket: [],
  },
};

const everyCell = Object.entries(MATRIX).flatMap(([role, actions]) =>
  TASK_ACTIONS.flatMap((action) =>
    Object.keys(SUBJECTS).map((subject) => {
      const key = subject as keyof typeof SUBJECTS;
      return {
        role: role as keyof typeof ROLES,
        action,
        subject: key,
        allowed: actions[action].includes(key),
      };
    }),
  ),
);

describe('who may do what to a task', () => {
  it.each(everyCell)('$role · $action · $subject: $allowed', ({ role, action, subject, allowed }) => {
    const actor = ROLES[role]();
    expect(mayActOnTask(actor, action, SUBJECTS[subject](actor))).toBe(allowed);
  });

  it('the head of a coordinating unit sees the task and reports nothing on it', () => {
    expect(mayActOnTask(aHeadOf(coordinating), 'view', aTaskOf(leading))).toBe(true);
    expect(mayActOnTask(aHeadOf(coordinating), 'report', aTaskOf(leading))).toBe(false);
  });

  it('the monitor sees tasks of the citizens’ rights, and no others', () => {
    expect(mayActOnTask(aMonitor(), 'view', aTaskOf(leading, { isCitizenRights: true }))).toBe(true);
    expect(mayActOnTask(aMonitor(), 'view', aTaskOf(leading))).toBe(false);
  });

  it('the leader named on a task sees and confirms it, also outside their field', () => {
    const leader = aLeaderInChargeOf(other);
    const task = aTaskOf(leading, { leaderInChargeId: leader.personId });
    expect(mayActOnTask(leader, 'view', task)).toBe(true);
    expect(mayActOnTask(leader, 'confirm', task)).toBe(true);
    expect(mayActOnTask(leader, 'confirm', aTaskOf(leading))).toBe(false);
  });
});

describe('whoever does the work never confirms it', () => {
  it.each(Object.entries(ROLES))('%s, as the one who does it', (_, make) => {
    const actor = make();
    expect(mayActOnTask(actor, 'confirm', aTaskOf(other, { assigneeId: actor.personId }))).toBe(false);
  });

  it.each(Object.entries(ROLES))('%s, as the one who said that it is done', (_, make) => {
    const actor = make();
    expect(mayActOnTask(actor, 'confirm', aTaskOf(other, { reportedById: actor.personId }))).toBe(false);
  });

  it('the head does not confirm for the own unit, even with the rights of an operator', () => {
    expect(mayActOnTask({ ...aHeadOf(leading), isOperator: true }, 'confirm', aTaskOf(leading))).toBe(false);
  });

  it('the office’s own tasks go to the leader in charge, not to an operator of the office', () => {
    expect(mayActOnTask(anOperator('head'), 'confirm', aTaskOf(office))).toBe(false);
    expect(mayActOnTask(anOperator('staff'), 'confirm', aTaskOf(office))).toBe(false);
    expect(mayActOnTask(aLeaderInChargeOf(office), 'confirm', aTaskOf(office))).toBe(true);
  });

  it('a leader’s task goes to the director, not to a fellow deputy', () => {
    const task = aTaskOf(leadership);
    expect(mayActOnTask(aLeaderInChargeOf(leadership), 'confirm', task)).toBe(false);
    expect(mayActOnTask(aDirector(), 'confirm', task)).toBe(true);
  });

  it('the director’s task goes to the office', () => {
    const director = aDirector();
    const task = aTaskOf(leadership, { assigneeId: director.personId });
    expect(mayActOnTask(director, 'confirm', task)).toBe(false);
    expect(mayActOnTask(anOperator(), 'confirm', task)).toBe(true);
  });

  it('trọng tâm is confirmed by leaders, not by the office', () => {
    const task = aTaskOf(leading, { isFocus: true });
    expect(mayActOnTask(anOperator(), 'confirm', task)).toBe(false);
    expect(mayActOnTask(aLeaderInChargeOf(leading), 'confirm', task)).toBe(true);
    expect(mayActOnTask(aDirector(), 'confirm', task)).toBe(true);
  });

  it('whatever else a person may be, also with several roles at once', () => {
    const anyActor = fc
      .record({
        base: fc.constantFrom(...Object.values(ROLES)),
        more: fc.constantFrom(...Object.values(ROLES)),
        isOperator: fc.boolean(),
      })
      .map(({ base, more, isOperator }) => {
        const actor = base();
        return { ...actor, roles: [...actor.roles, ...more().roles], isOperator };
      });
    const anySubject = fc.record({
      unit: fc.constantFrom(...Object.values(UNITS)),
      isFocus: fc.boolean(),
      share: fc.constantFrom('assigneeId' as const, 'reportedById' as const),
    });
    fc.assert(
      fc.property(anyActor, anySubject, (actor, { unit, isFocus, share }) => {
        const task = aTaskOf(unit, { isFocus, [share]: actor.personId });
        expect(mayActOnTask(actor, 'confirm', task)).toBe(false);
      }),
    );
  });
});

describe('who may run the office', () => {
  it('the operators, everything', () => {
    expect(OFFICE_ACTIONS.filter((action) => mayActInOffice(anOperator(), action))).toEqual(OFFICE_ACTIONS);
  });

  it('the admin, what sets the system up: import, people and their accounts', () => {
    expect(OFFICE_ACTIONS.filter((action) => mayActInOffice(anAdmin(), action))).toEqual([
      'import',
      'invite',
      'managePeople',
      'manageUnits',
    ]);
  });

  it.each([
    ['a member of the office without a grant', aHeadOf(office)],
    ['a head', aHeadOf(leading)],
    ['a leader', aLeaderInChargeOf(leading)],
    ['the director', aDirector()],
  ])('%s, nothing', (_, actor) => {
    expect(OFFICE_ACTIONS.filter((action) => mayActInOffice(actor, action))).toEqual([]);
  });
});

describe('who reads which figures', () => {
  const scopesOf = (actor: Actor): string[] => {
    const scopes: Record<string, FigureScope> = {
      all: { kind: 'all' },
      'own unit': { kind: 'unit', unitId: leading },
      'another unit': { kind: 'unit', unitId: other },
      themselves: { kind: 'person', personId: actor.personId },
      'a colleague': { kind: 'person', personId: 1 },
    };
    return Object.keys(scopes).filter((name) => mayReadFigures(actor, scopes[name] ?? { kind: 'all' }));
  };
  const EVERYTHING = ['all', 'own unit', 'another unit', 'themselves', 'a colleague'];

  it.each([
    ['the director', aDirector(), EVERYTHING],
    ['a leader', aLeaderInChargeOf(other), EVERYTHING],
    ['the office', anOperator(), EVERYTHING],
    ['a head', aHeadOf(leading), ['own unit', 'themselves']],
    ['a deputy head', aDeputyHeadOf(leading), ['own unit', 'themselves']],
    ['staff', aStaffMemberOf(leading), ['themselves']],
    ['the monitor', aMonitor(), ['themselves']],
    ['the admin', anAdmin(), ['themselves']],
  ])('%s', (_, actor, scopes) => {
    expect(scopesOf(actor)).toEqual(scopes);
  });

  it.each(Object.entries(ROLES))('%s may read the widest scope that is offered', (_, make) => {
    const actor = make();
    expect(mayReadFigures(actor, widestFigureScope(actor))).toBe(true);
  });

  it('a head is offered the own unit, a leader the whole department', () => {
    expect(widestFigureScope(aHeadOf(leading))).toEqual({ kind: 'unit', unitId: leading });
    expect(widestFigureScope(aDirector())).toEqual({ kind: 'all' });
  });
});

describe('which help fits whom', () => {
  it.each([
    ['leader', aDirector()],
    ['leader', aLeaderInChargeOf(leading)],
    ['office', anOperator('head')],
    ['office', anAdmin()],
    ['head', aDeputyHeadOf(leading)],
    ['staff', aStaffMemberOf(leading)],
    ['staff', aMonitor()],
  ])('%s', (audience, actor) => {
    expect(audienceOf(actor)).toBe(audience);
  });
});
