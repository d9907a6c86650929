import { defineConfig } from 'vitest/config';

/** Tests that need a browser on the machine; `npm test` does without. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
