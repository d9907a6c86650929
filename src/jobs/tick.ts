import { ensureOccurrences } from '../app/ensure-occurrences.ts';
import { startUseCase, type UseCase } from '../app/use-case.ts';
import type { Db } from '../db/client.ts';
import { claimSlot } from '../db/queries/notices.ts';
import { dropOutdated } from '../db/queries/outbox.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { planBriefs } from './plan-briefs.ts';
import { planDigests } from './plan-digests.ts';
import { purgeUnreadTexts } from './purge-unread-texts.ts';
import { requestExplanations } from './request-explanations.ts';

/** Once a day, or at the first tick after a stop. */
async function ensureTodaysOccurrences(useCase: UseCase): Promise<number> {
  const isFirst = await claimSlot(useCase.tx, 'occurrences', useCase.today, useCase.now);
  return isFirst ? ensureOccurrences(useCase) : 0;
}

/** Every job: what it is called and what it does in one transaction of its own. */
const JOBS: readonly { name: string; run: (useCase: UseCase) => Promise<number> }[] = [
  { name: 'outdated', run: ({ tx, now }) => dropOutdated(tx, now) },
  { name: 'occurrences', run: ensureTodaysOccurrences },
  // Before the briefs, which name what is asked.
  { name: 'explanations', run: requestExplanations },
  { name: 'brief', run: planBriefs },
  { name: 'digest', run: planDigests },
  { name: 'unreadTexts', run: purgeUnreadTexts },
];

/**
 * Writes everything that is owed at `now` and was not written before. It may run twice, late, or in two processes:
 * the rows decide, so the outcome is the same.
 * @returns how much each job wrote
 */
export async function tick(db: Db, plan: Plan, now: Date): Promise<Record<string, number>> {
  const written: Record<string, number> = {};
  for (const job of JOBS) {
    written[job.name] = await db.transaction((tx) => job.run(startUseCase(tx, plan, now, 'job')));
  }
  return written;
}
