import { fileURLToPath } from 'node:url';
import { readCorpus } from '../../src/corpus/index.ts';
import { type ParsedArticle, parseArticle } from '../../src/corpus/parse-article.ts';
import type { Answer, Passage, Quote } from '../../src/passage.ts';
import { chooseQuotes } from '../../src/retrieval/choose-quotes.ts';
import { statusOf } from '../../src/retrieval/status.ts';
import type { PassageStore, Shelf } from '../../src/store/index.ts';
import { openSet } from '../evaluation/open-set.ts';

const corpusDir = fileURLToPath(new URL('../../corpus', import.meta.url));

const SENTENCE = 'The keeper of the sluice wrote down each night how high the water stood. ';
const LONG =
  'A sentence that goes on and on, with one clause after the other, in the way of reports, ';

/** Articles that are made to fill a card: long titles, long sentences, many marks. */
const GENERATED: ParsedArticle[] = [
  [
    'long/report.md',
    `---\ntitle: ${'A report with a very long title that goes on '.repeat(4)}\nauthors: [${'Johanna Maria von Wartenberg-Hohenstein, '.repeat(4)}Bo]\ndate: 2024-03-12\nurl: https://example.org/report\n---\n\n${SENTENCE.repeat(30)}\n\n${LONG.repeat(5)}it ends.\n\n- ${SENTENCE.repeat(2)}\n- ${SENTENCE}\n- ${SENTENCE.repeat(3)}\n`,
  ],
  [
    'long/table.md',
    `# Levels\n\n| Year | Level of the river | Who read it |\n|---|---|---|\n${Array.from({ length: 30 }, (_, n) => `| ${1990 + n} | **${n}.10 metres** | the keeper |\n`).join('')}`,
  ],
  ...['6.10', '5.82'].map((metres) => [
    `differing/${metres}.md`,
    `---\ntitle: ${'How high the river rose, in the words of those who saw it, '.repeat(2)}\nauthors: [Johanna Maria von Wartenberg-Hohenstein, Bo Lindqvist]\ndate: 2024-03-${metres === '6.10' ? 26 : 12}\n---\n\n${SENTENCE}${LONG.repeat(3)}and then the river rose by **${metres} metres**, which nobody had seen before ${LONG.repeat(2)}it ends. ${SENTENCE.repeat(3)}`,
  ]),
].map(([file, text]) => parseArticle(file as string, Buffer.from(text as string)));

/** The sample articles and the generated ones, and every card that can come of one of their passages. */
export async function openLibrary(): Promise<PassageStore> {
  const { articles } = await readCorpus(corpusDir, { maxArticleBytes: 1_000_000 });
  return openSet([...articles, ...GENERATED]);
}

/** A passage as it is quoted where one of its sentences answers. */
export function quoteOf(
  shelf: Shelf,
  passage: Passage,
  sentence: number,
  score: number,
): Quote | undefined {
  const weights = passage.sentences.map((_, place) => (place === sentence ? 1 : 0));
  const [quote] = chooseQuotes([{ ranked: { passage }, probability: score, weights }], 1, 0, shelf);
  return quote;
}

export function answerOf(question: string, ...quotes: [Quote, ...Quote[]]): Answer {
  const confidence = quotes[0].score;
  const status = statusOf(confidence);
  const nearest = quotes.map(({ article }) => article);
  const base = { question, confidence, nearest, milliseconds: 1 };
  return status === 'missed' ? { ...base, status, quotes: [] } : { ...base, status, quotes };
}
