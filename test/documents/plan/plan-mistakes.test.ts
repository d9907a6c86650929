import { describe, expect, it } from 'vitest';
import { lineOf, plant, problemsOf } from './planted.ts';

describe('a mistake is named with its line, its path and its cure', () => {
  it.each([
    [
      'a mistyped key',
      'code: CT-05',
      'cadence:',
      'cadense:',
      'indicators[4].cadense',
      'unknown key "cadense"; did you mean "cadence"?',
    ],
    [
      'a day that does not exist',
      'code: GD3',
      '2027-03-31',
      '2027-02-29',
      'phases[2].endOn',
      '"2027-02-29" is not a day that exists; write YYYY-MM-DD',
    ],
    [
      'a day written as in a letter',
      'campaign:',
      '2026-05-19',
      '19/5/2026',
      'campaign.startOn',
      'write YYYY-MM-DD',
    ],
    [
      'a time that does not exist',
      'weeklyDigest:',
      '"07:30"',
      '"7h30"',
      'weeklyDigest.at',
      'write "HH:mm" in quotes',
    ],
    [
      'an unknown unit',
      'code: CT-11',
      'KHTC',
      'KHCT',
      'indicators[10].owner',
      'unknown unit "KHCT"; did you mean "KHTC"?',
    ],
    [
      'an unknown unit of a duty',
      'duties:',
      'unit: VP',
      'unit: VPS',
      'phases[0].duties[0].unit',
      'did you mean "VP"?',
    ],
    [
      'an unknown unit of a responsibility',
      'responsibilities:',
      'unit: BGD',
      'unit: BGX',
      'responsibilities[1].unit',
      'did you mean "BGD"?',
    ],
    [
      'an unknown owner of a register',
      'code: DM-15',
      'KHTC',
      'XYZ',
      'registers[14].owner',
      'unknown unit "XYZ"; known here: BGD, VP',
    ],
    [
      'two questions of one report under one key',
      'code: BC-01',
      'key: kien-nghi',
      'key: bien-phap',
      'reportRegime[0].outline[2].asks.key',
      '"bien-phap" is already used above',
    ],
    [
      'an unknown submitter',
      'code: BC-06',
      '[VP]',
      '[VPP]',
      'reportRegime[5].submitters[0]',
      'did you mean "VP"?',
    ],
    [
      'all units as the owner of one indicator',
      'code: CT-11',
      'KHTC',
      'ALL',
      'indicators[10].owner',
      'unknown unit "ALL"',
    ],
    [
      'an unknown choice',
      'code: CT-05',
      'automatic',
      'automatik',
      'indicators[4].source',
      'unknown value "automatik"; did you mean "automatic"?',
    ],
    [
      'an unknown kind of target',
      'code: CT-05',
      'atLeast',
      'atleas',
      'indicators[4].target.kind',
      'did you mean "atLeast"?',
    ],
    ['a target in percent', 'code: CT-05', '0.98', '98', 'indicators[4].target.value', '<=1'],
    [
      'a number written as a text',
      'figures:',
      '0.98',
      'cao',
      'figures.onTimeTarget',
      'must be a number, not "cao"',
    ],
    [
      'an indicator twice',
      'code: CT-04',
      'CT-05',
      'CT-04',
      'indicators[4].code',
      '"CT-04" is already used above',
    ],
    [
      'a code that is none',
      'code: CT-24',
      'CT-25',
      'CT25',
      'indicators[24].code',
      'write a code such as CT-05',
    ],
    [
      'a cut without a baseline',
      'code: CT-06',
      'needsBaseline: true',
      'needsBaseline: false',
      'indicators[5].needsBaseline',
      'measured against a baseline',
    ],
    [
      'an unknown document',
      'code: CT-18',
      'qd-2996',
      'qd-2969',
      'indicators[17].basis',
      'unknown document "qd-2969"; did you mean "qd-2996"?',
    ],
    [
      'a campaign of the wrong length',
      'campaign:',
      '500\n',
      '501\n',
      'campaign.dayCount',
      'is 500 days, both counted, not 501',
    ],
    [
      'a horizon before the end',
      'campaign:',
      '2030-12-31',
      '2027-01-01',
      'campaign.horizonOn',
      'must not be before endOn 2027-09-30',
    ],
    [
      'a phase that starts too early',
      'code: GD3',
      '2027-01-01',
      '2026-12-01',
      'phases[2].startOn',
      'must not be before the last day of GD2, 2026-12-31',
    ],
    [
      'a phase that ends before it starts',
      'code: GD5',
      '2030-12-31',
      '2027-09-30',
      'phases[4].endOn',
      'must not be before startOn 2027-10-01',
    ],
    [
      'a milestone outside its phase',
      'key: gd4-trong-tam',
      '2027-06-30',
      '2027-10-30',
      'phases[3].milestones[0].dueOn',
      '2027-10-30 is outside GD4',
    ],
    [
      'a key twice',
      'legalBasis:',
      'key: ctr-01',
      'key: nq-05',
      'legalBasis[1].key',
      '"nq-05" is already used above',
    ],
    [
      'an impossible weekday of a cut-off',
      'code: BC-01',
      'cutOff: 5',
      'cutOff: 25',
      'reportRegime[0].cutOff',
      'write 1 (Monday) to 7 (Sunday)',
    ],
    [
      'a cut-off in words',
      'code: BC-02',
      'periodEnd',
      'thuSau',
      'reportRegime[1].cutOff',
      'write periodEnd, or the number of the day',
    ],
    [
      'a ladder that goes back',
      'ladder:',
      'after: 5',
      'after: 2',
      'escalation.ladder.normal[2].after',
      'must be 3 or more',
    ],
    [
      'a ladder that goes down',
      'ladder:',
      'to: director',
      'to: head',
      'escalation.ladder.normal[3].to',
      'head does not stand above leaderInCharge',
    ],
    [
      'a countdown that goes up',
      'dueSoon:',
      '[7, 3, 1, 0]',
      '[7, 3, 5, 0]',
      'reminders.dueSoon.offsets[2]',
      'must be less than 3',
    ],
    [
      'a slot in the quiet hours',
      'slots:',
      '"07:30"',
      '"06:30"',
      'reminders.slots.morning',
      '06:30 is inside the quiet hours 17:00–07:00',
    ],
    [
      'slots in the wrong order',
      'slots:',
      '"14:00"',
      '"07:10"',
      'reminders.slots.afternoon',
      'must be after 07:30',
    ],
    [
      'a day off twice',
      'daysOff:',
      '2026-09-02',
      '2026-09-01',
      'calendar.daysOff[12].on',
      '"2026-09-01" is already used above',
    ],
    [
      'a working Saturday on a Sunday',
      'workingSaturdays:',
      '2026-08-22',
      '2026-08-23',
      'calendar.workingSaturdays[1].on',
      '2026-08-23 is not a Saturday',
    ],
    [
      'a working Saturday for no swap',
      'workingSaturdays:',
      'replaces: 2026-08-31',
      'replaces: 2026-09-01',
      'calendar.workingSaturdays[1].replaces',
      'not a day off of the kind swap',
    ],
    ['a newer format', 'version:', '1', '2', 'version', 'must be 1, not 2'],
    [
      'a register twice',
      'code: DM-01',
      'DM-02',
      'DM-01',
      'registers[1].code',
      '"DM-01" is already used above',
    ],
    [
      'a report twice',
      'code: BC-01',
      'BC-02',
      'BC-01',
      'reportRegime[1].code',
      '"BC-01" is already used above',
    ],
    [
      'a milestone named as a task',
      'key: gd2-so-ket',
      'gd2-so-ket',
      'gd2-ky-luat',
      'phases[1].milestones[0].key',
      'already used above',
    ],
    [
      'two solutions of one name',
      'solutions:',
      'ky-luat-ky-cuong',
      'dieu-hanh-6-ro',
      'solutions[1].key',
      'already used above',
    ],
    [
      'an indicator without its scope',
      'code: CT-05',
      '[department, unit, person]',
      '[]',
      'indicators[4].scopes',
      '>=1',
    ],
  ])('%s', (_name, after, from, to, path, message) => {
    const problems = problemsOf(plant(after, from, to));
    const problem = problems.find((candidate) => candidate.path === path);
    expect(problem).toEqual({ line: lineOf(after, from), path, message: expect.stringContaining(message) });
  });
});

