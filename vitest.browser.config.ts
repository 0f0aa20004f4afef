import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** Tests that need a Chromium; `npm test` passes without one. */
export default defineConfig({
  test: {
    reporters,
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
