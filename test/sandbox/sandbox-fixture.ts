import { afterEach } from 'vitest';
import { type SandboxOptions, type SandboxServer, startSandboxServer } from '../../src/sandbox/server.ts';

export const TOKEN = '4242:sandbox';
export const AN = 1001;
export const BINH = 1002;
export const GROUP = -100500;

/** A 1×1 PNG. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface ApiAnswer {
  ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into results of every shape
  result?: any;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
}

const opened: SandboxServer[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

/** A sandbox of two people and their group; closed after the test. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<SandboxServer> {
  const server = await startSandboxServer({
    host: '127.0.0.1',
    port: 0,
    dataDir: null,
    token: TOKEN,
    botName: 'Trợ lý 6 rõ',
    botUsername: 'sau_ro_bot',
    clock: { now: () => new Date('2026-06-05T00:30:00Z') },
    listPeople: async () => [
      {
        telegramId: AN,
        name: 'Nguyễn Thị An',
        unit: 'Văn phòng',
        title: 'Chuyên viên',
        role: 'staff',
        order: 2,
      },
      {
        telegramId: BINH,
        name: 'Trần Văn Bình',
        unit: 'Ban Giám đốc',
        title: 'Giám đốc',
        role: 'leader',
        order: 1,
      },
    ],
    listGroups: async () => [{ chatId: GROUP, title: 'Sở KH&CN', memberIds: [AN, BINH] }],
    ...options,
  });
  opened.push(server);
  return server;
}

/** Calls a method of the Bot API with a JSON body. */
export async function call(
  server: SandboxServer,
  method: string,
  fields: Record<string, unknown> = {},
): Promise<ApiAnswer> {
  const response = await fetch(`${server.apiRoot}/bot${TOKEN}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  const answer: ApiAnswer = (await response.json()) as ApiAnswer;
  return answer;
}

/** Calls a method with a multipart body. */
export async function upload(
  server: SandboxServer,
  method: string,
  fields: Record<string, string>,
  files: Record<string, { bytes: Buffer; name: string }>,
): Promise<ApiAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, file] of Object.entries(files)) {
    form.set(name, new Blob([new Uint8Array(file.bytes)]), file.name);
  }
  const response = await fetch(`${server.apiRoot}/bot${TOKEN}/${method}`, { method: 'POST', body: form });
  return (await response.json()) as ApiAnswer;
}
