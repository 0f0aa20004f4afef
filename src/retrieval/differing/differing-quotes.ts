import type { Quote } from '../../passage.ts';
import { termsOf } from '../../store/terms.ts';
import { type AskedQuantity, askedQuantity } from './asked-quantity.ts';
import { datesDiffer } from './dates.ts';
import { type Amount, type Quantities, quantitiesIn } from './quantities.ts';

/** Quotes of different articles that give different figures for the same thing; the newer first. */
export type DifferingQuotes = [newer: Quote, older: Quote];

/** One of two quotes must be at least this likely to answer … */
const LIKELY_FROM = 0.4;
/** … and the other one this: the older article often says it in other words than the question's. */
const COMPARED_FROM = 0.25;
/** What became of the things counted ("were evacuated") is what tells one count of them from another. */
const BECAME = /\bhow many\b.*?\b(?:were|was|are|is|been)\s+(\p{L}+(?:ed|en))\b/iu;
/** "We asked 214 households": the figure is how many were asked, and answers nothing else. */
const ASKED_PEOPLE =
  /\b(?:asked|interviewed|surveyed|polled|questioned|sampled|visited|wrote to|spoke to|spoke with|talked to|talked with|heard from)\s+(?:(?:about|around|some|nearly|over|more than|all|the)\s+)*\d[\d.,]*\s+\p{L}+/giu;
/** Share of the question's own terms that each quote, or its article's title, must hold. */
const SUBJECT_SHARE = 1 / 3;
/** Words of a question that say what kind of figure is asked for, not of what. */
const ASKING = new Set(
  termsOf(
    'high tall deep wide thick far broad long heavy hot cold warm fast old much many big large number amount total altogether exactly really actually time date day month year hour get got gets cost costs were have has had been',
  ),
);
/** "It says 87, and I counted 91": the second figure is the writer's own. */
const OWN_FIGURE =
  /\b(?:says?|said|claims?|claimed|reports?|reported|gives?|gave|counts?|puts?)\b.*?(?:,|;|\bbut\b|\band\b|\bwhile\b)\s*(?:but |and |while )?(?=(?:I|we)\s+(?:\p{L}+\s+)?(?:count|measur|found|f[io]nd|made|make|got|saw)\w*\b)/iu;

/**
 * The pairs of quotes whose marked sentences give different figures, dates or times for what the
 * question asks. Precision before recall: each sentence must give just one figure of the kind that
 * is asked for, and both quotes must be about the question's subject. Ranges, "about" and rounded
 * figures that may be the same are no difference; units are not converted.
 *
 * @param quotes candidates of one answer, best first. Of two that differ one has a score of .4 at
 *   least and the other one of .25.
 */
export function differingQuotes(question: string, quotes: readonly Quote[]): DifferingQuotes[] {
  const asked = askedQuantity(question);
  if (!asked) return [];
  const about = quotes
    .filter((quote) => quote.score >= COMPARED_FROM && isAbout(question, quote))
    .filter((quote) => quote.score >= LIKELY_FROM || namesSubject(question, asked, quote))
    .map((quote) => ({ quote, quantities: quantitiesIn(ownWords(quote.marked.text)) }));
  return about.flatMap((one, index) =>
    about.slice(index + 1).flatMap((other): DifferingQuotes[] => {
      if (one.quote.article.id === other.quote.article.id) return [];
      if (Math.max(one.quote.score, other.quote.score) < LIKELY_FROM) return [];
      if (!nameWhatBecame(question, [one.quote, other.quote])) return [];
      if (!differ(asked, one.quantities, other.quantities)) return [];
      return [newerFirst(one.quote, other.quote)];
    }),
  );
}

function ownWords(sentence: string): string {
  const plain = sentence.replace(/[*_`|]+/gu, ' ').replace(ASKED_PEOPLE, ' ');
  const reported = OWN_FIGURE.exec(plain);
  if (!reported) return plain;
  // What is counted is often named once, with the other one's figure.
  const noun = /\d[\d.,]*\s+(\p{L}+)/u.exec(reported[0])?.[1] ?? '';
  const own = plain.slice(reported.index + reported[0].length);
  return own.replace(/(\d[\d.,]*\d|\d)(?=\s+(?:on|in|at|of them|people)?\b|[.,])/u, `$1 ${noun}`);
}

function isAbout(question: string, quote: Quote): boolean {
  const held = heldBy(quote);
  const names = termsOf(namesIn(question));
  if (!names.every((name) => held.has(name))) return false;
  const subject = termsOf(question).filter((term) => !ASKING.has(term));
  if (subject.length === 0) return true;
  return subject.filter((term) => held.has(term)).length / subject.length >= SUBJECT_SHARE;
}

function heldBy({ text, article }: Quote): Set<string> {
  return new Set(termsOf([text, article.title, article.id, ...article.tags].join(' ')));
}

/** Whether one of two quotes names what became of the things that are counted, if that is asked. */
function nameWhatBecame(question: string, quotes: readonly Quote[]): boolean {
  const became = termsOf(BECAME.exec(question)?.[1] ?? '');
  return quotes.some((quote) => became.every((term) => heldBy(quote).has(term)));
}

/** Whether the sentence itself has a word of the question besides what is counted. */
function namesSubject(question: string, asked: AskedQuantity, { marked }: Quote): boolean {
  const counted = asked.kind === 'count' ? asked.counted : [];
  const held = new Set(termsOf(marked.text));
  return termsOf(question).some(
    (term) => !ASKING.has(term) && !counted.includes(term) && held.has(term),
  );
}

/** Words with a capital that do not open the question, and figures. */
function namesIn(question: string): string {
  return question
    .split(/\s+/u)
    .filter((word, index) => (index > 0 && /^["'“‘(]*\p{Lu}\p{L}/u.test(word)) || /\d/u.test(word))
    .map((word) => word.replace(/['’]s\b/u, ''))
    .join(' ');
}

function differ(asked: AskedQuantity, a: Quantities, b: Quantities): boolean {
  if (asked.kind === 'date') {
    return onlyOne(a.dates, b.dates, datesDiffer) || onlyOne(a.times, b.times, (x, y) => x !== y);
  }
  if (asked.kind === 'time') return onlyOne(a.times, b.times, (x, y) => x !== y);
  if (otherYears(a, b)) return false;
  const fits = (amount: Amount) =>
    asked.kind === 'count'
      ? amount.counted.some((term) => asked.counted.includes(term))
      : amount.unit !== undefined &&
        asked.dimensions.includes(amount.unit.dimension) &&
        (asked.unit === undefined || asked.unit === amount.unit.name);
  return onlyOne(
    a.amounts.filter(fits),
    b.amounts.filter(fits),
    (x, y) => x.unit?.name === y.unit?.name && (x.high <= y.low || y.high <= x.low),
  );
}

/** Figures of different years may well differ. */
function otherYears(a: Quantities, b: Quantities): boolean {
  const years = ({ dates }: Quantities) => dates.flatMap(({ year }) => year ?? []);
  const [left, right] = [years(a), years(b)];
  return left.length > 0 && right.length > 0 && !left.some((year) => right.includes(year));
}

function onlyOne<T>(a: readonly T[], b: readonly T[], differs: (a: T, b: T) => boolean): boolean {
  const [left] = a;
  const [right] = b;
  return a.length === 1 && b.length === 1 && differs(left as T, right as T);
}

function newerFirst(a: Quote, b: Quote): DifferingQuotes {
  return (a.article.date ?? '') >= (b.article.date ?? '') ? [a, b] : [b, a];
}
