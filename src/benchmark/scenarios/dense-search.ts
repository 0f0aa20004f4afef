import type { Scenario } from '../scenario.ts';
import { measureSearches } from './measure-searches.ts';

export const denseSearch: Scenario = {
  name: 'dense-search',
  figures: {
    time: { unit: 'ms', title: () => 'Dense search, the nearest 100' },
    blocked: { unit: 'ms', title: () => 'Main thread held by a dense search' },
  },
  run(bench) {
    const systems = ['pullquote', 'vectra-json', 'vectra-protobuf', 'plain-scan'] as const;
    return measureSearches(this, 'dense', systems, bench);
  },
};
