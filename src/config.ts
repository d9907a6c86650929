import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of one process. Paths are absolute, addresses carry no slash at the end. */
export interface Config {
  /** `sandbox` without a token: a local Bot API with sample data; `real` talks to Telegram. */
  mode: 'sandbox' | 'real';
  botToken: string | null;
  telegramApiRoot: string;
  telegramProxyUrl: string | null;
  /** `null`: embedded Postgres in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  planFile: string;
  /** Telegram accounts that may set the system up before anybody is invited. */
  adminTelegramIds: number[];
  /** `null`: long polling. */
  webhook: { url: string; secret: string } | null;
  httpHost: string;
  /** 0: any free port. */
  httpPort: number;
  logLevel: LogLevel;
}

export type ConfigReading = { ok: true; config: Config } | { ok: false; problems: string[] };

const SHIPPED_PLAN = fileURLToPath(new URL('../plans/dong-nai-skhcn.yaml', import.meta.url));
const TELEGRAM = 'https://api.telegram.org';
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const HIGHEST_PORT = 65_535;

const webAddress = (cure: string) =>
  z
    .url({ protocol: /^https?$/, error: `is not an http or https address. ${cure}` })
    .transform((url) => url.replace(/\/+$/, ''));

/** What each setting must be. A message says what is wrong and the cure, and never repeats the value. */
const SETTINGS = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/, 'is not a bot token. Copy it from @BotFather: digits, a colon, then letters.')
    .optional(),
  TELEGRAM_API_ROOT: webAddress(`Give one such as ${TELEGRAM}, or remove the setting.`).default(TELEGRAM),
  TELEGRAM_PROXY_URL: webAddress('Give one such as http://127.0.0.1:3128, or remove the setting.').optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/\S+$/,
      'is not a Postgres address. Give postgres://user:password@host:5432/name.',
    )
    .optional(),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((path) => resolve(path)),
  PLAN_FILE: z
    .string()
    .default(SHIPPED_PLAN)
    .transform((path) => resolve(path)),
  ADMIN_TELEGRAM_IDS: z
    .string()
    .default('')
    .transform((list) => [...new Set(list.split(/[\s,;]+/).filter((id) => id !== ''))].map(Number))
    .refine((ids) => ids.every((id) => Number.isSafeInteger(id) && id > 0), {
      error:
        'is not a list of Telegram user ids. Give numbers with commas between them, such as 123456789,987654321.',
    }),
  WEBHOOK_URL: webAddress(
    'Give the public https address of this bot, or remove it for long polling.',
  ).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{1,256}$/,
      'may hold 1 to 256 letters A–Z, a–z, digits, _ and - only. Make a new one.',
    )
    .optional(),
  HTTP_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'is not a host to listen on. Give 127.0.0.1, or 0.0.0.0 for all.')
    .default('127.0.0.1'),
  HTTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, portError())
    .default('8080')
    .transform(Number)
    .refine((port) => port <= HIGHEST_PORT, { error: portError() }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not a log level. Give one of ${LOG_LEVELS.join(', ')}.` })
    .default('info'),
});

function portError(): string {
  return `is not a port. Give a whole number from 0 (any free port) to ${HIGHEST_PORT}.`;
}

type SettingName = keyof typeof SETTINGS.shape;
type GivenSettings = Partial<Record<SettingName, string>>;

/** Rules about several settings together: each gives a problem or `null`. */
const JOINT_RULES: readonly ((given: GivenSettings) => string | null)[] = [
  (given) =>
    given.DATABASE_URL !== undefined && given.BOT_TOKEN === undefined
      ? 'DATABASE_URL is set without BOT_TOKEN: without a token the sandbox runs, and it never touches a real ' +
        'database. Set BOT_TOKEN too, or remove DATABASE_URL.'
      : null,
  (given) =>
    given.BOT_TOKEN === undefined && /^[\w.:-]+$/.test(given.HTTP_HOST ?? '') && !isLoopback(given.HTTP_HOST)
      ? 'HTTP_HOST must be 127.0.0.1 without BOT_TOKEN: the sandbox lets anybody be anyone, so it is for this ' +
        'machine only. Remove HTTP_HOST, or set BOT_TOKEN.'
      : null,
  (given) =>
    given.WEBHOOK_URL !== undefined && given.WEBHOOK_SECRET === undefined
      ? 'WEBHOOK_SECRET is missing, and WEBHOOK_URL needs it: it proves that a call comes from Telegram. ' +
        'Make one with `openssl rand -hex 32`, or remove WEBHOOK_URL for long polling.'
      : null,
  (given) =>
    given.WEBHOOK_URL !== undefined && isOpenHttp(given.WEBHOOK_URL)
      ? 'WEBHOOK_URL must be https: plain http is for this machine only. Put a TLS proxy before the bot.'
      : null,
];

const isLoopback = (host: string | undefined): boolean => host === '::1' || LOOPBACK.test(host ?? '');

function isOpenHttp(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !LOOPBACK.test(hostname);
}

/**
 * Reads the settings of the environment; an empty one counts as not set.
 * @returns the settings, or every problem at once, each naming the setting, what is wrong and the cure. A problem
 * never repeats a value: it could be a secret in the wrong place.
 */
export function readConfig(env: Record<string, string | undefined>): ConfigReading {
  const given = pickGiven(env);
  const parsed = SETTINGS.safeParse(given);
  const single = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const joint = JOINT_RULES.flatMap((rule) => rule(given) ?? []);
  if (!parsed.success || joint.length > 0) return { ok: false, problems: [...single, ...joint] };
  return { ok: true, config: toConfig(parsed.data) };
}

/** All problems as one message for whoever starts the bot. */
export function formatProblems(problems: readonly string[]): string {
  const [only] = problems;
  if (problems.length === 1) return `The bot was not started: ${only}`;
  const list = problems.map((problem, index) => `  ${index + 1}. ${problem}`);
  return [
    `The bot was not started: ${problems.length} settings are wrong.`,
    ...list,
    'Every setting is described in .env.example.',
  ].join('\n');
}

function pickGiven(env: Record<string, string | undefined>): GivenSettings {
  const names = Object.keys(SETTINGS.shape) as SettingName[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

function toConfig(settings: z.output<typeof SETTINGS>): Config {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = settings;
  return {
    mode: settings.BOT_TOKEN === undefined ? 'sandbox' : 'real',
    botToken: settings.BOT_TOKEN ?? null,
    telegramApiRoot: settings.TELEGRAM_API_ROOT,
    telegramProxyUrl: settings.TELEGRAM_PROXY_URL ?? null,
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: settings.DATA_DIR,
    planFile: settings.PLAN_FILE,
    adminTelegramIds: settings.ADMIN_TELEGRAM_IDS,
    webhook: url === undefined || secret === undefined ? null : { url, secret },
    httpHost: settings.HTTP_HOST,
    httpPort: settings.HTTP_PORT,
    logLevel: settings.LOG_LEVEL,
  };
}
