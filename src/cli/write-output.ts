import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError, type CommandRun } from './command.ts';

/** Writes a file beside where the command was typed, and prints what it is. @throws CliError */
export async function writeOutput(run: CommandRun, out: string, bytes: Buffer): Promise<void> {
  const file = resolve(run.request.cwd, out);
  await writeFile(file, bytes).catch(() => {
    throw new CliError(`The file cannot be written: ${file}`);
  });
  run.print({ file, sha256: createHash('sha256').update(bytes).digest('hex') });
}
