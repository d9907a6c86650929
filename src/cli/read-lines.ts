/** The lines of what was piped in: an empty one counts, the end of the last does not. */
export function readLines(input: string): string[] {
  if (input === '') return [];
  return input.replace(/\r?\n$/, '').split(/\r?\n/);
}
