/** A token of the right shape for the strict server: it opens nothing. */
export const TOKEN = '900009:bench';
