import type { CallFields } from '../call-fields.ts';
import type { SandboxWorld } from '../world.ts';

export interface MethodCall {
  fields: CallFields;
  /** Aborted when the caller hangs up. */
  signal: AbortSignal;
}

/** One method of the Bot API: returns what becomes `result`, or throws an `ApiError`. */
export type ApiMethod = (world: SandboxWorld, call: MethodCall) => unknown;

/** A family of methods by their Telegram names. */
export type MethodFamily = Readonly<Record<string, ApiMethod>>;
