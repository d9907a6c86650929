import { findContradictions } from './contradictions/find-contradictions.ts';
import { planShape } from './plan-shape.ts';

/** Accepts a plan whose every part has its shape and whose parts agree with each other. */
export const planSchema = planShape.superRefine((plan, context) => {
  for (const { path, message } of findContradictions(plan)) {
    context.addIssue({ code: 'custom', path, message });
  }
});
