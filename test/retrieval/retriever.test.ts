import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/index.ts';
import { type Inference, startInference } from '../../src/inference/index.ts';
import type { Answer } from '../../src/passage.ts';
import { createRetriever, type Retriever } from '../../src/retrieval/index.ts';
import { MAX_QUOTE_LENGTH } from '../../src/retrieval/tuning.ts';
import { openStore, type PassageStore } from '../../src/store/index.ts';
import { readAll } from '../store/read-all.ts';

const filler = 'The weather that week was fair, and the shops kept their usual hours. '.repeat(40);

const articles = {
  'lighthouse.md': `---
title: The lamp on Crane Point
authors: [Ada Moss, Ben Okafor]
date: 2021-06-04
url: https://example.org/lamp
---

The lighthouse on Crane Point was built in 1874. Its lamp can be seen from **31 kilometres** away. A keeper lived there until 1988.

The last keeper, Josef Brandt, kept bees in the garden. He sold the honey in the village.`,
  'copy.md': `# Crane Point in brief

The lighthouse on Crane Point was built in 1874. Its lamp can be seen from 31 kilometres away. A keeper lived there until 1988!`,
  'interview.md': `# A talk with Josef Brandt

**Do you miss the lamp?**

Every night. But I do not miss the stairs.

**How many steps are there?**

There are 212 of them, and I counted each of them twice a day.`,
  'wreck.md': `# The wreck of the Halcyon

The divers of the Halcyon found a brass compass under the port rail in June. ${[
    'Supper on board was barley soup, and on Sundays a pudding.',
    'A goat that belonged to the cook ate two of the charts.',
    'Letters went ashore every Friday with the mail boat from Tarn.',
    'In the evenings somebody always played the same waltz on a concertina.',
    'Paint for the hull came in drums of forty litres and smelled of fish.',
    'The youngest of the crew was seventeen, and homesick until August.',
    'Gulls nested in the spare lifeboat, which had to stay where it was.',
    'New ropes were ordered in Brask, where they cost half as much.',
    'Nobody could agree who had left the galley window open in the storm.',
    'The harbour office wanted a list of everything, in three copies.',
  ].join(' ')} The divers of the Halcyon found the captain's silver watch in October.`,
  'long.txt': `A very long report\n\n${filler}The brass bell of the Meridian weighs 340 kilograms. ${filler}`,
};

let folder: string;
let inference: Inference;
let store: PassageStore;
let retriever: Retriever;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-retriever-'));
  for (const [name, text] of Object.entries(articles)) await writeFile(join(folder, name), text);
  inference = await startInference({ embeddingModel: 'bge-small-en-v1.5', processes: 2 });
  const indexDir = join(folder, '.index');
  await buildIndex({
    corpusDir: folder,
    indexDir,
    maxArticleBytes: 1e6,
    embedder: inference,
  });
  store = await openStore(indexDir, { model: inference.profile });
  retriever = createRetriever(store, inference);
});

afterAll(async () => {
  await inference?.close();
  await rm(folder, { recursive: true, force: true });
});

async function expectLiteral(answer: Answer): Promise<void> {
  const shelf = await readAll(store);
  for (const { article, start, end, text, marked } of answer.quotes) {
    const source = shelf.article(article.id)?.text ?? '';
    expect(text).toBe(source.slice(start, end));
    expect(marked.text).toBe(source.slice(marked.start, marked.end));
  }
}

