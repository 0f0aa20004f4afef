import type { ArticleCard, Span } from '../../passage.ts';
import type { PassageStore } from '../../store/types.ts';
import { linkToText } from '../text-fragment.ts';
import { type ArticleToken, ArticleTokens } from './article-tokens.ts';
import { type DiffPart, diffWords } from './diff-words.ts';
import { findExact, type Run } from './find-exact.ts';
import { type Near, nearestTo } from './nearest.ts';
import { quotationsIn, withoutMarks } from './quotations-in.ts';
import { type Token, textOfTokens, tokensOf } from './tokens.ts';

/** What is read of the index. */
export type QuotedFrom = Pick<PassageStore, 'articlesWith' | 'read' | 'searchKeywords'>;

/** Where an article says what is quoted. */
export interface Place {
  article: ArticleCard;
  /** Of the first words, and of the last. */
  passageId: string;
  paragraph: number;
  lastParagraph: number;
  /** Literal pieces of the article's text, in order; more than one where the quotation leaves out. */
  spans: [Span, ...Span[]];
  /** The article's address with a `#:~:text=` fragment, if it has one. */
  link: string | null;
}

/** Whether a quotation is in the articles. */
export type CheckedQuotation = { quotation: string } & (
  | { kind: 'exact'; places: [Place, ...Place[]] }
  | { kind: 'altered'; place: Place; diff: DiffPart[] }
  | { kind: 'absent' }
);

/**
 * Farther away, two texts have words in common and no more. Of 741 sentences about other subjects
 * one comes nearer to some of 646 paragraphs; of sentences with a word changed, put in or left out
 * all are nearer, and of those with a third of their words exchanged eight of ten.
 */
export const MAX_ALTERED = 0.5;
/** Shorter texts are found exact, or not at all: two words of three are soon in some article. */
const MIN_ALTERED_WORDS = 4;
/** Longest quotation, in characters. */
const LONGEST = 4_000;
/** Where a quotation says that it leaves words out. */
const ELLIPSIS = /\s*(?:\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,})\s*/u;
/** Ends a quoted piece by the rules of the text around it. */
const END_MARKS = new Set([...'.,;:!?-', '…']);

/** Checks the quotations in a text; the whole text is one where an article says all of it. */
export async function checkQuotations(
  text: string,
  store: QuotedFrom,
): Promise<CheckedQuotation[]> {
  const whole = await checkExact(text, store);
  if (whole) return [whole];
  const checked: CheckedQuotation[] = [];
  for (const one of quotationsIn(text)) checked.push(await checkQuotation(one, store));
  return checked;
}

/**
 * Whether the articles say a text word for word. Aside are typographic quotes, dashes and spaces,
 * line breaks, marks of Markdown, the case of the first letter and the mark at the end; and what the
 * text says that it leaves out, with "[…]" or "...", between pieces of one article in their order.
 */
export async function checkQuotation(
  quotation: string,
  store: QuotedFrom,
): Promise<CheckedQuotation> {
  return (await checkExact(quotation, store)) ?? checkAltered(quotation, store);
}

async function checkExact(
  quotation: string,
  store: QuotedFrom,
): Promise<CheckedQuotation | undefined> {
  const pieces = piecesOf(quotation);
  if (pieces.length === 0) return undefined;
  const places: Place[] = [];
  for await (const { article, passages } of store.articlesWith(wordsWithin(pieces))) {
    const tokens = new ArticleTokens(article, passages);
    for (const runs of findExact(tokens, pieces)) {
      const place = placeOf(tokens, runs);
      if (place) places.push(place);
    }
  }
  const [first, ...others] = places;
  return first && { kind: 'exact', quotation, places: [first, ...others] };
}

/** What an article must hold as it is written, wherever, to say these pieces: asked first, as it is quick. */
function wordsWithin(pieces: readonly (readonly Token[])[]): string[] {
  const words = pieces.flatMap((piece) =>
    piece.flatMap(({ key, isWord }, index) =>
      index === 0 || !isWord || key.includes("'") ? [] : [key],
    ),
  );
  return [...new Set(words)];
}

async function checkAltered(quotation: string, store: QuotedFrom): Promise<CheckedQuotation> {
  const pieces = piecesOf(quotation);
  const words = pieces.flat().filter(({ isWord }) => isWord).length;
  const [main = []] = [...pieces].sort((a, b) => b.length - a.length);
  const nearest = words >= MIN_ALTERED_WORDS ? await nearestTo(main, store) : undefined;
  if (!nearest || nearest.distance > MAX_ALTERED) return { kind: 'absent', quotation };
  const { tokens } = nearest;
  const near: (Near | undefined)[] = [];
  for (const piece of pieces) {
    near.push(piece === main ? nearest : await nearestTo(piece, store, [tokens.article.id]));
  }
  const inOrder = near.filter((one, index) => isKept(one, near.slice(0, index)));
  const runs = inOrder.flatMap((one) => runOf(one?.found ?? []) ?? []);
  const place = placeOf(tokens, runs);
  if (!place) return { kind: 'absent', quotation };
  const diff = pieces.flatMap((piece, index): DiffPart[] => {
    const one = near[index];
    const part: DiffPart[] =
      one && inOrder.includes(one)
        ? diffWords(piece, one.found)
        : [{ kind: 'quoted', text: textOfTokens(piece) }];
    return index === 0 ? part : [{ kind: 'elided' }, ...part];
  });
  const isSame = diff.every(({ kind }) => kind === 'same' || kind === 'elided');
  return isSame
    ? { kind: 'exact', quotation, places: [place] }
    : { kind: 'altered', quotation, place, diff };
}

/** A piece counts where it is near enough, and stands after those before it. */
function isKept(near: Near | undefined, before: readonly (Near | undefined)[]): boolean {
  if (!near || near.distance > MAX_ALTERED) return false;
  const end = Math.max(0, ...before.map((one) => one?.found.at(-1)?.end ?? 0));
  return (near.found[0]?.start ?? 0) >= end;
}

function runOf(found: readonly ArticleToken[]): Run | undefined {
  const [first] = found;
  const last = found.at(-1);
  return first && last && { first, last };
}

/** The quotation's pieces between its ellipses, without the marks at their ends. */
function piecesOf(quotation: string): Token[][] {
  return withoutMarks(quotation.slice(0, LONGEST))
    .split(ELLIPSIS)
    .map((piece) => {
      const tokens = tokensOf(piece);
      const isMark = ({ isWord, key }: Token) => !isWord && END_MARKS.has(key);
      const first = tokens.findIndex((token) => !isMark(token));
      const last = tokens.findLastIndex((token) => !isMark(token));
      return first < 0 ? [] : tokens.slice(first, last + 1);
    })
    .filter((tokens) => tokens.some(({ isWord }) => isWord));
}

function placeOf(tokens: ArticleTokens, runs: readonly Run[]): Place | undefined {
  const { text, ...article } = tokens.article;
  const [span, ...others] = runs.map(({ first, last }) => ({ start: first.start, end: last.end }));
  const paragraph = runs[0]?.first.paragraph;
  const passage = tokens.passages[(paragraph ?? 0) - 1];
  if (!span || !paragraph || !passage) return undefined;
  const lastParagraph = runs.at(-1)?.last.paragraph ?? paragraph;
  const quoted = tokens
    .between(paragraph - 1, lastParagraph - 1)
    .filter(({ start, end }) => start >= span.start && end <= span.end);
  return {
    article,
    passageId: passage.id,
    paragraph,
    lastParagraph,
    spans: [span, ...others],
    link: article.url === null ? null : linkToText(article.url, textOfTokens(quoted)),
  };
}
