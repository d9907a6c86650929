import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check, type Facts, holds, type Sent } from '../../scripts/simulate/check.ts';

/** One task, due on Wednesday 08/7/2026 and never done; looked at until Friday 24/7. */
const facts: Facts = {
  from: '2026-07-01',
  to: '2026-07-24',
  daysOff: [],
  workingSaturdays: [],
  slots: { morning: '07:30', afternoon: '14:00' },
  quietHours: { from: '17:00', to: '07:00' },
  ladder: {
    normal: [
      { after: 1, to: 'head' },
      { after: 3, to: 'office' },
      { after: 5, to: 'leaderInCharge' },
      { after: 10, to: 'director' },
    ],
    focus: [{ after: 1, to: 'head' }],
  },
  repeatEvery: { normal: 5, focus: 1 },
  liveAt: '2026-07-01T00:30:00.000Z',
  versions: [
    {
      code: 'NV01',
      isPart: true,
      from: '2026-07-01T00:00:00.000Z',
      until: null,
      state: 'inProgress',
      dueOn: '2026-07-08',
      isFocus: false,
    },
  ],
  extensions: [],
  reachable: { head: 1, office: 1, leaderInCharge: 1, director: 1 },
};

let messages = 0;
/** A message of the clock to somebody on a morning. */
function said(day: string, to: string, what: Partial<Sent>): Sent {
  messages += 1;
  return {
    at: `${day}T00:30:00.000Z`,
    to,
    role: to,
    kind: 'overdue',
    tasks: ['NV01'],
    step: null,
    message: `m${messages}`,
    family: 'scheduled',
    ...what,
  };
}

/** Everything that the policy owes of that task. */
const wholeLog: readonly Sent[] = [
  ...['2026-07-09', '2026-07-16', '2026-07-23'].flatMap((day) => [
    said(day, 'staff', {}),
    said(day, 'head', { message: `${day} head` }),
  ]),
  said('2026-07-13', 'officeHead', { role: 'head', kind: 'ladder', step: 'office' }),
  said('2026-07-15', 'deputyDirector', { kind: 'ladder', step: 'leaderInCharge' }),
  said('2026-07-22', 'director', { kind: 'ladder', step: 'director' }),
];

describe('The checker of a simulation', () => {
  it('is content with a log that keeps every promise, and says when who knew', () => {
    const verdict = check(wholeLog, facts);
    expect(verdict).toMatchObject({ silent: [], duplicates: [], inQuietTime: [], tooMany: [], lateTasks: 1 });
    expect(verdict.knewAfter).toEqual({ head: 1, office: 3, leaderInCharge: 5, director: 10 });
    expect(holds(verdict)).toBe(true);
  });

  it.each([
    ['office', 3],
    ['leaderInCharge', 5],
    ['director', 10],
  ])('notices that the %s did not hear', (step) => {
    const verdict = check(
      wholeLog.filter((line) => line.step !== step),
      facts,
    );
    // A higher step that heard in time makes up for a lower one only by then.
    expect(verdict.silent.some((line) => line.includes(step))).toBe(true);
    expect(holds(verdict)).toBe(false);
  });

  it('notices a step that heard a day late', () => {
    const late = wholeLog.map((line) =>
      line.step === 'director' ? { ...line, at: '2026-07-23T00:30:00.000Z' } : line,
    );
    expect(check(late, facts).silent).toEqual([
      expect.stringContaining('director had not heard by 2026-07-22'),
    ]);
  });

  it('notices a week in which nobody was reminded', () => {
    const quiet = wholeLog.filter(({ at, step }) => step !== null || !at.startsWith('2026-07-09'));
    expect(check(quiet, facts).silent).toEqual([expect.stringContaining('head had not heard by 2026-07-09')]);
  });

  it('notices what is said twice', () => {
    const twice = [...wholeLog, { ...(wholeLog[0] as Sent), message: 'again' }];
    expect(check(twice, facts).duplicates).not.toEqual([]);
  });

  it.each(['2026-07-12T16:00:00.000Z', '2026-07-10T22:00:00.000Z', '2026-07-10T10:30:00.000Z'])(
    'notices a message on a Sunday, at night, after hours: %s',
    (at) => {
      const disturbed = [
        ...wholeLog,
        said('2026-07-10', 'staff', { at, kind: 'taskReminded', family: 'event' }),
      ];
      expect(check(disturbed, facts).inQuietTime).toHaveLength(1);
    },
  );

  it('notices a third message of the clock on one day', () => {
    const third = [
      ...wholeLog,
      said('2026-07-09', 'staff', { at: '2026-07-09T07:00:00.000Z', kind: 'dueSoon' }),
      said('2026-07-09', 'staff', { at: '2026-07-09T08:00:00.000Z', kind: 'notAccepted' }),
    ];
    expect(check(third, facts).tooMany).toEqual(['staff 2026-07-09: 3']);
  });

  it('takes the director for every step above the office when the director heads the unit', () => {
    const led = wholeLog
      .filter(({ step }) => step !== 'leaderInCharge' && step !== 'director')
      .map((line) => (line.to === 'head' ? { ...line, to: 'director', role: 'director' } : line));
    expect(check(led, facts).silent).toEqual([]);
  });

  it('waits two working days longer when more time was asked before the due day was over', () => {
    const paused = {
      ...facts,
      extensions: [{ code: 'NV01', dueOn: '2026-07-08', at: '2026-07-08T02:00:00.000Z' }],
    };
    const later = wholeLog.map((line) =>
      line.step === 'office' ? { ...line, at: '2026-07-15T00:30:00.000Z' } : line,
    );
    expect(check(later, paused).silent).toEqual([]);
    expect(check(later, facts).silent).not.toEqual([]);
  });

  it('shares no code with the product', async () => {
    const file = fileURLToPath(new URL('../../scripts/simulate/check.ts', import.meta.url));
    expect(await readFile(file, 'utf8')).not.toMatch(/^import|\bimport\(|require\(/m);
  });
});
