import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Config, formatProblems, readConfig } from '../src/config.ts';

const TOKEN = '123456:AAbbCCddEEffGGhhIIjjKKllMM';
const DATABASE = 'postgres://bot:matkhau@db.example:5432/sauro';

type Env = Record<string, string | undefined>;

function configOf(env: Env): Config {
  const reading = readConfig(env);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.config;
}

function problemsOf(env: Env): string[] {
  const reading = readConfig(env);
  return reading.ok ? [] : reading.problems;
}

describe('an environment without settings', () => {
  it('runs the sandbox on embedded Postgres, with every default', () => {
    const { planFile, ...rest } = configOf({});
    expect(rest).toEqual({
      mode: 'sandbox',
      botToken: null,
      telegramApiRoot: 'https://api.telegram.org',
      telegramProxyUrl: null,
      databaseUrl: null,
      dataDir: resolve('data'),
      adminTelegramIds: [],
      webhook: null,
      httpHost: '127.0.0.1',
      httpPort: 8080,
      logLevel: 'info',
    });
    expect(readFileSync(planFile, 'utf8')).toContain('reminders:');
  });

  it('is the same when every setting is there but empty, as .env.example has them', () => {
    const names = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==$)/gm) ?? [];
    expect(names).toHaveLength(12);
    expect(configOf(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(configOf({}));
  });
});

describe('a real environment', () => {
  it('is read whole', () => {
    const config = configOf({
      BOT_TOKEN: ` ${TOKEN}\n`,
      TELEGRAM_API_ROOT: 'http://bot-api.local:8081/',
      TELEGRAM_PROXY_URL: 'http://127.0.0.1:3128',
      DATABASE_URL: DATABASE,
      DATA_DIR: 'kho',
      PLAN_FILE: 'plans/khac.yaml',
      ADMIN_TELEGRAM_IDS: '111, 222 111;7123456789',
      WEBHOOK_URL: 'https://bot.example.vn/telegram',
      WEBHOOK_SECRET: 'a_b-C9',
      HTTP_HOST: '0.0.0.0',
      HTTP_PORT: '0',
      LOG_LEVEL: 'debug',
      UNRELATED: 'left alone',
    });
    expect(config).toEqual({
      mode: 'real',
      botToken: TOKEN,
      telegramApiRoot: 'http://bot-api.local:8081',
      telegramProxyUrl: 'http://127.0.0.1:3128',
      databaseUrl: DATABASE,
      dataDir: resolve('kho'),
      planFile: resolve('plans/khac.yaml'),
      adminTelegramIds: [111, 222, 7123456789],
      webhook: { url: 'https://bot.example.vn/telegram', secret: 'a_b-C9' },
      httpHost: '0.0.0.0',
      httpPort: 0,
      logLevel: 'debug',
    });
    expect(isAbsolute(config.dataDir)).toBe(true);
  });

  it('takes the short tokens of test servers', () => {
    expect(configOf({ BOT_TOKEN: '42:TEST' })).toMatchObject({ mode: 'real', botToken: '42:TEST' });
  });

  it('runs on embedded Postgres when no server is named', () => {
    expect(configOf({ BOT_TOKEN: TOKEN }).databaseUrl).toBeNull();
  });

  it.each([
    'http://localhost:8080/hook',
    'http://127.0.0.1/hook',
    'http://127.9.9.9/hook',
    'http://[::1]:80/hook',
  ])('allows a webhook over plain http on this machine: %s', (url) => {
    const { webhook } = configOf({ BOT_TOKEN: TOKEN, WEBHOOK_URL: url, WEBHOOK_SECRET: 's' });
    expect(webhook).toEqual({ url, secret: 's' });
  });
});

