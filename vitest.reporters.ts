/** Where VITEST_JSON names a file, the results are written there too: `.ci/run` counts them. */
const file = process.env.VITEST_JSON;

export const reporters: ('default' | ['json', { outputFile: string }])[] = file
  ? ['default', ['json', { outputFile: file }]]
  : ['default'];
