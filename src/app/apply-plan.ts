import type { Db } from '../db/client.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { addPlanRevision, findNewestPlanRevision } from '../db/queries/installation.ts';
import { diffPlans, type PlanDifference } from '../domain/plan/diff-plans.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { hashPlan, seedCampaign } from './install.ts';
import type { UseCase } from './use-case.ts';

/** The plan that stands in the database now, which a running bot may not have read yet. */
export async function readStandingPlan(db: Db): Promise<Plan> {
  const newest = await findNewestPlanRevision(db);
  if (newest === undefined) throw new Error('No plan was applied to this database yet');
  return newest.content as Plan;
}

/**
 * Makes a changed plan file the plan that stands: a new revision, with what it changed in the audit. Old revisions
 * stay. A plan that says nothing new changes nothing.
 */
export async function applyPlan(useCase: UseCase, plan: Plan): Promise<PlanDifference[]> {
  const differences = diffPlans(await readStandingPlan(useCase.tx), plan);
  if (differences.length === 0) return [];
  await addPlanRevision(useCase.tx, hashPlan(plan), plan, useCase.now);
  await seedCampaign(useCase.tx, plan);
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: null,
    source: useCase.source,
    action: 'applyPlan',
    subject: 'campaign',
    after: differences,
  });
  return differences;
}
