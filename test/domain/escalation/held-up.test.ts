import { describe, expect, it } from 'vitest';
import {
  aFocusTask,
  aTask,
  DUE_ON,
  runMornings,
  wordsOn,
  workingDaysFrom,
} from '../../support/watched-tasks.ts';

describe('a task that its head has confirmed to be held up', () => {
  const days = { from: '2026-06-15', to: workingDaysFrom(DUE_ON, 12) };

  it.each([
    ['an ordinary one', aTask],
    ['a trọng tâm one', aFocusTask],
  ])('%s: only what is due soon is not said', (_, make) => {
    const said = runMornings(make(), days);
    const heldUp = runMornings(make({ isHeldUp: true }), days);
    expect(said.some(({ kind }) => kind === 'dueSoon')).toBe(true);
    expect(heldUp).toEqual(said.filter(({ kind }) => kind !== 'dueSoon'));
  });

  it('is still owed its confirmation', () => {
    expect(wordsOn(aTask({ isHeldUp: true, state: 'reportedDone' }), DUE_ON)).toEqual([
      'waitsForConfirmation → confirmer',
    ]);
  });
});
