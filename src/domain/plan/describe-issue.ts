import { z } from 'zod';
import { suggestName } from './nearest-name.ts';

/**
 * What is wrong with a value of the plan file and how to cure it, in plain English.
 * Undefined leaves the wording to zod.
 */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return describeType(issue.expected, issue.input);
  if (issue.code === 'unrecognized_keys') return describeUnknownKeys(issue.keys, knownKeys(issue.inst));
  if (issue.code === 'invalid_value') return describeChoice(issue.values, issue.input);
  if (issue.code === 'invalid_format') return describeFormat(issue.format, issue.input);
  if (issue.code === 'invalid_union') return describeUnion(issue);
  return undefined;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that start with "- ")',
  object: 'a group of indented "key: value" lines',
  null: 'null',
};

function describeType(expected: string, input: unknown): string {
  const name = TYPE_NAMES[expected] ?? expected;
  return input === undefined ? `is missing; add it as ${name}` : `must be ${name}, not ${show(input)}`;
}

function describeChoice(values: readonly unknown[], input: unknown): string {
  const choice = values.map(String);
  if (input === undefined) return `is missing; write ${choice.join(' or ')}`;
  if (typeof input === 'string') return suggestName('value', input, choice);
  return `must be ${choice.join(' or ')}, not ${show(input)}`;
}

function describeFormat(format: string, input: unknown): string | undefined {
  if (format === 'date')
    return `${show(input)} is not a day that exists; write YYYY-MM-DD, for example 2026-06-05`;
  if (format === 'time')
    return `${show(input)} is not a time of day; write "HH:mm" in quotes, for example "07:30"`;
  return undefined;
}

function describeUnion(issue: z.core.$ZodRawIssue): string | undefined {
  const { options, input } = issue as { options?: readonly unknown[]; input?: unknown };
  if (options === undefined) return undefined;
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
  return describeChoice(options, kind);
}

/** One line for each key, in the order of the keys. */
function describeUnknownKeys(keys: readonly string[], known: readonly string[]): string {
  return keys.map((key) => suggestName('key', key, known)).join('\n');
}

function knownKeys(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function show(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'a group of keys';
  return JSON.stringify(input) ?? 'nothing';
}
