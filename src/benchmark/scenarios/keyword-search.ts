import type { Scenario } from '../scenario.ts';
import { measureSearches } from './measure-searches.ts';

export const keywordSearch: Scenario = {
  name: 'keyword-search',
  figures: {
    time: { unit: 'ms', title: () => 'Keyword search, the best 100' },
    blocked: { unit: 'ms', title: () => '… the main thread held at a time' },
  },
  run(bench) {
    return measureSearches(this, 'keywords', ['pullquote', 'minisearch'], bench);
  },
};
