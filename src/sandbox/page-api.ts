import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError, badRequest } from './api-error.ts';
import { commandsFor } from './command-menu.ts';
import { listMessages } from './message-history.ts';
import { streamEvents } from './page-events.ts';
import type { PersonDoor } from './person-door.ts';
import { readCall } from './read-call.ts';
import { moveClock, type SandboxClockControl } from './sandbox-clock.ts';
import type { SandboxWorld } from './world.ts';

export interface PageParts {
  world: SandboxWorld;
  door: PersonDoor;
  clockControl: SandboxClockControl | undefined;
  botName: string;
}

type ChatRequest = FastifyRequest<{ Params: { chatId: string } }>;

const id = z.coerce.number().int();
const textSchema = z.object({ userId: id, text: z.string(), replyTo: id.optional() });
const editSchema = z.object({ userId: id, messageId: id, text: z.string() });
const pressSchema = z.object({ userId: id, messageId: id, data: z.string() });
const accessSchema = z.object({ userId: id, access: z.enum(['open', 'blocked', 'deactivated', 'kicked']) });
const historySchema = z.object({ before: id.optional() });
const viewSchema = z.object({ chatId: id, userId: id });

/** What the page calls under `/sandbox/api`: the same acts as the programmatic door, over HTTP. */
export function servePageApi(parts: PageParts): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.setErrorHandler((error, _request, reply) => {
      const code = error instanceof ApiError ? error.code : error instanceof z.ZodError ? 400 : 500;
      const message = error instanceof Error ? error.message : 'unknown error';
      return reply.code(code).send({ error: message });
    });
    serveReading(app, parts);
    serveActs(app, parts);
    serveClock(app, parts);
  };
}

function serveReading(app: FastifyInstance, { world, botName, clockControl }: PageParts): void {
  app.get('/overview', async () => {
    await world.directory.refresh();
    const { access, unread } = world.store.state;
    return {
      botName,
      botUsername: world.bot.username,
      now: world.clock.now().toISOString(),
      canMoveClock: clockControl !== undefined,
      people: world.directory.people().map((person) => ({
        ...person,
        unread: unread.get(person.telegramId) ?? 0,
        access: access.get(person.telegramId) ?? null,
      })),
      groups: world.directory.groups().map((group) => ({
        ...group,
        unread: unread.get(group.chatId) ?? 0,
        access: access.get(group.chatId) ?? 'open',
      })),
    };
  });
  app.get('/chats/:chatId/messages', (request: ChatRequest) =>
    listMessages(world.store.state, chatOf(request), historySchema.parse(request.query).before),
  );
  app.get('/chats/:chatId/commands', (request: ChatRequest) => {
    const { userId } = viewSchema.omit({ chatId: true }).parse(request.query);
    return commandsFor(world.store.state, chatOf(request), userId);
  });
  app.get('/events', (request, reply) => {
    const view = viewSchema.parse(request.query);
    reply.hijack();
    streamEvents(world, view, reply.raw);
  });
  app.get('/files/:fileId', async (request: FastifyRequest<{ Params: { fileId: string } }>, reply) => {
    const file = world.files.find(request.params.fileId);
    const found = file && (await world.files.readPath(file.path));
    if (!found) throw new ApiError(404, 'Not Found');
    const isPicture = ['image/png', 'image/jpeg'].includes(found.file.mimeType);
    const place = isPicture ? 'inline' : 'attachment';
    return reply
      .type(found.file.mimeType)
      .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(found.file.name)}`)
      .send(found.bytes);
  });
}

function serveActs(app: FastifyInstance, { world, door }: PageParts): void {
  app.post('/chats/:chatId/messages', async (request: ChatRequest) => {
    const { userId, text, replyTo } = textSchema.parse(request.body);
    return door.sendText(userId, chatOf(request), text, { replyTo });
  });
  app.post('/chats/:chatId/edits', async (request: ChatRequest) => {
    const { userId, messageId, text } = editSchema.parse(request.body);
    return door.editText(userId, chatOf(request), messageId, text);
  });
  app.post('/chats/:chatId/files', async (request: ChatRequest) => {
    const fields = await readCall(request);
    const file = fields.file('file');
    if (!file) throw badRequest('no file');
    const kind = fields.text('kind') === 'photo' ? 'photo' : 'document';
    const caption = fields.text('caption');
    const upload = { name: file.name, bytes: file.bytes, kind, caption } as const;
    return door.sendFile(fields.integer('userId') ?? 0, chatOf(request), upload, {
      replyTo: fields.integer('replyTo'),
    });
  });
  app.post('/chats/:chatId/presses', async (request: ChatRequest) => {
    const { userId, messageId, data } = pressSchema.parse(request.body);
    return { queryId: await door.pressButton(userId, chatOf(request), messageId, data) };
  });
  app.post('/chats/:chatId/access', async (request: ChatRequest) => {
    const { userId, access } = accessSchema.parse(request.body);
    await door.setAccess(userId, chatOf(request), access);
    return {};
  });
  app.post('/chats/:chatId/read', (request: ChatRequest) => {
    const chatId = chatOf(request);
    if (world.store.state.unread.get(chatId)) world.store.commit({ kind: 'unread', chatId, count: 0 });
    return {};
  });
}

function serveClock(app: FastifyInstance, { world, clockControl }: PageParts): void {
  app.post('/clock', async (request) => {
    if (!clockControl) throw badRequest('the clock of this sandbox cannot be moved');
    await moveClock(clockControl, request.body);
    world.signals.emit('clockMoved');
    return { now: world.clock.now().toISOString() };
  });
}

function chatOf(request: ChatRequest): number {
  return id.parse(request.params.chatId);
}
