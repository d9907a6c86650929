import { parseArgs } from 'node:util';
import type { Place } from '../../test/support/real-installation.ts';

export interface ChaosOptions {
  kills: number;
  seed: number;
  isQuick: boolean;
  places: { name: string; place: Place }[];
}

const FULL_KILLS = 200;
const QUICK_KILLS = 6;

/**
 * `[--kills N] [--seed N] [--database embedded|server|both] [--quick]`
 * @throws Error with one clear line for a wish that cannot be met
 */
export function readChaosOptions(args: string[], environment: NodeJS.ProcessEnv): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      kills: { type: 'string' },
      seed: { type: 'string' },
      database: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const isQuick = values.quick;
  return {
    isQuick,
    kills: readCount('--kills', values.kills, isQuick ? QUICK_KILLS : FULL_KILLS, 1),
    seed: readCount('--seed', values.seed, Date.now() % 1_000_000, 0),
    places: choosePlaces(values.database ?? 'embedded', environment),
  };
}

function readCount(name: string, given: string | undefined, otherwise: number, least: number): number {
  const count = given === undefined ? otherwise : Number(given);
  if (!Number.isSafeInteger(count) || count < least)
    throw new Error(`${name} must be a whole number of at least ${least}: ${given}`);
  return count;
}

function choosePlaces(database: string, environment: NodeJS.ProcessEnv): ChaosOptions['places'] {
  if (!['embedded', 'server', 'both'].includes(database))
    throw new Error(`--database must be embedded, server or both: ${database}`);
  const embedded = { name: 'embedded', place: 'embedded' as const };
  if (database === 'embedded') return [embedded];
  const server = environment.TEST_DATABASE_URL || environment.DATABASE_URL;
  if (!server)
    throw new Error(
      'A server campaign needs TEST_DATABASE_URL: a Postgres server on which it may make databases',
    );
  const onServer = { name: 'server', place: { server } };
  return database === 'both' ? [embedded, onServer] : [onServer];
}
