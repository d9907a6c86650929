import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/logger.ts';

const TOKEN = '7123456789:AAH-zYx_0123456789abcdefghijklmno';

/** What a logger wrote, line by line. */
function linesOf(log: (logger: ReturnType<typeof createLogger>) => void, level = 'trace'): string[] {
  const written: string[] = [];
  log(createLogger(level, { write: (line) => void written.push(line) }));
  return written;
}

function onlyLine(log: (logger: ReturnType<typeof createLogger>) => void): string {
  const [line = '', ...more] = linesOf(log);
  expect(more).toEqual([]);
  return line;
}

describe('a line of the log', () => {
  it('is one JSON value with level, time, message and facts', () => {
    const line = onlyLine((logger) => logger.info({ failures: 3 }, 'Polling works again'));
    expect(line.endsWith('\n')).toBe(true);
    expect(JSON.parse(line)).toMatchObject({ level: 30, failures: 3, msg: 'Polling works again' });
    expect(JSON.parse(line).time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('is left out below the level', () => {
    expect(linesOf((logger) => logger.info('quiet'), 'warn')).toEqual([]);
  });

  it('goes to stderr, so that stdout holds only what a command prints', () => {
    const script = `import { createLogger } from './src/logger.ts'; createLogger('info').info('ready');`;
    const { stdout, stderr } = spawnSync('npx', ['tsx', '--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(stderr).toContain('"msg":"ready"');
  });
});

describe('the bot token', () => {
  it.each([
    ['the message', (t: string) => onlyLine((logger) => logger.error(`Wrong token ${t}`))],
    ['a fact', (t: string) => onlyLine((logger) => logger.error({ deep: { in: [`x${t}x`] } }, 'Failed'))],
    ['the name of a fact', (t: string) => onlyLine((logger) => logger.error({ [t]: 1 }, 'Failed'))],
    ['an error', (t: string) => onlyLine((logger) => logger.error(new Error(`request to ${t} failed`)))],
    ['a child logger', (t: string) => onlyLine((logger) => logger.child({ bot: t }).error('Failed'))],
    [
      'the cause of an error',
      (t: string) =>
        onlyLine((logger) =>
          logger.error(new Error('failed', { cause: new Error(`https://x/bot${t}/getMe`) })),
        ),
    ],
  ])('is hidden in %s', (_place, write) => {
    const line = write(TOKEN);
    expect(line).not.toContain('AAH-zYx');
    expect(line).toContain('[token]');
    expect(() => JSON.parse(line)).not.toThrow();
  });

  it('is hidden in the address of a call, however short it is', () => {
    const line = onlyLine((logger) =>
      logger.warn('POST http://127.0.0.1:8081/file/bot42:TEST/photos/1.jpg and /bot42%3aTEST/getMe'),
    );
    expect(JSON.parse(line).msg).toBe(
      'POST http://127.0.0.1:8081/file/bot[token]/photos/1.jpg and /bot[token]/getMe',
    );
  });

  it('is hidden wherever it stands in any text', () => {
    const token = fc.stringMatching(/^[1-9]\d{5,9}:[A-Za-z0-9_-]{35}$/);
    fc.assert(
      fc.property(fc.string(), token, fc.string(), (before, secret, after) => {
        const line = onlyLine((logger) => logger.info(`${before}${secret}${after}`));
        expect(line).not.toContain(secret.split(':')[1]);
        expect(() => JSON.parse(line)).not.toThrow();
      }),
    );
  });
});

describe('other secrets', () => {
  it('hides the code of an invitation link', () => {
    const line = onlyLine((logger) =>
      logger.info({ link: 'https://t.me/saurobot?start=Ab_9-xyz' }, 'Invited'),
    );
    expect(JSON.parse(line).link).toBe('https://t.me/saurobot?start=[code]');
  });

  it('hides the password in an address', () => {
    const line = onlyLine((logger) =>
      logger.error('no answer from postgres://bot:matkhau@db.example:5432/sauro'),
    );
    expect(JSON.parse(line).msg).toBe('no answer from postgres://bot:[hidden]@db.example:5432/sauro');
  });
});

describe('what people wrote', () => {
  it.each(['token', 'text', 'caption', 'payload'])('is hidden under "%s", at any depth', (key) => {
    const line = onlyLine((logger) =>
      logger.info({ [key]: 'Ông A nợ', a: [{ b: { [key]: { c: 'Ông A nợ' } } }] }),
    );
    expect(line).not.toContain('Ông A nợ');
    expect(JSON.parse(line)[key]).toBe('[hidden]');
  });

  it('is hidden when the Bot API refuses a message and its error carries the call', () => {
    const error = Object.assign(new Error('400: Bad Request: chat not found'), {
      on: { method: 'sendMessage', payload: { chat_id: 5, text: 'Ông A nợ' } },
    });
    const line = onlyLine((logger) => logger.error(error));
    expect(line).not.toContain('Ông A nợ');
    expect(JSON.parse(line).error.message).toContain('chat not found');
    expect(JSON.parse(line).error.on.method).toBe('sendMessage');
  });

  it('is hidden when the database refuses a statement, in message, stack and values', () => {
    const error = Object.assign(
      new Error('Failed query: insert into "t" values ($1)\nparams: NV12,Ông A nợ\nhai dòng'),
      {
        params: ['NV12', 'Ông A nợ'],
        detail: 'Failing row contains (Ông A nợ).',
      },
    );
    const line = onlyLine((logger) => logger.error(error));
    expect(line).not.toContain('Ông A nợ');
    expect(line).not.toContain('hai dòng');
    expect(JSON.parse(line).error.message).toContain('insert into');
    expect(JSON.parse(line).error.stack).toContain('logger.test.ts');
  });
});
