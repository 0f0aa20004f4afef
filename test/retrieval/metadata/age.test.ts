import { describe, expect, it } from 'vitest';
import { ageOf, corpusDates } from '../../../src/retrieval/metadata/age.ts';

const dated = (date: string | null) => ({
  id: date ?? 'none',
  file: 'a.md',
  title: 'A',
  authors: [],
  date,
  url: null,
  tags: [],
  language: null,
});
const CORPUS = [
  '2015-03-01',
  '2016-05-01',
  '2021',
  '2022',
  '2023',
  '2024',
  '2025-01-01',
  '2025-06-01',
].map((date) => dated(date.length === 4 ? `${date}-01-01` : date));

describe('the age of a quoted article', () => {
  it('is told against a newer one that is quoted, in whole years', () => {
    const [old, young] = [dated('2020-06-15'), dated('2023-06-14')];
    expect(ageOf(old, [old, young], undefined)).toEqual({ years: 2, than: 'quoted' });
    expect(ageOf(young, [old, young], undefined)).toBeUndefined();
    expect(ageOf(dated('2023-01-01'), [young], undefined)).toBeUndefined();
  });

  it('is told against the newest of all where it is among the oldest quarter', () => {
    const dates = corpusDates(CORPUS);
    expect(ageOf(dated('2015-03-01'), [], dates)).toEqual({ years: 10, than: 'all' });
    expect(ageOf(dated('2021-01-01'), [], dates)).toEqual({ years: 4, than: 'all' });
    expect(ageOf(dated('2022-01-01'), [], dates)).toBeUndefined();
  });

  it('is not told where articles have no date, or are few', () => {
    expect(ageOf(dated(null), [dated('2023-01-01')], corpusDates(CORPUS))).toBeUndefined();
    expect(corpusDates(CORPUS.slice(0, 7))).toBeUndefined();
    expect(corpusDates([...CORPUS.slice(0, 7), dated(null)])).toBeUndefined();
  });
});
