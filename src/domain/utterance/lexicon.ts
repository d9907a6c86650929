import { CLAIMS } from './lexicon-claims.ts';
import { COMMANDS } from './lexicon-commands.ts';
import { GUARDS } from './lexicon-guards.ts';

/** Every phrase that is looked for, by tag. A phrase may stand under several tags. */
export const LEXICON = { ...CLAIMS, ...GUARDS, ...COMMANDS } as const;

export type Tag = keyof typeof LEXICON;
