import { join } from 'node:path';
import { type Random, seededRandom } from '../evaluation/random.ts';
import type { Article, EmbeddingProfile, Passage } from '../passage.ts';
import type { EmbeddedArticle } from '../store/types.ts';
import { SentenceSource } from './generated-text.ts';
import { VectorSource } from './generated-vectors.ts';

const SAMPLE = join(import.meta.dirname, '../../corpus');
const PASSAGES_AN_ARTICLE = 20;
/** Characters at which a passage is long enough; news paragraphs have about 350. */
const PASSAGE_LENGTH = 300;
/** Beside the vector of the whole: with it four, as in corpora of news. */
const WINDOWS = 3;
/** Different words grow with the root of the text (Heaps' law). */
const WORDS_A_ROOT = 300;

export interface GeneratedCorpus {
  model: EmbeddingProfile;
  corpusHash: string;
  articles: readonly EmbeddedArticle[];
  /** Questions near to passages of the corpus: words for keyword search, a vector for dense search. */
  questions: readonly { text: string; vector: Float32Array }[];
  /** The first article with another last passage, and vectors for it. */
  changed: EmbeddedArticle;
}

export interface GeneratedOptions {
  passages: number;
  questions?: number;
  dimensions?: number;
  seed?: number;
}

/**
 * A corpus of any size with vectors, without a model: sentences of the sample articles with drawn
 * words, vectors with the geometry of a sentence embedding, four a passage. The same options give
 * the same corpus. 200,000 passages take 1.3 GB.
 */
export function generateCorpus({
  passages,
  questions = 200,
  dimensions = 384,
  seed = 1,
}: GeneratedOptions): GeneratedCorpus {
  const random = seededRandom(seed);
  const vectors = new VectorSource(dimensions, random);
  const sentences = new SentenceSource(SAMPLE, WORDS_A_ROOT * Math.sqrt(passages), random);
  const articles: EmbeddedArticle[] = [];
  for (let left = passages; left > 0; left -= PASSAGES_AN_ARTICLE) {
    const count = Math.min(left, PASSAGES_AN_ARTICLE);
    articles.push(generateArticle(articles.length, count, sentences, vectors));
  }
  return {
    model: {
      model: 'generated',
      sha256: '0'.repeat(64),
      dimensions,
      pooling: 'cls',
      queryPrefix: '',
      passagePrefix: '',
      maxTokens: 512,
    },
    corpusHash: `generated ${passages} ${seed}`,
    articles,
    questions: Array.from({ length: questions }, () => questionOf(articles, vectors, random)),
    changed: generateArticle(0, Math.min(passages, PASSAGES_AN_ARTICLE), sentences, vectors),
  };
}

function generateArticle(
  number: number,
  passages: number,
  sentences: SentenceSource,
  vectors: VectorSource,
): EmbeddedArticle {
  const id = `generated/${String(number).padStart(6, '0')}`;
  const title = sentences.next().slice(0, 60);
  const topic = vectors.topic();
  let text = `# ${title}\n`;
  const embedded: EmbeddedArticle['passages'][number][] = [];
  for (let paragraph = 1; paragraph <= passages; paragraph++) {
    text += '\n';
    const start = text.length;
    const spans: Passage['sentences'] = [];
    while (text.length - start < PASSAGE_LENGTH) {
      if (spans.length > 0) text += ' ';
      const plain = sentences.next();
      spans.push({ start: text.length, end: text.length + plain.length, plain });
      text += plain;
    }
    const own = text.slice(start);
    const passage: Passage = {
      id: `${id}#${paragraph}`,
      articleId: id,
      paragraph,
      start,
      end: text.length,
      text: own,
      plain: own,
      headings: [],
      sentences: spans,
    };
    text += '\n';
    embedded.push({
      passage,
      textHash: `${number}.${paragraph}.${own.slice(0, 40)}`,
      vectors: vectors.passage(topic, WINDOWS),
    });
  }
  const article: Article = {
    id,
    file: `${id}.md`,
    title,
    authors: ['A. Writer'],
    date: '2025-03-03',
    url: `https://example.org/${id}`,
    tags: ['generated'],
    language: 'en',
    text,
  };
  return { article, passages: embedded };
}

/** Eight words of a passage in a row, and a vector near one of its windows. */
function questionOf(articles: readonly EmbeddedArticle[], vectors: VectorSource, random: Random) {
  const article = articles[random.below(articles.length)];
  const passages = article?.passages ?? [];
  const embedded = passages[random.below(passages.length)];
  const words = embedded?.passage.text.split(' ') ?? [];
  const first = random.below(Math.max(1, words.length - 8));
  const near = embedded?.vectors.at(-1) ?? new Float32Array();
  return { text: words.slice(first, first + 8).join(' '), vector: vectors.question(near) };
}
