/** The phrases of a lexicon entry, written one after another with commas between. */
export const list = (phrases: string): string[] => phrases.split(',').map((phrase) => phrase.trim());
