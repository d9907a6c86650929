import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError, badRequest } from './api-error.ts';
import { CallFields, type UploadedFile } from './call-fields.ts';
import { mimeTypeOf } from './mime-types.ts';

/** Teaches the server the urlencoded bodies, and the empty JSON bodies, that bots send. */
export function acceptBotBodies(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(String(body)));
    } catch {
      done(badRequest("can't parse request: body must be valid JSON"));
    }
  });
}

/** The fields and files of a call, from its address and its body of any kind. */
export async function readCall(request: FastifyRequest): Promise<CallFields> {
  const values = new Map<string, unknown>(Object.entries(request.query ?? {}));
  const files = new Map<string, UploadedFile>();
  if (request.isMultipart()) await readParts(request, values, files);
  else for (const [name, value] of Object.entries(request.body ?? {})) values.set(name, value);
  return new CallFields(values, files);
}

async function readParts(
  request: FastifyRequest,
  values: Map<string, unknown>,
  files: Map<string, UploadedFile>,
): Promise<void> {
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') values.set(part.fieldname, part.value);
      else files.set(part.fieldname, await readFilePart(part));
    }
  } catch (error) {
    throw toApiError(error);
  }
}

/** A file's type goes by its name: bots often send none with a part, or a wrong one. */
async function readFilePart(part: { filename: string; toBuffer(): Promise<Buffer> }): Promise<UploadedFile> {
  const name = part.filename || 'file';
  return { name, mimeType: mimeTypeOf(name), bytes: await part.toBuffer() };
}

function toApiError(error: unknown): ApiError {
  const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
  return isTooLarge
    ? new ApiError(413, 'Request Entity Too Large')
    : badRequest("can't parse request: invalid multipart body");
}
