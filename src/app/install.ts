import { createHash } from 'node:crypto';
import type { Db } from '../db/client.ts';
import {
  addInstallation,
  addPlanRevision,
  findInstallation,
  findNewestPlanRevision,
  type InstallationMode,
  saveCampaign,
  saveDocuments,
  savePhases,
} from '../db/queries/installation.ts';
import type { Plan } from '../domain/plan/plan.ts';

/**
 * Makes a database this installation's own. The first start seeds it with the plan; later the database stands, and
 * a changed file waits for its own command.
 * @throws when the database was made for the other mode (a sandbox refuses a real bot and the other way round)
 * @returns the plan that stands, and whether the file says something else
 */
export async function install(
  db: Db,
  input: { mode: InstallationMode; plan: Plan; now: Date },
): Promise<{ plan: Plan; fileDiffers: boolean }> {
  return db.transaction(async (tx) => {
    const existing = await findInstallation(tx);
    if (existing !== undefined && existing.mode !== input.mode) {
      throw new Error(
        `This database belongs to a ${existing.mode} installation, but the bot was started in ${input.mode} mode. ` +
          'Point DATABASE_URL or DATA_DIR at another place.',
      );
    }
    if (existing === undefined) await addInstallation(tx, input.mode, input.now);
    const standing = await findNewestPlanRevision(tx);
    const hash = hashPlan(input.plan);
    if (standing !== undefined) {
      return { plan: standing.content as Plan, fileDiffers: standing.contentHash !== hash };
    }
    await addPlanRevision(tx, hash, input.plan, input.now);
    await seedCampaign(tx, input.plan);
    return { plan: input.plan, fileDiffers: false };
  });
}

/** Writes campaign, phases and giving documents as a plan has them; what is there already is brought up to date. */
export async function seedCampaign(tx: Db, plan: Plan): Promise<void> {
  const { key, name, startOn, endOn, horizonOn } = plan.campaign;
  const campaignId = await saveCampaign(tx, { key, name, startOn, endOn, horizonOn });
  await savePhases(
    tx,
    plan.phases.map((phase) => ({
      campaignId,
      code: phase.code,
      name: phase.name,
      startOn: phase.startOn ?? plan.campaign.issuedOn,
      endOn: phase.endOn,
    })),
  );
  await saveDocuments(
    tx,
    plan.legalBasis.map(({ key: documentKey, number, issuedOn, issuer, title }) => ({
      key: documentKey,
      number,
      issuedOn,
      issuer,
      title,
    })),
  );
}

/** The same content is the same revision, in whatever order its keys are written. */
export function hashPlan(plan: Plan): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(plan)))
    .digest('hex');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
