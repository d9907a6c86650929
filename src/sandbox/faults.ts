import type { ErrorParameters } from './api-error.ts';
import type { CallFields } from './call-fields.ts';
import { RandomFaults, type RandomPlan } from './random-faults.ts';

/** A failure in place of the effect: an answer with an error, a line that is cut, or no answer ever. */
export type EarlyFailure =
  | { kind: 'error'; code: number; description: string; parameters?: ErrorParameters }
  | { kind: 'cutBefore' | 'hangBefore' };

/** A failure after the effect: a line that is cut, no answer ever, or an answer that comes late. */
export type LateFailure = { kind: 'cutAfter' | 'hangAfter' } | { kind: 'slow'; milliseconds: number };

export type Failure = EarlyFailure | LateFailure;

/** A failure to act out, and the calls that it hits. */
export type Fault = {
  /** Only calls of this method (any, when absent). */
  method?: string;
  /** Only calls about this chat (any, when absent). */
  chatId?: number;
  /** How many calls it hits; 1 when absent. */
  times?: number;
} & Failure;

/** What befalls one call. */
export interface Fate {
  /** What happens in place of the effect. */
  early: EarlyFailure | null;
  /** Asked once, after the call took effect: what happens to its answer. */
  late: () => LateFailure | null;
}

/** The failures asked for, each used up by the calls that it hits, and those that a seed deals out. */
export class FaultPlan {
  #faults: { fault: Fault; left: number }[] = [];
  #random: RandomFaults | null = null;

  /** Adds a failure for the next fitting calls. */
  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#faults = [];
  }

  /** Deals out failures by a seed from now on, beside those asked for. */
  failRandomly(plan: RandomPlan): void {
    this.#random = new RandomFaults(plan);
  }

  stopFailing(): void {
    this.#random = null;
  }

  /** What befalls a call that came in just now: what was asked for, else what the seed deals out. */
  fateOf(method: string, fields: CallFields): Fate {
    const dealt = this.#random?.deal(method, fields.integer('chat_id') ?? null) ?? null;
    return {
      early: this.#take(method, fields, isEarly) ?? (dealt && isEarly(dealt) ? dealt : null),
      late: () => this.#take(method, fields, isLate) ?? (dealt && isLate(dealt) ? dealt : null),
    };
  }

  #take<T extends Failure>(
    method: string,
    fields: CallFields,
    isOfPhase: (failure: Failure) => failure is T,
  ): T | null {
    const planned = this.#faults.find(({ fault }) => isOfPhase(fault) && hits(fault, method, fields));
    if (!planned || !isOfPhase(planned.fault)) return null;
    planned.left -= 1;
    if (planned.left <= 0) this.#faults = this.#faults.filter((other) => other !== planned);
    return planned.fault;
  }
}

function hits(fault: Fault, method: string, fields: CallFields): boolean {
  return (
    (fault.method === undefined || fault.method.toLowerCase() === method.toLowerCase()) &&
    (fault.chatId === undefined || fault.chatId === fields.integer('chat_id'))
  );
}

function isLate(failure: Failure): failure is LateFailure {
  return failure.kind === 'cutAfter' || failure.kind === 'hangAfter' || failure.kind === 'slow';
}

function isEarly(failure: Failure): failure is EarlyFailure {
  return !isLate(failure);
}
