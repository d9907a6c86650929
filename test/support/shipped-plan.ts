import { fileURLToPath } from 'node:url';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { loadPlan } from '../../src/load-plan.ts';

const PLAN_FILE = fileURLToPath(new URL('../../plans/dong-nai-skhcn.yaml', import.meta.url));

/** The plan that is shipped, as an installation reads it. */
export const readShippedPlan = (): Promise<Plan> => loadPlan(PLAN_FILE);