describe('a mistake that shows elsewhere is named where it shows', () => {
  it('names the second of two units with one code', () => {
    const [problem] = problemsOf(plant('units:', 'code: VP', 'code: BGD'));
    expect(problem).toMatchObject({ line: lineOf('units:', 'code: VP'), path: 'units[1].code' });
  });

  it('wants one office', () => {
    const problems = problemsOf(plant('code: QLKH', 'kind: department', 'kind: office'));
    const message = '2 units have the kind office; exactly one must';
    expect(problems).toEqual([{ line: lineOf('units:', 'units:'), path: 'units', message }]);
  });

  it('names the later of two units with one spelling, however it is written', () => {
    const [problem] = problemsOf(plant('code: CDS', 'P.CĐS', 'p.tdc'));
    const message = '"P.TĐC" already means CDS';
    expect(problem).toEqual({ line: lineOf('code: TDC', 'P.TĐC'), path: 'units[6].shortName', message });
  });

  it('names the phase that stands after a later one', () => {
    const problems = problemsOf(plant('code: GD3', 'GD3', 'GD5'));
    expect(problems[0]).toMatchObject({ line: lineOf('code: GD4', 'GD4'), path: 'phases[3].code' });
  });

  it('names the working Saturday that is listed as a day off', () => {
    const [problem] = problemsOf(plant('daysOff:', '2026-09-02', '2026-08-22'));
    const path = 'calendar.workingSaturdays[1].on';
    expect(problem).toMatchObject({ line: lineOf('workingSaturdays:', '2026-08-22'), path });
  });

  it('names both the unknown indicator and the missing one', () => {
    expect(problemsOf(plant('code: CT-24', 'CT-25', 'CT-26'))).toEqual([
      {
        line: lineOf('indicators:', 'indicators:'),
        path: 'indicators',
        message: 'CT-25 is missing; add it to the list',
      },
      {
        line: lineOf('code: CT-24', 'CT-25'),
        path: 'indicators[24].code',
        message: 'CT-26 is not one of CT-01 to CT-25',
      },
    ]);
  });
});
