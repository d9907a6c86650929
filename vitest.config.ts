import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores is the smallest machine that the suite is meant for; each worker may hold an embedded database.
    maxWorkers: 2,
  },
});
