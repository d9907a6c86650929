import type { FastifyReply, FastifyRequest } from 'fastify';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests that name another host (a rebound name in somebody's browser), and page calls that change
 * something on behalf of a page from elsewhere.
 */
export async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const port = request.socket.localPort ?? 0;
  if (!isLocal(request.headers.host, port)) return refuse(reply, 'Host');
  const { origin } = request.headers;
  const changesSomething = !['GET', 'HEAD'].includes(request.method) && request.url.startsWith('/sandbox/');
  if (changesSomething && origin !== undefined && !isLocal(origin.replace(/^http:\/\//, ''), port)) {
    return refuse(reply, 'Origin');
  }
}

function isLocal(host: string | undefined, port: number): boolean {
  return LOCAL_NAMES.some((name) => host === `${name}:${port}`);
}

async function refuse(reply: FastifyReply, header: string): Promise<void> {
  await reply
    .code(403)
    .send({ ok: false, error_code: 403, description: `Forbidden: ${header} is not local` });
}
