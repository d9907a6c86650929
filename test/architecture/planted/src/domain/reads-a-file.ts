import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
