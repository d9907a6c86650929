import { describe, expect, it } from 'vitest';
import {
  formatTaskCode,
  isContainer,
  isFocus,
  isOpen,
  TASK_PRIORITIES,
  TASK_STATES,
  TASK_STRUCTURES,
} from '../../../src/domain/task/task.ts';

describe('a task', () => {
  it('is still somebody’s work when it is issued, in progress or submitted', () => {
    expect(TASK_STATES.filter(isOpen)).toEqual(['issued', 'inProgress', 'submitted']);
  });

  it('is trọng tâm in the wide sense with every priority but the ordinary one', () => {
    expect(TASK_PRIORITIES.filter(isFocus)).toEqual(['focus', 'key', 'breakthrough']);
  });

  it('is a container when its parts are what is done and counted', () => {
    expect(TASK_STRUCTURES.filter(isContainer)).toEqual(['series', 'split']);
  });

  it('has a short code that can be spoken', () => {
    expect(formatTaskCode(1)).toBe('NV01');
    expect(formatTaskCode(12)).toBe('NV12');
    expect(formatTaskCode(345)).toBe('NV345');
    expect(formatTaskCode(1, 'KHTC')).toBe('NV01.KHTC');
  });
});
