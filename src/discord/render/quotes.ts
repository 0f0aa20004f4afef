import type { APIComponentInContainer } from 'discord.js';
import { QuoteMismatchError } from '../../errors.ts';
import type { Passage, Quote, Span } from '../../passage.ts';
import { ageOf } from '../../retrieval/metadata/age.ts';
import { verifyQuote } from '../../retrieval/verify.ts';
import type { Shelf } from '../../store/types.ts';
import { referenceToPassage, type SentenceReference } from '../buttons/references.ts';
import { button, section, separator, text } from '../message/components.ts';
import type { QuotingView } from '../turn/turn.ts';
import { ageWords, citation, MIN_CITATION, placeOf } from './citation.ts';
import { quotedHeight, smallHeight } from './phone-height.ts';
import { quoteBlock } from './quote-block.ts';

/** Discord's mark for a line in small print. */
const SMALL = '-# ';

/** Characters of an article that one quote shows at most. */
const MAX_SHOWN = 400;
/** What stands between two quotes, and between the parts of one, in CSS pixels. */
const SEPARATOR = 21;
const GAP = 8;
/** A quote that has less than two lines says too little. */
const MIN_HEIGHT = 44;

export interface ShownQuotes {
  components: APIComponentInContainer[];
  /** Quotes that are shown. */
  count: number;
  /** Quotes that are not the article's own text and were left out; each is in the log. */
  withheld: number;
  /** Id in the log of the last one that was left out. */
  errorId: string | undefined;
}

export interface QuotesLook {
  /** Characters of text displays, citations and marks included. */
  room: number;
  /**
   * CSS pixels on a phone that all quotes together may take. Later quotes that do not fit are not
   * shown, the first one is cut.
   */
  height: number;
  /** Whether the marked sentences, which answer, stand in bold. */
  isBold: boolean;
  /** Of each quote what is shown where its marked sentence is too long; then all quotes are shown. */
  cores?: ReadonlyMap<Quote, Span>;
}

/** The quotes, each with its citation in small print and a button that shows its view. */
export function showQuotes(
  quotes: readonly Quote[],
  view: QuotingView,
  look: QuotesLook,
): ShownQuotes {
  let errorId: string | undefined;
  const literal = quotes.filter((quote) => {
    try {
      verifyQuote(quote, view.shelf.article(quote.article.id)?.text);
      return true;
    } catch (error) {
      if (!(error instanceof QuoteMismatchError)) throw error;
      errorId = view.report(error, 'quote');
      return false;
    }
  });
  const shown = asManyAsFit(literal, view, look);
  const components = shown.flatMap(({ quote, block, cited }, i): APIComponentInContainer[] => [
    ...(i > 0 ? [separator()] : []),
    text(block),
    section(cited, contextButton(quote, view)),
  ]);
  return { components, count: shown.length, withheld: quotes.length - literal.length, errorId };
}

interface ShownQuote {
  quote: Quote;
  block: string;
  cited: string;
}

function asManyAsFit(
  quotes: readonly Quote[],
  view: QuotingView,
  { room, height, isBold, cores }: QuotesLook,
): ShownQuote[] {
  for (let count = quotes.length; count > 0; count -= 1) {
    const some = quotes.slice(0, count);
    const share = Math.floor(room / count);
    const citations = some.map((quote) => cite(quote, some, view, share / 2));
    const taken = citations.reduce((sum, cited) => sum + smallHeight(cited, true) + 2 * GAP, 0);
    const left = (height - taken - (count - 1) * SEPARATOR) / count;
    const isWhole = some.every((quote) => quotedHeight([quote.marked.text]) <= left);
    if (count > 1 && !isWhole && !cores) continue;
    return some.map((quote, i) => {
      const cited = citations[i] as string;
      const block = showQuote(
        quote,
        view,
        share - cited.length,
        Math.max(left, MIN_HEIGHT),
        isBold,
        cores?.get(quote),
      );
      return { quote, cited, block };
    });
  }
  return [];
}

function cite(
  quote: Quote,
  shown: readonly Quote[],
  { shelf, library, words }: QuotingView,
  room: number,
): string {
  const article = shelf.article(quote.article.id) ?? quote.article;
  const others = shown.map((one) => one.article);
  const age = ageWords(ageOf(article, others, library.dates), words);
  const place = [placeOf(quote, words), ...age].join(' · ');
  const links = [quote.link, article.url];
  return SMALL + citation(article, place, links, words, Math.max(room, MIN_CITATION));
}

function showQuote(
  quote: Quote,
  { shelf }: QuotingView,
  room: number,
  height: number,
  isBold: boolean,
  core: Span | undefined,
): string {
  const article = shelf.article(quote.article.id);
  if (!article) throw new QuoteMismatchError(`${quote.article.file} is not in the index.`);
  const passage = passageOf(quote, shelf);
  const marked = isBold ? quote.marked : undefined;
  return quoteBlock(
    { article, passage, within: quote, anchor: quote.marked, core, marked },
    room,
    (lines) => {
      const shown = lines.reduce((sum, line) => sum + line.length, 0);
      return shown <= MAX_SHOWN && quotedHeight(lines) <= height;
    },
  );
}

/** The quote's passage; a stand-in with the quoted sentence alone where the index does not have it. */
function passageOf({ passageId, article, paragraph, passage, marked }: Quote, shelf: Shelf) {
  const known = shelf.passage(passageId);
  if (known) return known;
  const text = shelf.article(article.id)?.text.slice(passage.start, passage.end) ?? '';
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

function contextButton(quote: Quote, { ids, guildId, words, shelf }: QuotingView) {
  const action = { do: 'context' as const, ...quotedSentence(quote, shelf) };
  return button(ids.encode(action, guildId), { label: words.context });
}

/** The quoted sentence, as buttons name it. */
export function quotedSentence(quote: Quote, shelf: Shelf): SentenceReference {
  const { article, paragraph, marked } = quote;
  const { text, sentences } = passageOf(quote, shelf);
  const sentence = sentences.findIndex(({ start }) => start === marked.start);
  return {
    ...referenceToPassage({ articleId: article.id, paragraph, text }),
    sentence: Math.max(sentence, 0),
  };
}
