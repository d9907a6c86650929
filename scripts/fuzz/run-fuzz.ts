import fc from 'fast-check';
import type { Json } from './chat-messages.ts';
import { checkRound } from './check-round.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import { shrinkUpdate } from './shrink-update.ts';
import { telegramUpdate } from './telegram-updates.ts';

const BATCH = 500;
/** After so many updates the department begins anew: its tasks are closed by then, and memory stays bounded. */
const ROUND = 2500;
const ENOUGH_FINDINGS = 20;

export interface FuzzReport {
  seed: number;
  /** How many updates of each kind were sent. */
  sent: Record<string, number>;
  /** How the updates ended, and the answers. */
  updates: Record<string, number>;
  answers: Record<string, number>;
  findings: string[];
  /** The smallest update that failed, if one did. */
  smallest: Json | null;
}

/** Sends so many updates of any sort through the intake, handlers and sender, and says what went wrong. */
export async function runFuzz(
  world: FuzzWorld,
  options: { updates: number; seed: number; onProgress?: (done: number) => void },
): Promise<FuzzReport> {
  const { updates, seed } = options;
  const report: FuzzReport = { seed, sent: {}, updates: {}, answers: {}, findings: [], smallest: null };
  const unhandled = (error: unknown) =>
    report.findings.push(`unhandled: ${String((error as Error)?.stack ?? error)}`);
  process.on('unhandledRejection', unhandled).on('uncaughtException', unhandled);
  try {
    for (let done = 0; done < updates && report.findings.length < ENOUGH_FINDINGS; done += ROUND) {
      await playRound(world, report, { seed: seed + done, size: Math.min(ROUND, updates - done) });
      options.onProgress?.(Math.min(done + ROUND, updates));
    }
  } finally {
    process.off('unhandledRejection', unhandled).off('uncaughtException', unhandled);
  }
  return report;
}

/** A round depends on its own seed alone, so that one with a finding can be played again by itself. */
async function playRound(
  world: FuzzWorld,
  report: FuzzReport,
  { seed, size }: { seed: number; size: number },
): Promise<void> {
  await world.begin();
  const findings: string[] = [];
  try {
    for (let done = 0; done < size; done += BATCH) {
      const numRuns = Math.min(BATCH, size - done);
      const batch = fc.sample(telegramUpdate, { seed: seed + done, numRuns });
      for (const update of batch) add(report.sent, { [Object.keys(update)[0] ?? 'none']: 1 });
      await world.deliver(batch);
      await world.settle();
    }
    add(report.updates, await world.countStates('updates'));
    add(report.answers, await world.countStates('outbox'));
    findings.push(...(await checkRound(world)));
  } catch (error) {
    findings.push(String(error), ...world.loggedErrors.splice(0));
  }
  report.findings.push(...findings.map((finding) => `--seed ${seed} --updates ${size}: ${finding}`));
  const [failed] = await world.listFailed();
  if (failed !== undefined && report.smallest === null)
    report.smallest = await shrinkUpdate(world, failed.payload as Json);
}

function add(totals: Record<string, number>, more: Record<string, number>): void {
  for (const [key, n] of Object.entries(more)) totals[key] = (totals[key] ?? 0) + n;
}
