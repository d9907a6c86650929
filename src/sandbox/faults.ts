import type { FastifyReply } from 'fastify';
import { ApiError, type ErrorParameters } from './api-error.ts';
import type { CallFields } from './call-fields.ts';

/**
 * A failure to act out: an answer in place of the effect, a line cut before or after the effect, or an effect whose
 * answer never comes.
 */
export type Fault = {
  /** Only calls of this method (any, when absent). */
  method?: string;
  /** Only calls about this chat (any, when absent). */
  chatId?: number;
  /** How many calls it hits; 1 when absent. */
  times?: number;
} & (
  | { kind: 'error'; code: number; description: string; parameters?: ErrorParameters }
  | { kind: 'cutBefore' | 'cutAfter' | 'hangAfter' }
);

/** The failures asked for, each used up by the calls that it hits. */
export class FaultPlan {
  #faults: { fault: Fault; left: number }[] = [];

  /** Adds a failure for the next fitting calls. */
  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#faults = [];
  }

  /**
   * Acts out what happens instead of the call; true when its line was cut and nothing is left to do.
   * @throws ApiError the error asked for.
   */
  interceptCall(method: string, fields: CallFields, reply: FastifyReply): boolean {
    const fault = this.#take(method, fields, ['error', 'cutBefore']);
    if (fault?.kind === 'error') throw new ApiError(fault.code, fault.description, fault.parameters);
    if (fault) cut(reply);
    return fault !== null;
  }

  /** Acts out what happens to the answer of a call that took effect; true when it is not to be sent. */
  interceptAnswer(method: string, fields: CallFields, reply: FastifyReply): boolean {
    const fault = this.#take(method, fields, ['cutAfter', 'hangAfter']);
    if (fault?.kind === 'cutAfter') cut(reply);
    if (fault?.kind === 'hangAfter') reply.hijack();
    return fault !== null;
  }

  #take(method: string, fields: CallFields, kinds: readonly Fault['kind'][]): Fault | null {
    const chatId = fields.integer('chat_id');
    const planned = this.#faults.find(
      ({ fault }) =>
        kinds.includes(fault.kind) &&
        (fault.method === undefined || fault.method.toLowerCase() === method.toLowerCase()) &&
        (fault.chatId === undefined || fault.chatId === chatId),
    );
    if (!planned) return null;
    planned.left -= 1;
    if (planned.left <= 0) this.#faults = this.#faults.filter((other) => other !== planned);
    return planned.fault;
  }
}

function cut(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.destroy();
}
