import type { Scenario } from '../scenario.ts';
import { measureSearches } from './measure-searches.ts';

export const keywordSearch: Scenario = {
  name: 'keyword-search',
  figures: {
    time: { unit: 'ms', title: () => 'Keyword search, the best 100' },
    blocked: { unit: 'ms', title: () => 'Main thread held by a keyword search' },
  },
  run(bench) {
    return measureSearches(this, 'keywords', ['pullquote', 'minisearch'], bench);
  },
};
