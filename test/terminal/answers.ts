import type { Answer, ArticleCard, Quote } from '../../src/passage.ts';

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
