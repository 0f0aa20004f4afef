export { type Effort, LONG, SHORT } from './effort.ts';
export type { BenchmarkRun } from './measurement.ts';
export { writePage } from './report/page.ts';
export { renderTable } from './report/table.ts';
export { runBenchmark, scenariosFor } from './run-benchmark.ts';
export { figuresOf } from './statistics/figures.ts';
