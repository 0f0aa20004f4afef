import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

export default defineConfig({
  test: {
    reporters,
    include: ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/slow/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
