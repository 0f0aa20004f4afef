import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readQuestions } from '../../src/evaluation/questions.ts';
import { buildIndex } from '../../src/indexing/index.ts';
import { type Inference, startInference } from '../../src/inference/index.ts';
import type { Answer, AskOptions } from '../../src/passage.ts';
import { answerFromCitation } from '../../src/retrieval/answer-from-citation.ts';
import { articleMeant } from '../../src/retrieval/article-meant.ts';
import { citationQuestion } from '../../src/retrieval/citation-question.ts';
import { createRetriever, type Retriever } from '../../src/retrieval/index.ts';
import { openStore, type PassageStore } from '../../src/store/index.ts';
import { AT_HAND, CITATION, TEXT } from './citation-cases.ts';

const corpusDir = fileURLToPath(new URL('../../corpus', import.meta.url));

let folder: string;
let inference: Inference;
let store: PassageStore;
let retriever: Retriever;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-citation-'));
  inference = await startInference({ embeddingModel: 'bge-small-en-v1.5', processes: 2 });
  await buildIndex({ corpusDir, indexDir: folder, maxArticleBytes: 1e6, embedder: inference });
  store = await openStore(folder, { model: inference.profile });
  retriever = createRetriever(store, inference);
}, 180_000);

afterAll(async () => {
  await inference?.close();
  await rm(folder, { recursive: true, force: true });
});

/** `authors of food/kolm`, or `text` where the answer is not the citation's. */
async function source(question: string, options?: AskOptions): Promise<string> {
  const answer = await retriever.ask(question, options);
  if (answer.status !== 'cited') return 'text';
  return `${answer.citation.asked} of ${answer.citation.article.id}`;
}

/** The same, where the retriever is sure of something that it found in the text. */
async function sourceBeside(
  sure: Answer,
  question: string,
  options: AskOptions = {},
): Promise<string> {
  const answer = await answerFromCitation({ ...sure, question }, options, store);
  if (answer.status !== 'cited') return 'text';
  return `${answer.citation.asked} of ${answer.citation.article.id}`;
}

const quoted = (question: string, id: string) => ({ earlier: { question, articleIds: [id] } });

describe('an answer from the citation', () => {
  test('is the opening of the article, word for word, cited', async () => {
    const answer = await retriever.ask('Who wrote the article about kolm?');
    expect(answer).toMatchObject({
      status: 'cited',
      citation: {
        asked: 'authors',
        article: { id: 'food/kolm', authors: ['Beatrix Olafsen-Rao'] },
      },
    });
    const [quote, ...others] = answer.quotes;
    expect(others).toEqual([]);
    expect(quote).toMatchObject({ paragraph: 1, article: { id: 'food/kolm' }, score: 1 });
    expect(quote?.text).toMatch(/^Every cook on the lower Kesse/);
    const { text } = (await store.read(['food/kolm'])).article('food/kolm') ?? {};
    expect(quote?.text).toBe(text?.slice(quote?.start, quote?.end));
    expect(answer.nearest[0]?.id).toBe('food/kolm');
  });

  test('quotes nothing, and names that article alone, where it does not say', async () => {
    const answer = await retriever.ask('How old is the article about the wrong instruments?');
    expect(answer).toMatchObject({
      status: 'cited',
      quotes: [],
      citation: { asked: 'date', article: { date: null } },
    });
    expect(answer.nearest.map(({ id }) => id)).toEqual(['museum/wrong-instruments']);
  });
});

describe('an article is named', () => {
  test.each([
    [
      'by its whole title',
      'Who wrote A Cellist Comes Home With Eleven Hours?',
      'authors of culture/cellist-comes-home',
    ],
    [
      'by a part of it',
      'When was the article about the Long Bridge published?',
      'date of engineering/long-bridge',
    ],
    ['by its file', 'when was the Solvei report published?', 'date of harbour/solvei-report'],
    ['by a tag', 'Who wrote the post about beekeeping?', 'authors of howto/hive-scale'],
    ['by its author', 'When did Cosima Tveit write the article?', 'date of howto/hive-scale'],
    [
      'by its file alone among equals',
      'who wrote the flood report?',
      'authors of flood/town-report',
    ],
  ])('%s: %s', async (_, question, expected) => {
    expect(await source(question)).toBe(expected);
  });
});

describe('the text answers', () => {
  test.each([
    ['of what it tells itself', 'Who wrote Eleven Hours?'],
    [
      'of a dictionary, not of the article on the language',
      'When was the Orrish dictionary published?',
    ],
    ['where several articles are as good', 'Who wrote the article about the harbour?'],
    ['where no article is named so', 'Who wrote the article about bicycles?'],
    ['where nothing is at hand', 'Who is the author?'],
    ['of a book that no article names', 'Who wrote The Lord of the Rings?'],
  ])('%s: %s', async (_, question) => {
    expect(await source(question)).toBe('text');
  });

  test('and what it says of a thing that an article is named after', async () => {
    expect(await source('Who wrote The Museum of Wrong Instruments?')).toBe('text');
  });

  test("whatever the project's own questions are", async () => {
    const taken: string[] = [];
    for (const { question } of readQuestions(`${corpusDir}/questions.jsonl`)) {
      const asked = citationQuestion(question);
      if (asked && (await articleMeant(asked, {}, store))) taken.push(question);
    }
    expect(taken).toEqual([]);
  });
});

