import { setTimeout as sleep } from 'node:timers/promises';

/** The server is there, but cannot serve now: PostgreSQL starting up or shutting down, or too many connections. */
const NOT_NOW = ['57P01', '57P02', '57P03', '53300'];
const NOT_THERE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
];
const LOOK_AGAIN_MS = 2000;

/**
 * Does work that may be done twice, again and again while the database's server is away.
 * @param onWaiting called once, with the first outage
 * @throws whatever the work throws that is no outage
 */
export async function outlastOutages<T>(
  work: () => Promise<T>,
  onWaiting: (error: unknown) => void,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
      if (attempt === 0) onWaiting(error);
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

function isOutage(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return [...NOT_NOW, ...NOT_THERE].includes(code ?? '') || (cause !== undefined && isOutage(cause));
}
