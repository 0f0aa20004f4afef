import { defineConfig } from 'vitest/config';

/** Tests that need a Chromium; `npm test` passes without one. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
