import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Meaning, UtteranceContext } from '../../../src/domain/utterance/meaning.ts';
import { CLOCK } from './clock.ts';
import { DIRECTORY } from './directory.ts';

/** A line of the corpus: a message as an office person types it, and what it must be understood as. */
export interface CorpusLine {
  text: string;
  reply?: string;
  replyTo?: 'task' | 'extensionRequest' | 'completionReport';
  actor?: 'staff' | 'leader';
  attachment?: boolean;
  expect: Partial<Meaning> & Pick<Meaning, 'intent'>;
}

const FOLDER = fileURLToPath(new URL('./corpus/', import.meta.url));

const readLines = (file: string): CorpusLine[] =>
  readFileSync(FOLDER + file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusLine);

/** All sentences, in the order in which they were written down. */
export const CORPUS: readonly CorpusLine[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap(readLines);

/** Wednesday 08/7/2026, in the sample department. */
export const contextOf = ({ reply, replyTo, actor, attachment }: CorpusLine): UtteranceContext => ({
  ...CLOCK,
  ...DIRECTORY,
  actor: actor ?? 'staff',
  hasAttachment: attachment ?? false,
  ...(reply !== undefined && { replyTask: reply }),
  ...(replyTo !== undefined && { replyTo }),
});
