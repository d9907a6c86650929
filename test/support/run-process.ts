import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Settings of a process that is started; it sees nothing else of this machine's environment. */
export type Settings = Record<string, string>;

/** A process of the product that runs beside the test, as whoever operates it starts it. */
export interface RunningProcess {
  /** Everything that it said until now, on both channels. */
  said(): string;
  /** The first match in what it says, said already or still to come. @throws when it ends or the time is over */
  waitFor(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray>;
  /** To npm alone, as a process manager or `kill` does. */
  stop(): Promise<number | null>;
  /** `kill -9` to everything that was started. */
  kill(): Promise<void>;
  isRunning(): boolean;
}

/** `npm start`, in a process group of its own. */
export function startProduct(settings: Settings): RunningProcess {
  const child = spawn('npm', ['start'], { cwd: ROOT, env: clean(settings), detached: true });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((done) => {
    // `close` comes when whoever inherited its channels is gone too: nothing is left behind.
    child.once('close', (code) => done(code));
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    said: () => said,
    isRunning,
    waitFor: (pattern, timeoutMs) =>
      poll(`${pattern}`, timeoutMs, () => {
        const found = pattern.exec(said);
        if (found === null && !isRunning()) throw new Error(`It ended before ${pattern}:\n${said}`);
        return found;
      }).catch((error: unknown) => {
        throw new Error(`${String(error)}\nIt said:\n${said}`);
      }),
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      killGroup(child);
      await ended;
    },
  };
}

export interface CliResult {
  exitCode: number | null;
  /** The JSON values that were printed, one a line. */
  values: unknown[];
  error: string;
}

/** `npm run -s cli -- …` */
export function runCli(args: readonly string[], settings: Settings): Promise<CliResult> {
  const child = spawn('npm', ['run', '-s', 'cli', '--', ...args], {
    cwd: ROOT,
    env: clean(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const channels = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    channels.out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    channels.error += chunk.toString('utf8');
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (exitCode) => {
      const lines = channels.out.split('\n').filter((line) => line !== '');
      done({ exitCode, values: lines.map((line) => JSON.parse(line) as unknown), error: channels.error });
    });
  });
}

/** Runs a command that must go well, and returns the one value that it prints. */
export async function askCli<Answer>(args: readonly string[], settings: Settings): Promise<Answer> {
  const { exitCode, values, error } = await runCli(args, settings);
  if (exitCode !== 0 || values.length !== 1)
    throw new Error(`cli ${args.join(' ')} ended with ${exitCode}: ${error}${JSON.stringify(values)}`);
  return values[0] as Answer;
}

/** Asks again and again until something is there. @throws when the time is over */
export async function poll<Found>(
  what: string,
  timeoutMs: number,
  find: () => Found | null | undefined | Promise<Found | null | undefined>,
): Promise<Found> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found !== null && found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`);
    await new Promise((wake) => setTimeout(wake, 25));
  }
}

function clean(settings: Settings): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...settings };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // Already gone.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