describe('a wrong environment', () => {
  it.each([
    ['BOT_TOKEN', 'my-bot'],
    ['BOT_TOKEN', '123456:AA bb'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['TELEGRAM_API_ROOT', 'ftp://api.telegram.org'],
    ['TELEGRAM_PROXY_URL', '127.0.0.1:3128'],
    ['ADMIN_TELEGRAM_IDS', '111,@giamdoc'],
    ['ADMIN_TELEGRAM_IDS', '-100'],
    ['ADMIN_TELEGRAM_IDS', '1.5'],
    ['HTTP_HOST', 'http://localhost'],
    ['HTTP_PORT', '65536'],
    ['HTTP_PORT', '80a'],
    ['HTTP_PORT', '-1'],
    ['LOG_LEVEL', 'verbose'],
  ])('names the setting once: %s=%s', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} .+\\. .+\\.$`));
  });

  it('refuses a database server that is not Postgres', () => {
    expect(problemsOf({ BOT_TOKEN: TOKEN, DATABASE_URL: 'mysql://db.example/sauro' })).toEqual([
      'DATABASE_URL is not a Postgres address. Give postgres://user:password@host:5432/name.',
    ]);
  });

  it('refuses a real database without a token: the sandbox must never touch it', () => {
    expect(problemsOf({ DATABASE_URL: DATABASE })).toEqual([
      expect.stringMatching(/^DATABASE_URL is set without BOT_TOKEN: .+remove DATABASE_URL\.$/),
    ]);
  });

  it('refuses a webhook without its secret', () => {
    expect(problemsOf({ BOT_TOKEN: TOKEN, WEBHOOK_URL: 'https://bot.example.vn/hook' })).toEqual([
      expect.stringContaining('WEBHOOK_SECRET is missing'),
    ]);
  });

  it.each(['bí-mật', 'a b', 'a'.repeat(257)])(
    'refuses a secret that Telegram would not take: %s',
    (secret) => {
      const env = { BOT_TOKEN: TOKEN, WEBHOOK_URL: 'https://bot.example.vn/hook', WEBHOOK_SECRET: secret };
      expect(problemsOf(env)).toEqual([expect.stringMatching(/^WEBHOOK_SECRET may hold 1 to 256 letters/)]);
    },
  );

  it.each([
    'http://bot.example.vn/hook',
    'http://127.0.0.1.example.vn/hook',
    'http://localhost.example.vn/hook',
  ])('refuses a webhook over plain http from elsewhere: %s', (url) => {
    const problems = problemsOf({ BOT_TOKEN: TOKEN, WEBHOOK_URL: url, WEBHOOK_SECRET: 's' });
    expect(problems).toEqual([expect.stringContaining('WEBHOOK_URL must be https')]);
  });

  it('lists every problem at once, those of one setting and those between settings', () => {
    const problems = problemsOf({
      DATABASE_URL: DATABASE,
      WEBHOOK_URL: 'http://bot.example.vn/hook',
      HTTP_PORT: 'eighty',
      LOG_LEVEL: 'loud',
      ADMIN_TELEGRAM_IDS: 'me',
    });
    const named = problems.map((problem) => problem.split(' ')[0] ?? '').sort((a, b) => a.localeCompare(b));
    expect(named).toEqual([
      'ADMIN_TELEGRAM_IDS',
      'DATABASE_URL',
      'HTTP_PORT',
      'LOG_LEVEL',
      'WEBHOOK_SECRET',
      'WEBHOOK_URL',
    ]);
  });

  it('never repeats a value, since a secret may stand in the wrong place', () => {
    const names = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==$)/gm) ?? [];
    const secret = fc.stringMatching(/^[ -~]{0,20}kínđáo[ -~]{0,20}$/);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), secret), (env) => {
        expect(formatProblems(problemsOf(env))).not.toContain('kínđáo');
      }),
    );
  });
});

describe('the message for the operator', () => {
  it('says one problem in one line', () => {
    expect(formatProblems(['HTTP_PORT is wrong.'])).toBe('The bot was not started: HTTP_PORT is wrong.');
  });

  it('numbers several, and points to the list of settings', () => {
    expect(formatProblems(['A is wrong.', 'B is wrong.'])).toBe(
      [
        'The bot was not started: 2 settings are wrong.',
        '  1. A is wrong.',
        '  2. B is wrong.',
        'Every setting is described in .env.example.',
      ].join('\n'),
    );
  });
});
