import { randomUUID } from 'node:crypto';
import cron from 'node-cron';
import type { Logger } from 'pino';
import type { Clock } from '../app/use-case.ts';
import type { Db } from '../db/client.ts';
import { holdLease, releaseLease } from '../db/queries/leases.ts';
import { ZONE } from '../domain/days.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { tick } from './tick.ts';

const LEASE = 'scheduler';
/** Longer than any tick; a killed process keeps the others from looking for so long at most. */
const LEASE_SECONDS = 45;

/** When to look whether anything is owed. What is owed is the rows' to say, so a look more or less changes nothing. */
const EVERY_MINUTE = '0 * * * * *';

export interface Scheduler {
  /** Looks now and waits until everything owed at the clock's moment is written. */
  tickNow(): Promise<void>;
  /** The real moment of the last look that ended well. */
  lastTickAt: () => Date | null;
  stop(): Promise<void>;
}

export interface SchedulerParts {
  db: Db;
  plan: Plan;
  clock: Clock;
  logger: Logger;
  /** Called when messages were written. */
  onWritten(): void;
}

/** Lets node-cron wake `tick(now)` every minute, in one process at a time. */
export function startScheduler(parts: SchedulerParts): Scheduler {
  const holder = randomUUID();
  let lastTickAt: Date | null = null;
  let running: Promise<void> = Promise.resolve();

  const tickAndRelease = async () => {
    try {
      return await tick(parts.db, parts.plan, parts.clock.now());
    } finally {
      await releaseLease(parts.db, LEASE, holder).catch(() => {});
    }
  };
  const look = async () => {
    // Whoever finds it taken may rely on the other: what is owed is looked after.
    if ((await holdLease(parts.db, LEASE, holder, LEASE_SECONDS)) === null) {
      lastTickAt = new Date();
      return;
    }
    const written = await tickAndRelease();
    lastTickAt = new Date();
    if (Object.values(written).some((count) => count > 0)) {
      parts.logger.info({ written }, 'Wrote what is owed');
      parts.onWritten();
    }
  };
  // Looks follow one another: a slow one is not overtaken by the next minute's.
  const tickNow = () => {
    const next = running.then(look);
    running = next.catch(() => {});
    return next;
  };
  const task = cron.schedule(
    EVERY_MINUTE,
    () => tickNow().catch((error: unknown) => parts.logger.error({ error: String(error) }, 'A tick failed')),
    { timezone: ZONE },
  );
  return {
    tickNow,
    lastTickAt: () => lastTickAt,
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}
