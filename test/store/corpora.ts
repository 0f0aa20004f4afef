import fc from 'fast-check';
import type { Article, Passage } from '../../src/passage.ts';
import type { Corpus, EmbeddedArticle } from '../../src/store/index.ts';

export const DIMENSIONS = 4;

export const model: Corpus['model'] = {
  model: 'a-model',
  sha256: 'a'.repeat(64),
  dimensions: DIMENSIONS,
  pooling: 'cls',
  queryPrefix: 'query: ',
  passagePrefix: '',
  maxTokens: 512,
};

export interface Paragraph {
  text: string;
  /** Without Markdown marks, where it has some. */
  plain?: string;
  headings?: string[];
  page?: number;
  vectors?: Float32Array[];
}

export function unit(...numbers: number[]): Float32Array {
  const norm = Math.hypot(...numbers) || 1;
  return Float32Array.from(numbers, (value) => value / norm);
}

/** An article of these paragraphs with blank lines between, each with one sentence. */
export function articleOf(
  id: string,
  paragraphs: readonly (string | Paragraph)[],
  card: Partial<Article> = {},
): EmbeddedArticle {
  let text = '';
  const passages = paragraphs.map((given, i) => {
    const paragraph = typeof given === 'string' ? { text: given } : given;
    const start = text.length;
    const end = start + paragraph.text.length;
    text += `${paragraph.text}\n\n`;
    const plain = paragraph.plain ?? paragraph.text;
    const passage: Passage = {
      id: `${id}#${i + 1}`,
      articleId: id,
      paragraph: i + 1,
      start,
      end,
      text: paragraph.text,
      plain,
      headings: paragraph.headings ?? [],
      sentences: [{ start, end, plain }],
      ...(paragraph.page !== undefined && { page: paragraph.page }),
    };
    const vectors = paragraph.vectors ?? [unit(1, i, 2, 3)];
    return { passage, textHash: `hash of ${passage.id}`, vectors };
  });
  const article: Article = {
    id,
    file: `${id}.md`,
    title: `Title of ${id}`,
    authors: [],
    date: null,
    url: null,
    tags: [],
    language: null,
    text,
    ...card,
  };
  return { article, passages };
}

export function corpusOf(...articles: EmbeddedArticle[]): Corpus {
  return { model, corpusHash: articles.map(({ article }) => article.text).join('\f'), articles };
}

/** Any unit vector. */
export const anyVector: fc.Arbitrary<Float32Array> = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .filter((numbers) => numbers.some((value) => value !== 0))
  .map((numbers) => unit(...numbers));

const anyParagraph: fc.Arbitrary<Paragraph> = fc.record(
  {
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    plain: fc.string({ maxLength: 20 }),
    headings: fc.array(fc.string(), { maxLength: 2 }),
    vectors: fc.array(anyVector, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['text', 'vectors'] },
);

/** Any corpus: Unicode of every kind, several vectors a passage, Markdown or none. */
export const anyCorpus: fc.Arbitrary<Corpus> = fc
  .array(fc.tuple(fc.array(anyParagraph, { minLength: 1, maxLength: 6 }), fc.string()), {
    maxLength: 5,
  })
  .map((articles) =>
    corpusOf(
      ...articles.map(([paragraphs, title], i) => articleOf(`folder/${i}`, paragraphs, { title })),
    ),
  );

/** A corpus that says its number in every article, and holds the more the higher it is. */
export function numberedCorpus(number: number): Corpus {
  const articles = Array.from({ length: 3 + (number % 5) * 4 }, (_, i) =>
    articleOf(`article-${i}`, [`Number ${number}.`, 'A dam.', `And ${number} again.`]),
  );
  return { ...corpusOf(...articles), corpusHash: `number ${number}` };
}
