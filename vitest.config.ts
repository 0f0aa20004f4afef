import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.reporters.ts';

/**
 * Files that load much and leave nothing behind: they share a process for each worker, which loads
 * discord.js and the like once. A file that mocks a module, changes its process or measures its
 * processor time stands apart.
 */
const TOGETHER = [
  'test/{discord,evaluation,retrieval,terminal}/**/*.test.ts',
  'test/corpus/!(growth).test.ts',
  'packages/*/test/**/*.test.ts',
];

export default defineConfig({
  test: {
    reporters,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait, for a timer or a child process.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/slow/**', ...TOGETHER],
        },
      },
    ],
  },
});
