import type { AskedOfCitation } from '../passage.ts';
import { termsOf } from '../store/terms.ts';
import type { CitationRules } from './languages/citation-rules.ts';
import { CITATION_RULES } from './languages/index.ts';

/** A question for what stands in an article's citation, not in its text. */
export interface CitationQuestion {
  asked: AskedOfCitation['asked'];
  /** What it is asked of, in the question's own words; empty for a bare "who is the author?". */
  subject: string;
  /** Whether the subject points at what is at hand ("this", not "that" or "it"). */
  isNear: boolean;
  /** The subject's word for an article: `article`, `report`. */
  noun: string | undefined;
  /** The subject's words without both; empty where nothing but the article at hand can be meant. */
  name: string;
}

const END = /[\s?!.…"'”’»]*$/u;
/** A title in quotation marks after the word for what it names. */
const QUOTED_TITLE = /(\p{L}+)[\s,:]+["“„‘«]/u;

const anyCase = (pattern: string) => new RegExp(pattern, 'iu');
const wordSet = (words: string) => new Set(words.split(' '));

/** The rules of one language, ready to use. */
function compile(rules: CitationRules) {
  const { plainNouns, otherNouns, beforeTitle } = rules;
  const head = `[\\s,:]+(?:${rules.afterHead})(?!\\p{L})|\\s*\\(`;
  return {
    lead: anyCase(`^(?:${rules.lead}|¿\\s*)+`),
    tail: anyCase(`(?:${rules.tail})$`),
    andWhen: anyCase(`${rules.andWhen}$`),
    andWho: anyCase(`${rules.andWho}$`),
    near: anyCase(`^(?:${rules.near})(?!\\p{L})`),
    articles: anyCase(` (?=(?:${rules.articles})(?: |$))`),
    afterHead: anyCase(head),
    nounAndTitle: new RegExp(`^${beforeTitle} (?=\\p{Lu})`, 'u'),
    nouns: wordSet(`${plainNouns} ${otherNouns}`),
    fillers: wordSet(rules.fillers),
    frames: rules.frames.map(({ pattern, ...rest }) => ({
      ...rest,
      pattern: anyCase(`^(?:${pattern})$`),
    })),
  };
}

type Compiled = ReturnType<typeof compile>;
const RULES: readonly Compiled[] = CITATION_RULES.map(compile);
const PLAIN_NOUNS = wordSet(CITATION_RULES.map(({ plainNouns }) => plainNouns).join(' '));

/** Whether a noun means an article wherever it stands. */
export function isPlainNoun(noun: string): boolean {
  return PLAIN_NOUNS.has(noun);
}

/**
 * The question read as one for an article's author, date or title, in one of the languages that
 * have rules for it; undefined where it is none. Which article is meant, and whether the articles'
 * own text answers better, is not decided here.
 */
export function citationQuestion(question: string): CitationQuestion | undefined {
  for (const rules of RULES) {
    const read = readWith(rules, question);
    if (read) return read;
  }
  return undefined;
}

function readWith(rules: Compiled, question: string): CitationQuestion | undefined {
  const core = question.replace(rules.lead, '').replace(END, '').replace(rules.tail, '');
  const one = core.replace(rules.andWhen, '').replace(rules.andWho, '');
  for (const { asked, pattern, needsNoun } of rules.frames) {
    const groups = pattern.exec(one);
    if (!groups) continue;
    const { by, of } = groups.groups ?? {};
    const subject = [by, of].filter(Boolean).join(' ');
    const noun = headNoun(subject, rules);
    if (needsNoun && !noun) continue;
    const name = wordsOf(subject)
      .filter((word) => word !== noun && !rules.fillers.has(word))
      .join(' ');
    return {
      asked: one === core ? asked : withOther(asked, core, rules),
      subject,
      isNear: rules.near.test(of ?? subject),
      noun,
      name: termsOf(name).length > 0 ? name : '',
    };
  }
  return undefined;
}

/** "The flood report" is a report, "the post office" is no post. */
function headNoun(subject: string, rules: Compiled): string | undefined {
  const titled = rules.nounAndTitle.exec(subject)?.[0] ?? QUOTED_TITLE.exec(subject)?.[1] ?? '';
  const parts = subject.split(rules.articles);
  const heads = [titled, ...parts.map((part) => part.split(rules.afterHead)[0] ?? '')];
  return heads.map((words) => wordsOf(words).at(-1) ?? '').find((head) => rules.nouns.has(head));
}

function withOther(
  asked: CitationQuestion['asked'],
  core: string,
  { andWhen, andWho }: Compiled,
): CitationQuestion['asked'] {
  const other = asked === 'authors' ? andWhen : andWho;
  return asked !== 'title' && other.test(core) ? 'authors and date' : asked;
}

/** French and Italian join their articles to the next word. */
const ELISION = /(?<!\p{L})(?:[ld]|qu)['’](?=\p{L})/gu;

function wordsOf(text: string): string[] {
  const parted = text.toLowerCase().replace(ELISION, ' ');
  return parted.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Whether a question asks for what the citation of the article at hand says: "who wrote this?". */
export function asksOfArticleAtHand(question: string): boolean {
  return citationQuestion(question)?.name === '';
}
