const ALONE = new Set(['deadline', 'parse', 'help', '--help', '-h', undefined]);

/** Whether a command speaks to the database; those that only read a text run without one. */
export const needsDatabase = (argv: string[]): boolean => !ALONE.has(argv[0]);
