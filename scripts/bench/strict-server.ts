import { type SandboxServer, startSandboxServer } from '../../src/sandbox/server.ts';
import { TOKEN } from './token.ts';

/** What the measuring process asks of the strict server, which stands in a process of its own. */
export type Request =
  | { id: number; do: 'start'; people: number[]; groups: number[]; callLog: string }
  | { id: number; do: 'ask'; userId: number; text: string }
  | { id: number; do: 'stop' };

export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; error: string };

/** By which the answer to a report is told from a reminder that arrives meanwhile. */
const ANSWER_BEGINS = 'Đã ghi nhận';
let server: SandboxServer | null = null;

async function start(request: Extract<Request, { do: 'start' }>): Promise<string> {
  server = await startSandboxServer({
    host: '127.0.0.1',
    port: 0,
    dataDir: null,
    token: TOKEN,
    botName: 'Sáu Rõ',
    botUsername: 'sau_ro_bot',
    clock: { now: () => new Date() },
    callLog: request.callLog,
    enforceRateLimits: true,
    listPeople: async () =>
      request.people.map((telegramId, order) => ({
        telegramId,
        name: `Người ${telegramId}`,
        unit: 'Phòng',
        title: 'Chuyên viên',
        role: 'staff',
        order,
      })),
    listGroups: async () =>
      request.groups.map((chatId) => ({ chatId, title: `Nhóm ${chatId}`, memberIds: request.people })),
  });
  for (const person of request.people) await server.openChat(person);
  return server.apiRoot;
}

/** Writes as a person and waits for the answer to it; milliseconds in between. */
async function ask(userId: number, text: string): Promise<number> {
  if (server === null) throw new Error('The server was not started');
  const isAnswer = (message: { from: { is_bot: boolean }; text?: string | undefined }) =>
    message.from.is_bot && (message.text ?? '').startsWith(ANSWER_BEGINS);
  const last = server.messagesOf(userId).at(-1)?.message_id ?? 0;
  const from = performance.now();
  await server.sendText(userId, userId, text);
  await server.waitForMessage(userId, { after: last + 1, match: isAnswer, timeoutMs: 30_000 });
  return performance.now() - from;
}

async function answer(request: Request): Promise<unknown> {
  if (request.do === 'start') return start(request);
  if (request.do === 'ask') return ask(request.userId, request.text);
  return server?.close();
}

process.on('message', (request: Request) => {
  answer(request).then(
    (value) => process.send?.({ id: request.id, ok: true, value } satisfies Reply),
    (error: unknown) => process.send?.({ id: request.id, ok: false, error: String(error) } satisfies Reply),
  );
});
