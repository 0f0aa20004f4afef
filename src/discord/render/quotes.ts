import type { APIComponentInContainer } from 'discord.js';
import { QuoteMismatchError } from '../../errors.ts';
import type { Passage, Quote, Span } from '../../passage.ts';
import { verifyQuote } from '../../retrieval/verify.ts';
import { referenceToPassage, type SentenceReference } from '../buttons/references.ts';
import type { Library } from '../library.ts';
import { citation, LEAST_CITATION } from './citation.ts';
import { button, section, separator, text } from './components.ts';
import type { ViewContext } from './context.ts';
import { quoteBlock } from './quote-block.ts';

/** Discord's mark for a line in small print. */
const SMALL = '-# ';

/** Characters of the articles that a card shows at most, all its quotes together … */
export const MAX_SHOWN = 400;
/** … but a marked sentence is shown whole if it is not longer. */
const MAX_SENTENCE = 500;

export interface ShownQuotes {
  components: APIComponentInContainer[];
  /** Quotes that are not the article's own text and were left out; each is in the log. */
  withheld: number;
  /** Id in the log of the last one that was left out. */
  errorId: string | undefined;
}

export interface QuotesLook {
  /** Characters of text displays, citations and marks included. */
  room: number;
  /** Characters of the articles. */
  most: number;
  /** Whether the marked sentences, which answer, stand in bold. */
  isBold: boolean;
}

/** The quotes, each with its citation in small print and a button that shows its context. */
export function showQuotes(
  quotes: readonly Quote[],
  context: ViewContext,
  { room, most, isBold }: QuotesLook,
): ShownQuotes {
  let errorId: string | undefined;
  const literal = quotes.filter((quote) => {
    try {
      verifyQuote(quote, context.library.article(quote.article.id)?.text);
      return true;
    } catch (error) {
      if (!(error instanceof QuoteMismatchError)) throw error;
      errorId = context.report(error, 'quote');
      return false;
    }
  });
  const components: APIComponentInContainer[] = [];
  let left = room;
  literal.forEach((quote, i) => {
    if (i > 0) components.push(separator());
    const share = Math.floor(left / (literal.length - i));
    const { block, cited } = showQuote(quote, context, share, most / literal.length, isBold);
    left -= block.length + cited.length;
    components.push(text(block), section(cited, contextButton(quote, context)));
  });
  return { components, withheld: quotes.length - literal.length, errorId };
}

function showQuote(
  quote: Quote,
  { library, words }: ViewContext,
  room: number,
  most: number,
  isBold: boolean,
): { block: string; cited: string } {
  const article = library.article(quote.article.id);
  if (!article) throw new QuoteMismatchError(`${quote.article.file} is not in the index.`);
  const { marked } = quote;
  const isOneSentence = ({ start, end }: Span) => start >= marked.start && end <= marked.end;
  const block = quoteBlock(
    {
      article,
      passage: passageOf(quote, library),
      within: quote,
      anchor: marked,
      marked: isBold ? marked : undefined,
    },
    room - LEAST_CITATION - SMALL.length,
    (span) => span.end - span.start <= (isOneSentence(span) ? MAX_SENTENCE : most),
  );
  const left = room - block.length - SMALL.length;
  const place = `¶\u00a0${quote.paragraph}`;
  return {
    block,
    cited: SMALL + citation(article, place, [quote.link, article.url], words, left),
  };
}

/** The quote's passage; a stand-in with the quoted sentence alone where the index does not have it. */
function passageOf({ passageId, article, paragraph, passage, marked }: Quote, library: Library) {
  const known = library.passage(passageId);
  if (known) return known;
  const text = library.article(article.id)?.text.slice(passage.start, passage.end) ?? '';
  const sentences = [{ ...marked, plain: marked.text }];
  const alone: Passage = {
    ...passage,
    id: passageId,
    articleId: article.id,
    paragraph,
    text,
    plain: text,
    headings: [],
    sentences,
  };
  return alone;
}

function contextButton(quote: Quote, { ids, guildId, words, library }: ViewContext) {
  const action = { do: 'context' as const, ...quotedSentence(quote, library) };
  return button(ids.encode(action, guildId), { label: words.context });
}

/** The quoted sentence, as buttons name it. */
export function quotedSentence(quote: Quote, library: Library): SentenceReference {
  const { article, paragraph, marked } = quote;
  const { text, sentences } = passageOf(quote, library);
  const sentence = sentences.findIndex(({ start }) => start === marked.start);
  return {
    ...referenceToPassage({ articleId: article.id, paragraph, text }),
    sentence: Math.max(sentence, 0),
  };
}
