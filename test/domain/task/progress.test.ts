import { describe, expect, it } from 'vitest';
import { CLAIMED_STATUSES, needsConfirmation, stateAfterReport } from '../../../src/domain/task/progress.ts';

describe('the state after a report', () => {
  it.each([
    ['notStarted', 'inProgress'],
    ['inProgress', 'inProgress'],
    ['blocked', 'inProgress'],
    ['submitted', 'submitted'],
    ['reportedDone', 'reportedDone'],
    ['basicallyDone', 'reportedDone'],
  ] as const)('%s gives %s', (status, state) => {
    expect(stateAfterReport(status, 'inProgress')).toBe(state);
  });

  it('stays "chưa thực hiện" when that is what was said', () => {
    expect(stateAfterReport('notStarted', 'issued')).toBe('issued');
  });

  it('is never done: somebody else confirms that', () => {
    const states = CLAIMED_STATUSES.map((status) => stateAfterReport(status, 'inProgress'));
    expect(states).not.toContain('done');
    expect(states).not.toContain('basicallyDone');
  });
});

describe('a report is recorded at once', () => {
  it('when the figure rises, stays or is the first', () => {
    expect(needsConfirmation({ status: 'inProgress', percent: 60 }, 40)).toBe(false);
    expect(needsConfirmation({ status: 'inProgress', percent: 40 }, 40)).toBe(false);
    expect(needsConfirmation({ status: 'inProgress', percent: 10 }, null)).toBe(false);
    expect(needsConfirmation({ status: 'submitted', percent: 90 }, 90)).toBe(false);
  });
});

describe('its author is asked first', () => {
  it('when the figure falls', () => {
    expect(needsConfirmation({ status: 'inProgress', percent: 39 }, 40)).toBe(true);
  });

  it.each(['reportedDone', 'basicallyDone'] as const)('when it closes the task (%s)', (status) => {
    expect(needsConfirmation({ status, percent: 100 }, 90)).toBe(true);
    expect(needsConfirmation({ status, percent: 100 }, null)).toBe(true);
  });
});
