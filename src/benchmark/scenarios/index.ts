import type { Scenario } from '../scenario.ts';
import { answer } from './answer.ts';
import { askers } from './askers.ts';
import { change } from './change.ts';
import { coldStart } from './cold-start.ts';
import { denseSearch } from './dense-search.ts';
import { embedding } from './embedding.ts';
import { keywordSearch } from './keyword-search.ts';
import { memory } from './memory.ts';
import { opening } from './opening.ts';
import { sizes } from './sizes.ts';

/** In the order in which they run and are told of: memory and sizes first. */
export const SCENARIOS: readonly Scenario[] = [
  sizes,
  memory,
  opening,
  denseSearch,
  keywordSearch,
  change,
  embedding,
  coldStart,
  answer,
  askers,
];
