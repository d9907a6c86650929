import { createHash } from 'node:crypto';
import type { Failure } from './faults.ts';

/** How often each kind of failure is dealt out, 0 to 1; together at most 1. */
export interface FaultRates {
  tooManyRequests?: number;
  serverError?: number;
  cutBefore?: number;
  cutAfter?: number;
  hangAfter?: number;
  slow?: number;
}

export interface RandomPlan {
  seed: number | string;
  rates: FaultRates;
  /** What a 429 says; 1 when absent. */
  retryAfterSeconds?: number;
  /** How late a slow answer comes; 1000 when absent. */
  slowMilliseconds?: number;
  /** Only calls of these methods; all but {@link SPARED}, when absent. */
  methods?: readonly string[];
}

/** A bot that cannot poll or find out who it is does nothing at all: these fail only when they are named. */
const SPARED = ['getupdates', 'getme'];

/**
 * Failures by a seed. What befalls a call depends on the seed, its method and chat and how many such calls there were
 * before, so that chats which are served side by side do not change each other's luck.
 */
export class RandomFaults {
  readonly #plan: RandomPlan;
  readonly #methods: readonly string[] | null;
  readonly #counts = new Map<string, number>();

  constructor(plan: RandomPlan) {
    this.#plan = plan;
    this.#methods = plan.methods?.map((method) => method.toLowerCase()) ?? null;
  }

  /** What befalls the next call of a method about a chat, or `null`. */
  deal(method: string, chatId: number | null): Failure | null {
    const name = method.toLowerCase();
    if (this.#methods ? !this.#methods.includes(name) : SPARED.includes(name)) return null;
    let draw = this.#draw(`${name} ${chatId}`);
    for (const [rate, failure] of failuresOf(this.#plan)) {
      if (draw < rate) return failure;
      draw -= rate;
    }
    return null;
  }

  /** From 0 up to 1, always the same for the same seed and place in the row. */
  #draw(row: string): number {
    const count = this.#counts.get(row) ?? 0;
    this.#counts.set(row, count + 1);
    const hash = createHash('sha256').update(`${this.#plan.seed} ${row} ${count}`).digest();
    return hash.readUIntBE(0, 6) / 2 ** 48;
  }
}

function failuresOf({ rates, retryAfterSeconds = 1, slowMilliseconds = 1000 }: RandomPlan) {
  const tooMany: Failure = {
    kind: 'error',
    code: 429,
    description: `Too Many Requests: retry after ${retryAfterSeconds}`,
    parameters: { retry_after: retryAfterSeconds },
  };
  const list: [number | undefined, Failure][] = [
    [rates.tooManyRequests, tooMany],
    [rates.serverError, { kind: 'error', code: 500, description: 'Internal Server Error' }],
    [rates.cutBefore, { kind: 'cutBefore' }],
    [rates.cutAfter, { kind: 'cutAfter' }],
    [rates.hangAfter, { kind: 'hangAfter' }],
    [rates.slow, { kind: 'slow', milliseconds: slowMilliseconds }],
  ];
  return list.map(([rate = 0, failure]) => [rate, failure] as const);
}
