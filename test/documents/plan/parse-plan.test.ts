import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, lineOf, plant, problemsOf, shipped } from './planted.ts';

describe('the shipped plan', () => {
  it('is sound', () => {
    expect(problemsOf(shipped)).toEqual([]);
  });
});

describe('what is missing is named at the entry that lacks it', () => {
  it.each([
    [
      'code: CT-05',
      'target: { kind: atLeast, value: 0.98 }\n    ',
      'indicators[4].target',
      'is missing; add it as a group',
    ],
    ['code: CT-05', ', value: 0.98', 'indicators[4].target.value', 'is missing; add it as a number'],
    [
      'code: CT-05',
      'kind: atLeast, ',
      'indicators[4].target.kind',
      'is missing; write atLeast or all or cutBy',
    ],
    [
      'code: CT-05',
      'source: automatic\n    ',
      'indicators[4].source',
      'is missing; write automatic or entered',
    ],
    ['code: CT-18', '\n    basis: qd-2996', 'indicators[17].basis', 'needs the key of a legalBasis document'],
    [
      'code: BC-01',
      'dueWeekday: 5\n    ',
      'reportRegime[0].dueWeekday',
      'a report with the cadence week needs it',
    ],
    ['code: BC-02', 'dueDay: 3\n    ', 'reportRegime[1].dueDay', 'a report with the cadence month needs it'],
  ])('%s without %j', (entry, removed, path, message) => {
    const [problem, ...others] = problemsOf(plant(entry, removed, ''));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path, message: expect.stringContaining(message) });
    const line = path.includes('target.') ? lineOf(entry, removed) : lineOf(entry, entry);
    expect(problem?.line).toBe(line);
  });

  it('names the file when a whole section is missing', () => {
    const section = 'weeklyDigest:\n  weekday: 1\n  at: "07:30"\n';
    const [problem] = problemsOf(plant('weeklyDigest:', section, ''));
    expect(problem).toMatchObject({ line: 1, path: 'weeklyDigest' });
  });
});

describe('several mistakes', () => {
  it('are all named at once, in the order of the lines', () => {
    const text = plant('code: CT-05', 'cadence: month', 'cadense: month').replace(
      'startOn: 2026-05-19',
      'startOn: 19/5',
    );
    const problems = problemsOf(text);
    expect(problems.map(({ path }) => path)).toEqual([
      'campaign.startOn',
      'indicators[4].cadence',
      'indicators[4].cadense',
    ]);
  });

  it('on one group stand each on its own line', () => {
    const text = plant('weeklyDigest:', 'weekday: 1\n  at:', 'wekday: 1\n  att:');
    const unknown = problemsOf(text).filter(({ message }) => message.startsWith('unknown key'));
    const line = lineOf('weeklyDigest:', 'weekday: 1');
    expect(unknown).toEqual([
      { line, path: 'weeklyDigest.wekday', message: 'unknown key "wekday"; did you mean "weekday"?' },
      { line: line + 1, path: 'weeklyDigest.att', message: 'unknown key "att"; did you mean "at"?' },
    ]);
  });
});

describe('a file that is no plan', () => {
  it('is refused when it is empty', () => {
    expect(problemsOf('')).toMatchObject([{ line: 1, path: fileName }]);
  });

  it('is refused at the line where it stops being YAML', () => {
    expect(problemsOf('version: 1\ncampaign: {\n')).toMatchObject([
      { path: fileName, message: expect.stringContaining('is not valid YAML') },
    ]);
  });

  it('is refused at a key that is written twice in one group', () => {
    expect(problemsOf('version: 1\nfigures: {}\nversion: 1\n')).toMatchObject([{ line: 3, path: fileName }]);
  });

  it('keeps its complaints inside the file, wherever a line is cut short', () => {
    const lines = shipped.split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(40), (index, length) => {
        const cut = lines.with(index, (lines[index] ?? '').slice(0, length)).join('\n');
        for (const { line } of problemsOf(cut)) expect(line >= 1 && line <= lines.length).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
