import { describe, expect, it } from 'vitest';
import { periodsIn, typedDays } from '../../../src/retrieval/metadata/period/periods.ts';
import { plainWords } from '../../../src/retrieval/rules/plain-words.ts';

const TODAY = '2026-11-24';

describe('typed as a date:', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-3-1', '2025-03-01', '2025-03-01'],
    ['March 2024', '2024-03-01', '2024-03-31'],
    ['5 May 2023', '2023-05-05', '2023-05-05'],
    ['May 5th, 2023', '2023-05-05', '2023-05-05'],
    ['31.3.2025', '2025-03-31', '2025-03-31'],
    ['3.4.2025', '2025-04-03', '2025-04-03'],
    ['25/03/2025', '2025-03-25', '2025-03-25'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['this month', '2026-11-01', '2026-11-30'],
    ['yesterday', '2026-11-23', '2026-11-23'],
    ['last week', '2026-11-16', '2026-11-22'],
    ['December', '2025-12-01', '2025-12-31'],
    ['summer 2020', '2020-06-01', '2020-08-31'],
    ['winter 2020', '2020-12-01', '2021-02-28'],
    ['letztes Jahr', '2025-01-01', '2025-12-31'],
    ['März 2024', '2024-03-01', '2024-03-31'],
    ['marzo de 2024', '2024-03-01', '2024-03-31'],
    ['el año pasado', '2025-01-01', '2025-12-31'],
    ['été 2020', '2020-06-01', '2020-08-31'],
    ["l'an dernier", '2025-01-01', '2025-12-31'],
  ])('%s is from %s to %s', (written, first, last) => {
    expect(typedDays(written, TODAY)).toEqual({ first, last });
  });

  it.each([
    '',
    'soon',
    '2025-13',
    '2025-02-30',
    '25-01-01',
    '2025-01-01T00:00',
    '3/4/2025',
    '12',
    'the 5th',
    'in 2025',
  ])('%j is none', (written) => expect(typedDays(written, TODAY)).toBeUndefined());
});

describe('said in a sentence:', () => {
  it.each([
    ['articles from 2023', '2023-01-01', '2023-12-31'],
    ['written in March', '2026-03-01', '2026-03-31'],
    ['since last summer', '2026-06-01', undefined],
    ['since 2022', '2022-01-01', undefined],
    ['from May 2023 on', '2023-05-01', undefined],
    ['after 2022', '2023-01-01', undefined],
    ['before the summer of 2020', undefined, '2020-05-31'],
    ['until March 2021', undefined, '2021-03-31'],
    ['between 2019 and 2021', '2019-01-01', '2021-12-31'],
    ['from 2019 to 2021', '2019-01-01', '2021-12-31'],
    ['between March and May 2024', '2024-03-01', '2024-05-31'],
    ['seit dem Sommer 2020', '2020-06-01', undefined],
    ['aus dem Jahr 2023', '2023-01-01', '2023-12-31'],
    ['zwischen 2019 und 2021', '2019-01-01', '2021-12-31'],
    ['desde mayo de 2021', '2021-05-01', undefined],
    ['antes del verano de 2020', undefined, '2020-05-31'],
    ["avant l'été 2020", undefined, '2020-05-31'],
    ['entre 2019 et 2021', '2019-01-01', '2021-12-31'],
  ])('%s', (text, since, until) => {
    const said = plainWords(text).map(({ plain }) => plain);
    expect(periodsIn(said.join(' '), TODAY)[0]).toMatchObject({ since, until, isBare: false });
  });

  it('tells a year that stands alone from one that a preposition opens', () => {
    expect(periodsIn('the flood of 2023', TODAY)).toMatchObject([{ isBare: true }]);
    expect(periodsIn('42 boats and 1906 bricks', TODAY)).toMatchObject([{ since: '1906-01-01' }]);
    expect(periodsIn('the 300 boats of the harbour', TODAY)).toEqual([]);
  });
});