describe('a question that an article answers', () => {
  let answer: Answer;
  beforeAll(async () => {
    answer = await retriever.ask('From how far away can the lamp on Crane Point be seen?');
  });

  test('is answered by the passage, word for word, Markdown marks included', async () => {
    expect(answer.status).toBe('answered');
    expect(answer.quotes[0]?.text).toContain('**31 kilometres**');
    await expectLiteral(answer);
  });

  test('has the answering sentence marked', () => {
    expect(answer.quotes[0]?.marked.text).toBe('Its lamp can be seen from **31 kilometres** away.');
  });

  test('is cited with title, authors, date, paragraph and a link to the sentence', () => {
    const [quote] = answer.quotes;
    expect(quote?.article).toMatchObject({
      title: 'The lamp on Crane Point',
      authors: ['Ada Moss', 'Ben Okafor'],
      date: '2021-06-04',
    });
    expect(quote?.paragraph).toBe(1);
    expect(quote?.link).toMatch(/^https:\/\/example\.org\/lamp#:~:text=Its%20lamp/);
  });

  test('does not quote another article that says the same in the same words', () => {
    expect(answer.quotes.map(({ article }) => article.id)).not.toContain('copy');
  });
});

test('a question that no article answers is missed, with the nearest articles', async () => {
  const answer = await retriever.ask('Which team won the ice hockey final?');
  expect(answer).toMatchObject({ status: 'missed', quotes: [] });
  expect(answer.nearest.length).toBeGreaterThan(0);
  expect(answer.nearest.length).toBeLessThanOrEqual(3);
});

test("an interviewer's question is never quoted as an answer", async () => {
  const answer = await retriever.ask('How many steps are there?');
  expect(answer.quotes[0]?.text).toContain('There are 212 of them');
  for (const quote of answer.quotes) expect(quote.text).not.toContain('How many steps');
});

test('a fact in the middle of a very long paragraph is found, and quoted briefly', async () => {
  const answer = await retriever.ask('How heavy is the bell of the Meridian?');
  expect(answer.quotes[0]?.marked.text).toBe(
    'The brass bell of the Meridian weighs 340 kilograms.',
  );
  for (const quote of answer.quotes)
    expect(quote.text.length).toBeLessThanOrEqual(MAX_QUOTE_LENGTH);
  await expectLiteral(answer);
});

test('of a passage far behind the first one no sentence is read alone', async () => {
  const alone = new Set<string>();
  const listening: Inference = {
    ...inference,
    read: (query, texts) => {
      for (const { head, sentences } of texts) if (sentences.length === 0) alone.add(head);
      return inference.read(query, texts);
    },
  };
  const found = await createRetriever(store, listening).trace('How heavy is the Meridian bell?');
  expect(found.stages.reranked.length).toBeGreaterThan(2);
  expect([...alone]).toEqual(['A very long report']);
});

test('one passage is quoted twice where two places in it answer, far from each other', async () => {
  const answer = await retriever.ask('What did the divers of the Halcyon find?');
  const [first, second] = answer.quotes;
  expect(second?.passageId).toBe(first?.passageId);
  expect([first?.marked.text, second?.marked.text].sort()).toEqual([
    expect.stringContaining('brass compass'),
    expect.stringContaining('silver watch'),
  ]);
  expect(second?.score).toBeLessThanOrEqual(first?.score ?? 0);
  await expectLiteral(answer);
});

test('only the named articles are searched', async () => {
  const answer = await retriever.ask('When was the lighthouse built?', { articleIds: ['copy'] });
  expect(new Set(answer.quotes.map(({ article }) => article.id))).toEqual(new Set(['copy']));
});

test('there are no more quotes than are asked for', async () => {
  const answer = await retriever.ask('Who was the last keeper of the lighthouse?', { top: 1 });
  expect(answer.quotes).toHaveLength(1);
});

test('a follow-up is searched together with the question before', async () => {
  const answer = await retriever.ask('and what did he sell?', {
    earlier: { question: 'Who was the last keeper?', articleIds: ['lighthouse'] },
  });
  expect(answer.quotes[0]?.text).toContain('honey');
});

test('the same question gets the same answer', async () => {
  const once = await retriever.ask('Where did the keeper have bees?');
  const again = await retriever.ask('Where did the keeper have bees?');
  expect({ ...again, milliseconds: 0 }).toEqual({ ...once, milliseconds: 0 });
});

describe('a question with a typo', () => {
  const typed = 'How many kilometres away can the lihgthouse be seen?';

  test('is answered like the one that was meant, and says what was searched for', async () => {
    const meant = await retriever.ask('How many kilometres away can the lighthouse be seen?');
    const answer = await retriever.ask('Who was the last kepeer, and what did he keep?');
    expect(answer.question).toBe('Who was the last kepeer, and what did he keep?');
    expect(answer.quotes[0]?.text).toContain('Josef Brandt');
    const again = await retriever.ask(typed);
    expect(again.quotes[0]?.passageId).toBe(meant.quotes[0]?.passageId);
    expect(again.confidence).toBeGreaterThanOrEqual(meant.confidence);
    await expectLiteral(again);
  });

  test('says what was searched for only where that changed the outcome', async () => {
    const found = await retriever.ask(
      'Where did Josef Brandt, the keeper, keep bees? In a gardne?',
    );
    expect(found).not.toHaveProperty('searchedFor');
    const lost = await retriever.ask('halcyn cmopass');
    expect(lost.searchedFor).toBe('halcyon compass');
    expect(lost.quotes[0]?.text).toContain('brass compass');
  });
});

test('capitals change nothing but the question that is given back', async () => {
  const question = 'From how far away can the lamp on Crane Point be seen?';
  const [shouted, small] = await Promise.all([
    retriever.trace(question.toUpperCase()),
    retriever.trace(question.toLowerCase()),
  ]);
  const written = await retriever.trace(question);
  expect(shouted.answer.question).toBe(question.toUpperCase());
  expect(shouted.stages).toEqual(small.stages);
  expect(small.stages.fused).toEqual(written.stages.fused);
  expect(small.stages.reranked).toEqual(written.stages.reranked);
  expect(shouted.answer.confidence).toBe(small.answer.confidence);
  expect(small.answer.status).toBe(written.answer.status);
});

test('passages similar to a message are found without a question', async () => {
  const [first] = await retriever.similar('I love that old lighthouse and its lamp', 3);
  expect(['lighthouse', 'copy']).toContain(first?.article.id);
});
