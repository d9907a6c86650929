import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerCall, type CallParts, sendError } from './answer-call.ts';
import { ApiError } from './api-error.ts';
import { acceptBotBodies, readCall } from './read-call.ts';

export interface BotApiParts extends CallParts {
  token: string;
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
      handler: async (request: MethodRequest, reply) => {
        checkToken(parts, request.params.token);
        const fields = await readCall(request);
        await answerCall(parts, request.params.method, fields, reply);
      },
    });
    app.get('/file/bot:token/*', (request: FileRequest, reply) => sendFile(parts, request, reply));
  };
}

function checkToken(parts: BotApiParts, token: string): void {
  if (token !== parts.token) throw new ApiError(401, 'Unauthorized');
}

async function sendFile(parts: BotApiParts, request: FileRequest, reply: FastifyReply): Promise<void> {
  checkToken(parts, request.params.token);
  const found = await parts.world.files.readPath(request.params['*']);
  if (!found) throw new ApiError(404, 'Not Found');
  await reply.type('application/octet-stream').send(found.bytes);
}
