import { type DestinationStream, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino';

/** What people wrote, wherever it stands in a line: an error of the Bot API or of the database carries it along. */
const PERSONAL_KEYS: ReadonlySet<string> = new Set([
  'token',
  'text',
  'caption',
  'payload',
  // A failed statement carries its values under these.
  'params',
  'parameters',
  'detail',
  'where',
]);
const HIDDEN = '[hidden]';

const SECRETS: readonly [RegExp, string][] = [
  [/\/bot\d+(?::|%3a)[^/\s"\\]+/gi, '/bot[token]'],
  [/\d+:[A-Za-z0-9_-]{20,}/g, '[token]'],
  [/\b(start(?:app|group)?=)[A-Za-z0-9_-]+/g, '$1[code]'],
  // The password in an address such as postgres://user:password@host.
  [/(:\/\/[^\s/:@"\\]*:)[^\s/@"\\]+@/g, `$1${HIDDEN}@`],
];

/** Drizzle prints the values of a failed statement into the message; the stack repeats it. */
const STATEMENT_VALUES = /(Failed query:[\s\S]*?\nparams:)[\s\S]*?(?=\n {4}at |$)/g;

/**
 * JSON lines for the operator, to stderr unless told otherwise: stdout belongs to what commands print. Tokens,
 * invitation codes, passwords in addresses and what people wrote never reach it, whoever logs them.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    errorKey: 'error',
    hooks: { streamWrite: redactLine },
  };
  // Written at once: the line that tells why a process died must not die with it.
  return pino(options, destination ?? pino.destination({ fd: 2, sync: true }));
}

function redactLine(line: string): string {
  return SECRETS.reduce((text, [secret, shown]) => text.replace(secret, shown), hidePersonal(line));
}

function hidePersonal(line: string): string {
  const hide = (key: string, value: unknown): unknown => {
    if (PERSONAL_KEYS.has(key)) return HIDDEN;
    return typeof value === 'string' ? value.replace(STATEMENT_VALUES, `$1 ${HIDDEN}`) : value;
  };
  return `${JSON.stringify(JSON.parse(line), hide)}\n`;
}
