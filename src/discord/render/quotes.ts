import type { APIComponentInContainer } from 'discord.js';
import { QuoteMismatchError } from '../../errors.ts';
import type { Quote } from '../../passage.ts';
import { verifyQuote } from '../../retrieval/verify.ts';
import { type PassageReference, referenceToPassage } from '../buttons/references.ts';
import type { Library } from '../library.ts';
import { citation, LEAST_CITATION } from './citation.ts';
import { button, section, separator } from './components.ts';
import type { ViewContext } from './context.ts';
import { quoteBlock } from './quote-block.ts';

/** Discord's mark for a line in small print. */
const SMALL = '-# ';

export interface ShownQuotes {
  components: APIComponentInContainer[];
  /** Quotes that are not the article's own text and were left out; each is in the log. */
  withheld: number;
  /** Id in the log of the last one that was left out. */
  errorId: string | undefined;
}

/**
 * The quotes with citation and buttons, in at most `room` characters of text altogether.
 *
 * @param bold whether the marked sentences, which answer, stand in bold
 */
export function showQuotes(
  quotes: readonly Quote[],
  context: ViewContext,
  room: number,
  bold = true,
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
    const content = showQuote(quote, context, Math.floor(left / (literal.length - i)), bold);
    left -= content.length;
    components.push(section(content, contextButton(quote, context)));
  });
  return { components, withheld: quotes.length - literal.length, errorId };
}

function showQuote(
  quote: Quote,
  { library, words }: ViewContext,
  room: number,
  bold: boolean,
): string {
  const article = library.article(quote.article.id);
  if (!article) throw new QuoteMismatchError(`${quote.article.file} is not in the index.`);
  const sentences = library.passage(quote.passageId)?.sentences ?? [];
  const block = quoteBlock(
    {
      text: article.text,
      paragraph: quote.passage,
      within: quote,
      anchor: quote.marked,
      bold,
      sentences: sentences.length > 0 ? sentences : [quote.marked],
    },
    room - LEAST_CITATION - SMALL.length - 1,
  );
  const cited = citation(
    article,
    `¶\u00a0${quote.paragraph}`,
    [quote.link, article.url],
    words,
    room - block.length - SMALL.length - 1,
  );
  return `${block}\n${SMALL}${cited}`;
}

function contextButton(quote: Quote, { ids, guildId, words, library }: ViewContext) {
  const action = { do: 'context' as const, ...quotedPassage(quote, library) };
  return button(ids.encode(action, guildId), { label: words.context });
}

/** The passage of a quote, as buttons name it. */
export function quotedPassage(quote: Quote, library: Library): PassageReference {
  const { article, paragraph, passage } = quote;
  const text = library.article(article.id)?.text ?? '';
  return referenceToPassage({
    articleId: article.id,
    paragraph,
    text: text.slice(passage.start, passage.end),
  });
}
