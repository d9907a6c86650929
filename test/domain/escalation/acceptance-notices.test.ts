import { expect, it } from 'vitest';
import {
  type AssignedTask,
  listAcceptanceNotices,
} from '../../../src/domain/escalation/acceptance-notices.ts';
import { calendar } from '../../support/working-days.ts';

const POLICY = { notAcceptedAfter: 1, unassignedAfter: 2 };

/** Given on a Friday. */
const aTask = (fields: Partial<AssignedTask> = {}): AssignedTask => ({
  id: 7,
  state: 'issued',
  assigneeId: 3,
  needsAcceptance: true,
  aliveOn: '2026-07-10',
  ...fields,
});

const owed = (task: AssignedTask, today: string) =>
  listAcceptanceNotices(task, today, calendar, POLICY).map(({ kind, to }) => `${kind} ${to}`);

it.each([
  ['on the day itself', '2026-07-10', []],
  ['over the weekend', '2026-07-12', []],
  ['on the next working day', '2026-07-13', ['notAccepted assignee', 'notAccepted head']],
])('a task that nobody took on is spoken of to the assignee and the head: %s', (_, today, expected) => {
  expect(owed(aTask(), today)).toEqual(expected);
});

it.each([
  ['taken on', { state: 'inProgress' }],
  ['given by a document', { needsAcceptance: false }],
  ['closed', { state: 'cancelled' }],
  ['not yet alive', { aliveOn: '2026-07-20' }],
] as const)('never of one that is %s', (_, fields) => {
  expect(owed(aTask(fields), '2026-07-15')).toEqual([]);
});

it.each([
  ['2026-07-13', []],
  ['2026-07-14', ['unassigned head']],
  ['2026-07-15', ['unassigned head', 'unassigned office']],
])('one without a named person: on %s', (today, expected) => {
  expect(owed(aTask({ assigneeId: null, needsAcceptance: false, state: 'inProgress' }), today)).toEqual(
    expected,
  );
});

it('each is named by its subject, so it is said once', () => {
  const keys = (today: string) =>
    listAcceptanceNotices(aTask(), today, calendar, POLICY).map(({ key }) => key);
  expect(keys('2026-07-13')).toEqual(keys('2026-07-23'));
});
