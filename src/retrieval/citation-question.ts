import type { AskedOfCitation } from '../passage.ts';
import { termsOf } from '../store/terms.ts';

/** A question for what stands in an article's citation, not in its text. */
export interface CitationQuestion {
  asked: AskedOfCitation['asked'];
  /** What it is asked of, in the question's own words; empty for a bare "who is the author?". */
  subject: string;
  /** `this`, `that`, `it`: how the subject points at something, if it does. */
  pointer: string | undefined;
  /** The subject's word for an article: `article`, `report`. */
  noun: string | undefined;
  /** The subject's words without both; empty where nothing but the article at hand can be meant. */
  name: string;
}

interface Frame {
  asked: AskedOfCitation['asked'];
  pattern: RegExp;
  /** It is asked of other things as well ("how old is", "when is … from"): a noun is needed. */
  needsNoun?: true;
}

const WHEN = '(?:when|(?:on |in )?(?:what|which) (?:date|day|month|year))';
const PUBLISHED = '(?:published|written|posted)';

/** How people ask for an author or a date; `of` is what they ask it of. */
const FRAMES: readonly Frame[] = [
  { asked: 'authors', pattern: /^who(?: has| had)? (?:wrote|written|authored) (?<of>.+)$/iu },
  {
    asked: 'authors',
    pattern: /^(?:by whom|who) (?:is|was) (?<of>.+?) (?:written|authored)(?: by)?$/iu,
  },
  { asked: 'authors', pattern: /^who (?:is|was) (?<of>this(?: \w+)?) by$/iu },
  {
    asked: 'authors',
    pattern:
      /^(?:(?:who|what)(?:['’]s| is| was| are| were) )?(?:the )?(?:names? of the )?(?:authors?|writers?)(?: (?:of|behind) (?<of>.+))?$/iu,
  },
  {
    asked: 'date',
    pattern: new RegExp(`^${WHEN} (?:is|was) (?<of>.+?) (?:first )?${PUBLISHED}$`, 'iu'),
  },
  {
    asked: 'date',
    pattern: new RegExp(`^when (?<of>.+?) (?:is|was) (?:first )?${PUBLISHED}$`, 'iu'),
  },
  { asked: 'date', pattern: /^when did (?<by>.+?) (?:write|publish) (?<of>.+)$/iu },
  {
    asked: 'date',
    pattern:
      /^(?:(?:what|when)(?:['’]s| is| was) )?the (?:publication date|date of publication)(?: of (?<of>.+))?$/iu,
  },
  {
    asked: 'date',
    pattern: /^(?:what(?:['’]s| is| was) )?the date of (?<of>.+)$/iu,
    needsNoun: true,
  },
  { asked: 'date', pattern: /^how old is (?<of>.+)$/iu, needsNoun: true },
  {
    asked: 'date',
    pattern: new RegExp(`^${WHEN} (?:is|was) (?<of>.+) from$`, 'iu'),
    needsNoun: true,
  },
  { asked: 'date', pattern: /^when did (?<of>.+) (?:come out|appear)$/iu, needsNoun: true },
];

/** Said before a question, and after one, without being asked. */
const LEAD =
  /^(?:(?:and|but|so|then|ok(?:ay)?|hey|hi|please|do you know|(?:can|could|would) you (?:please )?tell me|tell me)[\s,:]+)+/iu;
const TAIL = /(?:,? and (?:when|by whom)|,? please)?[\s?!.…"'”’»]*$/iu;

const POINTERS = /^(?:this|that|it)(?!\p{L})/iu;

/** Only an article is called so … */
const PLAIN_NOUNS = 'article post blogpost write-up writeup';
/** … and what texts speak of, too. */
const OTHER_NOUNS =
  'piece story report interview text essay column review guide statement document page paper';
const NOUNS = new Set(`${PLAIN_NOUNS} ${OTHER_NOUNS}`.split(' '));

/** Around the noun and the name, and for the one who wrote: they name no article. */
const FILLERS = new Set(
  'about titled entitled called named headlined from concerning regarding author writer blog news newspaper'.split(
    ' ',
  ),
);

/** Whether a noun means an article wherever it stands. */
export function isPlainNoun(noun: string): boolean {
  return PLAIN_NOUNS.split(' ').includes(noun);
}

/**
 * The question read as one for an article's author or date; undefined where it is none. Which
 * article is meant, and whether the articles' own text answers better, is not decided here.
 */
export function citationQuestion(question: string): CitationQuestion | undefined {
  const core = question.replace(LEAD, '').replace(TAIL, '');
  for (const { asked, pattern, needsNoun } of FRAMES) {
    const groups = pattern.exec(core)?.groups;
    if (!groups) continue;
    const subject = [groups.by, groups.of].filter(Boolean).join(' ');
    const words = subject.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
    const noun = words.find((word) => NOUNS.has(word));
    if (needsNoun && !noun) continue;
    const name = words.filter((word) => word !== noun && !FILLERS.has(word)).join(' ');
    const pointer = POINTERS.exec(subject)?.[0].toLowerCase();
    return { asked, subject, pointer, noun, name: termsOf(name).length > 0 ? name : '' };
  }
  return undefined;
}

/** Whether a question asks for the author or the date of the article at hand: "who wrote this?". */
export function asksOfArticleAtHand(question: string): boolean {
  return citationQuestion(question)?.name === '';
}
