import type { TestArticle } from './library.ts';

/** A small library about a made-up town. */
export const ARTICLES: TestArticle[] = [
  {
    id: '2025/flood',
    title: 'The night the Alder rose',
    authors: ['Mira Holm', 'Jon Aske'],
    date: '2025-03-03',
    url: 'https://news.example/2025/flood',
    tags: ['weather', 'alder'],
    text: `The river Alder rose by 4.2 metres in a single night. Nobody in Ostby had seen it so high since 1953. The mayor, Ida Brandt, ordered the lower town to be cleared at two in the morning.

Ida Brandt has been mayor of Ostby since 2019. She was a hydrologist before she went into politics. Her office counted 312 people who left their homes that night.

The flood wall had been finished only in part. Of 1.8 kilometres planned, 1.1 kilometres stood when the water came. The rest is to be built by the autumn of 2026.

Repairs will cost about 14 million crowns. The county pays half of the repairs, the town the other half.`,
  },
  {
    id: '2024/library',
    title: 'A library without closing time',
    authors: ['Tomas Eide'],
    date: '2024-09-14',
    url: 'https://news.example/2024/library',
    tags: ['culture'],
    text: `The library of Ostby is open day and night since 1 September 2024. Readers open the door with their card. Eleven cameras watch the reading rooms.

The night opening costs the town 220,000 crowns a year. The librarian, Sofie Lund, says that theft has not risen. "We lost nine books in the first year of night opening," she said, "and found twelve."

In 2024 the library counted 41,000 visitors. That is a third more than in 2023.`,
  },
  {
    id: 'hostile',
    title: '[Free](https://evil.example) @everyone',
    authors: ['<@123456789012345678>'],
    date: null,
    url: 'javascript:alert(1)',
    tags: [],
    text: `The hostile paragraph pings @everyone and @here, and <@123456789012345678> and <#1> and <@&5>. It links [a bank](https://evil.example/login) and hides ||a spoiler|| in \`code\`.

The zalgo paragraph says h\u0351\u036be\u0343\u0351l\u036bl\u0343o\u0351 to the \u202eworld. It has one sentence more.

The endless paragraph ${'goes on about turnips and never stops, '.repeat(103)}for it is endless`,
  },
];
