import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';
import type { CallFields } from './call-fields.ts';
import type { CallLog } from './call-log.ts';
import type { FaultPlan } from './faults.ts';
import { findMethod } from './methods/registry.ts';
import type { RateLimits } from './rate-limits.ts';
import { acceptBotBodies, readCall } from './read-call.ts';
import type { SandboxWorld } from './world.ts';

export interface BotApiParts {
  world: SandboxWorld;
  token: string;
  callLog: CallLog;
  faults: FaultPlan;
  /** `null` = any pace. */
  limits: RateLimits | null;
}

type MethodRequest = FastifyRequest<{ Params: { token: string; method: string } }>;
type FileRequest = FastifyRequest<{ Params: { token: string; '*': string } }>;

/** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`, errors included, in Telegram's envelope. */
export function serveBotApi(parts: BotApiParts): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    acceptBotBodies(app);
    app.setErrorHandler((error, _request, reply) => sendError(reply, error));
    app.route({
      method: ['GET', 'POST'],
      url: '/bot:token/:method',
      handler: (request: MethodRequest, reply) => answerCall(parts, request, reply),
    });
    app.get('/file/bot:token/*', (request: FileRequest, reply) => sendFile(parts, request, reply));
  };
}

async function answerCall(parts: BotApiParts, request: MethodRequest, reply: FastifyReply): Promise<void> {
  checkToken(parts, request.params.token);
  const { method } = request.params;
  const fields = await readCall(request);
  try {
    if (parts.faults.interceptCall(method, fields, reply)) return;
    parts.limits?.check(method, fields, Date.now());
    const result = await runMethod(parts, method, fields, reply);
    logCall(parts, method, fields, null);
    if (parts.faults.interceptAnswer(method, fields, reply)) return;
    await reply.send({ ok: true, result });
  } catch (error) {
    logCall(parts, method, fields, error);
    await sendError(reply, error);
  }
}

function checkToken(parts: BotApiParts, token: string): void {
  if (token !== parts.token) throw new ApiError(401, 'Unauthorized');
}

async function runMethod(
  parts: BotApiParts,
  name: string,
  fields: CallFields,
  reply: FastifyReply,
): Promise<unknown> {
  const method = findMethod(name);
  if (!method) throw new ApiError(404, 'Not Found');
  const hangUp = new AbortController();
  reply.raw.once('close', () => hangUp.abort());
  return method(parts.world, { fields, signal: hangUp.signal });
}

async function sendFile(parts: BotApiParts, request: FileRequest, reply: FastifyReply): Promise<void> {
  checkToken(parts, request.params.token);
  const found = await parts.world.files.readPath(request.params['*']);
  if (!found) throw new ApiError(404, 'Not Found');
  await reply.type('application/octet-stream').send(found.bytes);
}

async function sendError(reply: FastifyReply, error: unknown): Promise<void> {
  if (reply.raw.destroyed) return;
  const { code, description, parameters } = describeError(error);
  await reply
    .code(code)
    .send({ ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
}

function describeError(error: unknown) {
  if (error instanceof ApiError) {
    return { code: error.code, description: error.message, parameters: error.parameters };
  }
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  return { code: status, description: status === 413 ? 'Request Entity Too Large' : 'Internal Server Error' };
}

function logCall(parts: BotApiParts, method: string, fields: CallFields, error: unknown): void {
  // Polling would drown everything else.
  if (method.toLowerCase() === 'getupdates') return;
  const errorCode = error === null ? null : describeError(error).code;
  parts.callLog.add({
    at: new Date().toISOString(),
    method,
    chatId: fields.integer('chat_id') ?? null,
    ok: errorCode === null,
    ...(errorCode === null ? {} : { errorCode }),
    textLength: (fields.text('text') ?? fields.text('caption') ?? '').length,
  });
}
