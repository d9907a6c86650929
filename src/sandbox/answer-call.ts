import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { ApiError, describeError } from './api-error.ts';
import { digestCall } from './call-digest.ts';
import type { CallFields } from './call-fields.ts';
import type { CallEnd, CallLog, CallRecord } from './call-log.ts';
import type { FaultPlan } from './faults.ts';
import { findMethod } from './methods/registry.ts';
import type { RateLimits } from './rate-limits.ts';
import type { SandboxWorld } from './world.ts';

export interface CallParts {
  world: SandboxWorld;
  callLog: CallLog;
  faults: FaultPlan;
  /** `null` = any pace. */
  limits: RateLimits | null;
}

/** What a call did: its result, or why it did nothing. */
type Outcome = { result: unknown } | { error: unknown };

/** Does what a call asks, answers it unless a failure is planned for it, and writes down how it ended. */
export async function answerCall(
  parts: CallParts,
  method: string,
  fields: CallFields,
  reply: FastifyReply,
): Promise<void> {
  const log = beginRecord(parts, method, fields);
  const { early, late } = parts.faults.fateOf(method, fields);
  if (early !== null && early.kind !== 'error') {
    log(null, early.kind === 'cutBefore' ? 'cutBefore' : 'hung');
    return leaveUnanswered(reply, early.kind);
  }
  const outcome: Outcome =
    early === null
      ? await attempt(parts, method, fields, reply)
      : { error: new ApiError(early.code, early.description, early.parameters) };
  const failure = 'result' in outcome ? late() : null;
  if (failure !== null && failure.kind !== 'slow') {
    log(outcome, failure.kind === 'cutAfter' ? 'cutAfter' : 'hung');
    return leaveUnanswered(reply, failure.kind);
  }
  if (failure) await waitWhileOpen(reply, failure.milliseconds);
  log(outcome, reply.raw.destroyed ? 'cutAfter' : 'answered');
  if ('result' in outcome) await reply.send({ ok: true, result: outcome.result });
  else await sendError(reply, outcome.error);
}

/** Sends an error in Telegram's envelope, unless the caller has hung up. */
export async function sendError(reply: FastifyReply, error: unknown): Promise<void> {
  if (reply.raw.destroyed) return;
  const { code, description, parameters } = describeError(error);
  await reply
    .code(code)
    .send({ ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
}

async function attempt(
  { world, limits }: CallParts,
  name: string,
  fields: CallFields,
  reply: FastifyReply,
): Promise<Outcome> {
  try {
    const method = findMethod(name);
    if (!method) throw new ApiError(404, 'Not Found: method not found');
    limits?.check(name, fields, Date.now());
    const hangUp = new AbortController();
    reply.raw.once('close', () => hangUp.abort());
    return { result: await method(world, { fields, signal: hangUp.signal }) };
  } catch (error) {
    return { error };
  }
}

function leaveUnanswered(reply: FastifyReply, kind: 'cutBefore' | 'cutAfter' | 'hangBefore' | 'hangAfter') {
  reply.hijack();
  if (kind === 'cutBefore' || kind === 'cutAfter') reply.raw.destroy();
}

/** Ends early when the caller hangs up. */
async function waitWhileOpen(reply: FastifyReply, milliseconds: number): Promise<void> {
  const closed = new AbortController();
  const abort = () => closed.abort();
  reply.raw.once('close', abort);
  await sleep(milliseconds, undefined, { signal: closed.signal }).catch(() => {});
  reply.raw.off('close', abort);
}

/** Notes when a call came in; what is returned writes the call down once its end is known. */
function beginRecord({ world, callLog }: CallParts, method: string, fields: CallFields) {
  const at = new Date().toISOString();
  const businessAt = world.clock.now().toISOString();
  return (outcome: Outcome | null, end: CallEnd): void => {
    // Polling would drown everything else.
    if (method.toLowerCase() === 'getupdates') return;
    const tookEffect = outcome !== null && 'result' in outcome;
    callLog.add({
      at,
      businessAt,
      method,
      chatId: fields.integer('chat_id') ?? null,
      ok: tookEffect && end === 'answered',
      ...(outcome && 'error' in outcome ? errorOf(outcome.error) : {}),
      tookEffect,
      end,
      messageId: tookEffect ? messageIdOf(outcome.result) : null,
      digest: digestCall(fields),
      textLength: (fields.text('text') ?? fields.text('caption') ?? '').length,
    });
  };
}

function errorOf(error: unknown): Pick<CallRecord, 'errorCode' | 'retryAfter'> {
  const { code, parameters } = describeError(error);
  const retryAfter = parameters?.retry_after;
  return { errorCode: code, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

function messageIdOf(result: unknown): number | null {
  const first: unknown = Array.isArray(result) ? result[0] : result;
  const isMessage = typeof first === 'object' && first !== null && 'message_id' in first;
  return isMessage && typeof first.message_id === 'number' ? first.message_id : null;
}
