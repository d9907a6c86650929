import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

const FOLDER = new URL('page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** The page may load nothing from elsewhere and run nothing but its own files. */
const CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'";

/** Serves the chat page: the files that stand in its folder at the start, and no others. */
export async function servePageFiles(app: FastifyInstance): Promise<void> {
  for (const file of readdirSync(FOLDER)) {
    const type = TYPES[path.extname(file)];
    if (type === undefined) continue;
    app.get(file === 'index.html' ? '/' : `/${file}`, async (_request, reply) =>
      reply
        .type(type)
        .header('content-security-policy', CONTENT_POLICY)
        .header('cache-control', 'no-cache')
        .send(await readFile(new URL(file, FOLDER))),
    );
  }
}
