import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/** What takes minutes: `npm run test:slow`. */
export default defineConfig({
  test: {
    reporters,
    include: ['test/slow/**/*.test.ts'],
    testTimeout: 20 * 60_000,
  },
});
