import type { AskedOfCitation } from '../passage.ts';
import { termsOf } from '../store/terms.ts';
import { CITATION_FRAMES } from './citation-frames.ts';

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

/** Said before a question, and after one, without being asked. */
const LEAD =
  /^(?:(?:and|but|so|then|ok(?:ay)?|hey|hi|please|do you know|(?:can|could|would) you (?:please )?tell me|tell me)[\s,:]+|¿\s*)+/iu;
const TAIL = /(?:,? please)?[\s?!.…"'”’»]*$/iu;
/** Asks for the other one, too. */
const AND_WHEN =
  /(?:[,?]+ (?:and )?| and )(?:when|when (?:was|is) (?:it|this|that) (?:written|published|posted)|(?:on )?what date|what is (?:its|the) date)$/iu;
const AND_WHO =
  /(?:[,?]+ (?:and )?| and )(?:by whom|by who|who (?:wrote|authored) (?:it|this|that)|who (?:is|was) (?:the|its) author)$/iu;

const POINTERS = /^(?:this|that|it)(?!\p{L})/iu;
/** Ends the words to which a noun is the head: "the flood report | about …". */
const AFTER_HEAD =
  /[\s,:]+(?:about|on|of|by|from|in|at|to|for|with|titled|entitled|called|named|headlined|concerning|regarding|that|which|where|one)(?!\p{L})|\s*\(/iu;
/** A title in quotation marks after the word for what it names. */
const QUOTED_TITLE = /(\p{L}+)[\s,:]+["“‘«]/u;
/** Words before a title that stands without quotation marks. */
const NOUN_AND_TITLE = /^(?:the |this |that )?(?:article|report|interview|essay|story) (?=\p{Lu})/u;

/** Only an article is called so … */
const PLAIN_NOUNS = 'article post blogpost write-up writeup';
/** … and what texts speak of, too. */
const OTHER_NOUNS =
  'piece story report interview text essay column review guide statement document page paper';
const NOUNS = new Set(`${PLAIN_NOUNS} ${OTHER_NOUNS}`.split(' '));

/** Around the noun and the name, and for the one who wrote: they name no article. */
const FILLERS = new Set(
  'one about titled entitled called named headlined from concerning regarding author writer blog news newspaper'.split(
    ' ',
  ),
);

/** Whether a noun means an article wherever it stands. */
export function isPlainNoun(noun: string): boolean {
  return PLAIN_NOUNS.split(' ').includes(noun);
}

/**
 * The question read as one for an article's author, date or title; undefined where it is none. Which
 * article is meant, and whether the articles' own text answers better, is not decided here.
 */
export function citationQuestion(question: string): CitationQuestion | undefined {
  const core = question.replace(LEAD, '').replace(TAIL, '');
  const one = core.replace(AND_WHEN, '').replace(AND_WHO, '');
  for (const { asked, pattern, needsNoun } of CITATION_FRAMES) {
    const groups = pattern.exec(one);
    if (!groups) continue;
    const { by, of } = groups.groups ?? {};
    const subject = [by, of].filter(Boolean).join(' ');
    const noun = headNoun(subject);
    if (needsNoun && !noun) continue;
    const name = wordsOf(subject)
      .filter((word) => word !== noun && !FILLERS.has(word))
      .join(' ');
    const pointer = POINTERS.exec(of ?? subject)?.[0].toLowerCase();
    return {
      asked: one === core ? asked : withOther(asked, core),
      subject,
      pointer,
      noun,
      name: termsOf(name).length > 0 ? name : '',
    };
  }
  return undefined;
}

/** "The flood report" is a report, "the post office" is no post. */
function headNoun(subject: string): string | undefined {
  const titled = NOUN_AND_TITLE.exec(subject)?.[0] ?? QUOTED_TITLE.exec(subject)?.[1] ?? '';
  const parts = subject.split(/ (?=(?:the|this)(?: |$))/iu);
  const heads = [titled, ...parts.map((part) => part.split(AFTER_HEAD)[0] ?? '')];
  return heads.map((words) => wordsOf(words).at(-1) ?? '').find((head) => NOUNS.has(head));
}

function withOther(asked: CitationQuestion['asked'], core: string): CitationQuestion['asked'] {
  const other = asked === 'authors' ? AND_WHEN : AND_WHO;
  return asked !== 'title' && other.test(core) ? 'authors and date' : asked;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Whether a question asks for what the citation of the article at hand says: "who wrote this?". */
export function asksOfArticleAtHand(question: string): boolean {
  return citationQuestion(question)?.name === '';
}
