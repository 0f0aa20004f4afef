import { parseArticle } from '../../src/corpus/parse-article.ts';
import type { Answer, ArticleCard, Quote, Sentence } from '../../src/passage.ts';
import type { QuotedArticles } from '../../src/terminal/drawn-quote.ts';

export const CARD: ArticleCard = {
  id: 'bridges/stone-bridge',
  file: 'bridges/stone-bridge.md',
  title: 'The stone bridge of Arlen',
  authors: ['Mira Holt', 'Jon Adeyemi'],
  date: '2024-05-17',
  url: 'https://arlen.example.org/bridge',
  tags: [],
  language: null,
};

/**
 * A quote from a passage that is written with what is quoted between `<` and `>` and the marked
 * sentence in it between `[` and `]`.
 */
export function quoteOf(passage: string, about: Partial<Quote> = {}): Quote {
  const at = (mark: string) => passage.indexOf(mark) - '<[]>'.indexOf(mark);
  const plain = passage.replace(/[<>[\]]/g, '');
  const [start, end] = [at('<'), at('>')];
  const marked = { start: at('['), end: at(']') };
  return {
    passageId: `${CARD.id}#2`,
    article: CARD,
    paragraph: 2,
    start,
    end,
    text: plain.slice(start, end),
    marked: { ...marked, text: plain.slice(marked.start, marked.end) },
    passage: { start: 0, end: plain.length },
    score: 0.912345,
    link: null,
    ...about,
  };
}

export function answered(...quotes: [Quote, ...Quote[]]): Answer {
  return {
    question: 'When was it opened?',
    status: 'answered',
    confidence: 0.912345,
    quotes,
    nearest: [CARD],
    milliseconds: 180,
  };
}

export function doubtful(status: 'likely' | 'near', quote: Quote, confidence: number): Answer {
  const { question, nearest, milliseconds } = answered(quote);
  return { question, status, confidence, quotes: [quote], nearest, milliseconds };
}

export const MISSED: Answer = {
  question: 'Who won?',
  status: 'missed',
  confidence: 0.01,
  quotes: [],
  nearest: [CARD, { ...CARD, title: 'A Good Year for Apples', file: 'harvest.txt' }],
  milliseconds: 120,
};

/** Articles that say what the quotes of an answer do, each quote in one of its own. */
export function articlesOf({ quotes }: Answer): QuotedArticles {
  const all: readonly Quote[] = quotes;
  return {
    article: (id) => {
      const quote = all.find(({ article }) => article.id === id);
      return quote && { ...quote.article, text: 'x'.repeat(quote.start) + quote.text };
    },
    passage: (id) => {
      const quote = all.find(({ passageId }) => passageId === id);
      if (!quote) return undefined;
      const { start, end, text, paragraph, article, marked } = quote;
      const sentences = [{ ...marked, plain: marked.text }];
      const about = { id, articleId: article.id, paragraph, headings: [], sentences };
      return { ...about, start, end, text, plain: text };
    },
  };
}

/** The first passage of an article in Markdown as a quote, and where it is from. */
export function quoteFrom(
  source: string,
  sentence = 0,
): { quote: Quote; articles: QuotedArticles } {
  const { article, passages } = parseArticle(CARD.file, Buffer.from(source));
  const [passage] = passages;
  if (!passage) throw new Error('There is no passage.');
  const { start, end, text } = passage;
  const { plain: _, ...marked } = passage.sentences[sentence] as Sentence;
  const quote = quoteOf('<[]>', {
    passageId: passage.id,
    article: { ...CARD, id: article.id },
    start,
    end,
    text,
    marked: { ...marked, text: article.text.slice(marked.start, marked.end) },
    passage: { start, end },
  });
  const articles: QuotedArticles = {
    article: (id) => (id === article.id ? article : undefined),
    passage: (id) => passages.find((one) => one.id === id),
  };
  return { quote, articles };
}