describe('a question that names nothing', () => {
  test.each([
    ['who wrote this?', 'How high did the river rise?', 'authors of flood/town-report'],
    ['when was it published?', 'How high did the river rise?', 'date of flood/town-report'],
    ['who wrote the report?', 'How high did the river rise?', 'authors of flood/town-report'],
    [
      'who is the author of the article?',
      'Who ran the harbour?',
      'authors of harbour/harbour-master-interview',
    ],
    ['when was this published?', 'What makes the tides?', 'date of school/tides'],
    ['who wrote it?', 'How many goals did Yara Tamm score?', 'authors of sport/herons-season'],
    ['who wrote it?', 'How old is her cello?', 'authors of culture/cellist-comes-home'],
  ])('%s, after "%s"', async (question, before, expected) => {
    const id = expected.split(' of ')[1] ?? '';
    expect(await source(question, quoted(before, id))).toBe(expected);
  });

  test.each([
    [
      'who wrote it?',
      'What is Eleven Hours?',
      'culture/cellist-comes-home',
      'Tiberius Okonjo wrote it',
    ],
    [
      'when was it published?',
      'Who discovered Vessmark 7?',
      'astronomy/vessmark-7',
      'The result was published on 15 February 2024.',
    ],
  ])('is answered from a text that tells it of what was asked about: %s, after "%s"', async (question, before, id, told) => {
    const answer = await retriever.ask(question, quoted(before, id));
    expect(answer.status).not.toBe('cited');
    expect(answer.quotes[0]?.marked.text).toContain(told);
  });

  test('takes no article for the report that it speaks of', async () => {
    const options = quoted('What does the Lower Town ask for?', 'flood/lower-town-answers');
    expect(await source('when was the report published?', options)).toBe('text');
  });

  test('is asked of the one article that is searched', async () => {
    expect(await source('who wrote this?', { articleIds: ['food/kolm'] })).toBe(
      'authors of food/kolm',
    );
    const options = { articleIds: ['food/kolm', 'language/orrish'] };
    expect(await source('who wrote this?', options)).toBe('text');
  });
});

describe('beside a sure answer of the text', () => {
  let sure: Answer;
  beforeAll(async () => {
    sure = await retriever.ask('How many kilograms does a hive gain?');
    expect(sure.status).not.toBe('missed');
    sure = { ...sure, status: 'answered', confidence: 0.97 } as Answer;
  });

  test.each(CITATION)('the citation answers: %s', async (question, expected) => {
    expect(await sourceBeside(sure, question)).toBe(expected);
  });

  test.each(TEXT)('the text answers: %s', async (question) => {
    expect(await sourceBeside(sure, question)).toBe('text');
  });

  test.each(AT_HAND)('the citation of what was quoted answers: %s', async (question, asked) => {
    const options = quoted('What makes the tides?', 'school/tides');
    const unsure = { ...sure, status: 'missed', quotes: [] } as Answer;
    expect(await sourceBeside(unsure, question, options)).toBe(`${asked} of school/tides`);
  });
});

describe('beside a likely answer of the text, of a report that no full title names', () => {
  test('the text answers where it tells when that came out', async () => {
    const answer = await retriever.ask('When did the harbour report come out?');
    expect(answer.status).toBe('likely');
    expect(answer.quotes[0]?.marked.text).toMatch(/the report on the grounding .* came out/u);
  });

  test.each([
    [
      'When was the interview with the harbour master published?',
      'date of harbour/harbour-master-interview',
    ],
    ['How old is the flood report?', 'date of flood/town-report'],
    ['How old is the guide to the hive scale?', 'date of howto/hive-scale'],
    ['Who wrote the Solvei report?', 'authors of harbour/solvei-report'],
  ])('the citation answers where the text tells something else: %s', async (question, expected) => {
    expect(await source(question)).toBe(expected);
  });

  test('the citation answers once the full title is given, whatever the text tells', async () => {
    const title = 'Grounding of the ferry Solvei: summary of the investigation';
    expect(await source(`When was "${title}" published?`)).toBe('date of harbour/solvei-report');
  });
});

test('a report that the text does not tell of is answered from its citation', async () => {
  expect(await source('When was the Solvei report published?')).toBe(
    'date of harbour/solvei-report',
  );
});

test('the post office is no post, whatever its age', async () => {
  expect(await source('How old is the post office?')).toBe('text');
});
