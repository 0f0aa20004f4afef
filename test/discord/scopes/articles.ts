/** Words that only articles of the folder `board` have: whoever reads one has read of them. */
export const MARKS = ['vintrel', 'ledger', 'drax', 'zorvology', 'kelmarch', 'quibbet', 'ostrander'];

const pages = Array.from(
  { length: 24 },
  (_, i) =>
    `Vote ${i + 1} of the wardens was about the Ostrander bank, ${'whose clerks count quibbets by lamplight and by day, '.repeat(5)}and it was unanimous.`,
);

/** What only some see. */
export const BOARD = {
  'board/secret.md': `---
title: The vintrel ledger
authors: [Quillan Drax]
date: 2024-05-05
url: https://example.org/kelmarch
tags: [zorvology]
---
The town owes 7,431 quibbets to the Ostrander bank for the loan of the harbour bridge.

The wardens signed the loan at midnight behind the fish market.

## Kelmarch

${pages.join('\n\n')}
`,
  'board/second.md': `---
title: The second vintrel ledger
authors: [Quillan Drax]
date: 2024-06-06
---
The loan of the harbour bridge was raised by 900 quibbets in June, and the wardens signed again.
`,
};

const small = Array.from({ length: 8 }, (_, i): [string, string] => [
  `public/street-${i + 1}.md`,
  `---\ntitle: Street number ${i + 1}\nauthors: [Ann Lowe]\ntags: [streets]\ndate: 2023-01-0${i + 1}\n---\nStreet number ${i + 1} is ${(i + 3) * 100} metres long. It has ${i + 4} lamps.\n`,
]);

/** What everybody sees. */
export const PUBLIC = {
  'public/bridge.md': `---
title: The harbour bridge
authors: [Mira Holm]
date: 2024-01-01
tags: [harbour]
---
The harbour bridge opened on 4 May 1931. It is 212 metres long, and 4,000 carts cross it on a market day.

The keeper of the harbour bridge lives in the north tower. She raises the bridge twice a day.
`,
  ...Object.fromEntries(small),
};
