import type { ArticleCard } from '../passage.ts';

/** A reference to an article as others cite it; plain text, without italics. */
export interface CitationFormats {
  /** APA, 7th edition: a work on a website. */
  apa: string;
  /** MLA, 9th edition. */
  mla: string;
  /** An entry of the kind `misc`. */
  bibtex: string;
}

type Card = Pick<ArticleCard, 'id' | 'title' | 'authors' | 'date' | 'url'>;

/** APA names up to this many authors, of more the first nineteen and the last. */
const MAX_APA_AUTHORS = 20;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const MLA_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** Words that stand in the names of bodies, not of people: such a name is never turned around. */
const OF_BODIES =
  /(?<![\p{L}\p{N}])(?:the|of|for|and|und|für|et|&|agency|association|board|bureau|cent(?:er|re)|club|commission|committee|company|cooperative|council|department|desk|editors?|foundation|group|inc|institute|laboratory|league|library|ltd|ministry|municipality|museum|news|newsroom|observatory|office|press|school|service|society|staff|studios?|team|union|university)(?![\p{L}\p{N}])/iu;
/** They belong to the family name that they stand before. */
const PARTICLES = new Set(
  'al bin da de del della den der di dos du la le ten ter van von'.split(' '),
);

export function citationFormats({ id, title, authors, date, url }: Card): CitationFormats {
  const names = authors.map(oneLine).filter(Boolean).map(nameOf);
  const work = { id, title: oneLine(title), names, day: dayOf(date), url };
  return { apa: apa(work), mla: mla(work), bibtex: bibtex(work) };
}

interface Name {
  family: string;
  /** Undefined for a body, and for a person with one name. */
  given?: string;
  isBody: boolean;
}

interface Work {
  id: string;
  title: string;
  names: Name[];
  day: { year: string; month: number; day: number } | undefined;
  url: string | null;
}

function apa({ title, names, day, url }: Work): string {
  const when = day ? `${day.year}, ${MONTHS[day.month - 1]} ${day.day}` : 'n.d.';
  const by = apaNames(names.map(apaName));
  const parts = by ? [ended(by), `(${when}).`, ended(title)] : [ended(title), `(${when}).`];
  return [...parts, url].filter(Boolean).join(' ');
}

function apaNames(names: readonly string[]): string {
  const [last, ...before] = [...names].reverse();
  if (last === undefined || before.length === 0) return last ?? '';
  const first = before.reverse();
  if (names.length <= MAX_APA_AUTHORS) return `${first.join(', ')}, & ${last}`;
  return `${first.slice(0, MAX_APA_AUTHORS - 1).join(', ')}, … ${last}`;
}

/** `Olafsen-Rao, B.`, `Sartre, J.-P.` */
function apaName({ family, given }: Name): string {
  if (given === undefined) return family;
  const initials = given.split(' ').map((word) =>
    word
      .split('-')
      .map((part) => `${[...part][0] ?? ''}.`)
      .join('-'),
  );
  return `${family}, ${initials.join(' ')}`;
}

function mla({ title, names, day, url }: Work): string {
  const [first, second] = names;
  const inverted = first && (first.given ? `${first.family}, ${first.given}` : first.family);
  const straight = second && [second.given, second.family].filter(Boolean).join(' ');
  const by =
    names.length > 2 ? `${inverted}, et al` : [inverted, straight].filter(Boolean).join(', and ');
  const when = day && `${day.day} ${MLA_MONTHS[day.month - 1]} ${day.year}`;
  const where = [when, url?.replace(/^https?:\/\//u, '')].filter(Boolean).join(', ');
  return [by && ended(by), `“${ended(title)}”`, where && `${where}.`].filter(Boolean).join(' ');
}

function bibtex(work: Work): string {
  const { title, names, day, url } = work;
  const authors = names.map(({ family, given, isBody }) =>
    isBody ? `{${escaped(family)}}` : escaped(given ? `${family}, ${given}` : family),
  );
  const fields = [
    authors.length > 0 && `author = {${authors.join(' and ')}}`,
    // In braces of its own a title keeps its capitals.
    `title = {{${escaped(title)}}}`,
    day && `year = {${day.year}}`,
    day && `month = ${MONTHS[day.month - 1]?.slice(0, 3).toLowerCase()}`,
    day && `day = {${day.day}}`,
    url && `url = {${url.replace(/[{}\\\s]/gu, encodeURIComponent)}}`,
  ].filter(Boolean);
  return `@misc{${keyOf(work)},\n${fields.map((field) => `  ${field}`).join(',\n')}\n}`;
}

/** Family name, year and the title's first long word: `moss2021lamp`. */
function keyOf({ id, title, names, day }: Work): string {
  const words = ascii(title).split(' ');
  const word = words.find(({ length }) => length > 3) ?? words[0] ?? '';
  const by = ascii(names[0]?.family ?? '').split(' ')[0] ?? '';
  return `${by}${day?.year ?? ''}${word}` || ascii(id).replaceAll(' ', '') || 'article';
}

function ascii(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/gu, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[\\{}%&$#_~^]/gu, (character) => {
    if (character === '\\') return '\\textbackslash{}';
    if (character === '~') return '\\textasciitilde{}';
    return character === '^' ? '\\textasciicircum{}' : `\\${character}`;
  });
}

function nameOf(author: string): Name {
  const [family, given, ...rest] = author.split(/, */u);
  if (family && given && rest.length === 0 && !OF_BODIES.test(author)) {
    return { family, given, isBody: false };
  }
  const words = author.split(' ');
  const isPerson =
    words.length >= 2 && words.length <= 5 && !OF_BODIES.test(author) && !/[\p{N}@/]/u.test(author);
  if (!isPerson) return { family: author, isBody: words.length > 1 };
  const particle = words.findIndex((word, place) => place > 0 && PARTICLES.has(word));
  const from = particle > 0 ? particle : words.length - 1;
  return {
    family: words.slice(from).join(' '),
    given: words.slice(0, from).join(' '),
    isBody: false,
  };
}

function dayOf(date: string | null): Work['day'] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date ?? '') ?? [];
  if (!year || !MONTHS[Number(month) - 1]) return undefined;
  return { year, month: Number(month), day: Number(day) };
}

/** With a full stop, unless it ends in a mark of its own. */
function ended(text: string): string {
  return /[.?!…]["”’»]?$/u.test(text) ? text : `${text}.`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
