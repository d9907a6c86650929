import type { Clock } from '../app/use-case.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import type { Plan } from '../domain/plan/plan.ts';

/** What commands on the database run with: the same inside a running bot and alone. */
export interface CliContext {
  db: Db;
  plan: Plan;
  clock: Clock;
  config: Config;
  /** Asks Telegram who the bot is; `null` without a token or an answer. */
  askBotName: () => Promise<string | null>;
}

/** A line as it was typed, and where: file names are of that folder. */
export interface CliRequest {
  argv: string[];
  cwd: string;
  /** What was piped in, for commands that read lines. */
  input: string;
}

export interface CliAnswer {
  exitCode: 0 | 1;
  /** JSON values, one a line. */
  out: string;
  /** One clear line when it failed. */
  error: string;
}

/** Where commands get what they work on, opened only when one asks for it. */
export interface CliSources {
  openContext(): Promise<CliContext>;
  /** The plan without a database. */
  loadPlan(): Promise<Plan>;
}

/** What a command is given when it runs. */
export interface CommandRun {
  request: CliRequest;
  sources: CliSources;
  /** Prints one JSON value as one line. */
  print(value: unknown): void;
  /** Prints lines for whoever reads them. */
  write(text: string): void;
  /** The command did its work but found fault: exit 1 after printing. */
  fail(): void;
}

/** Why a command failed, in one line for whoever typed it. */
export class CliError extends Error {
  override name = 'CliError';
}
