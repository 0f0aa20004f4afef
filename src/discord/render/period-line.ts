import type { Answer } from '../../passage.ts';
import type { Words } from '../locales/words.ts';

/** Tells that only articles of the time that a question names were searched, or that none answers. */
export function periodLine({ period }: Answer, words: Words): string[] {
  if (!period) return [];
  const said = words.period(period.since, period.until);
  return [`-# ${period.isLifted ? words.noneFrom(said) : words.onlyFrom(said)}`];
}
