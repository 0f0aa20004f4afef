import type { AskedOfCitation } from '../passage.ts';

/** A way to ask for what stands in an article's citation; `of` and `by` are what it is asked of. */
export interface CitationFrame {
  asked: AskedOfCitation['asked'];
  pattern: RegExp;
  /** It is asked of other things as well ("how old is", "when is … from"): a noun is needed. */
  needsNoun?: true;
}

const WHEN = '(?:when|(?:on |in )?(?:what|which) (?:date|day|month|year))';
const PUBLISHED = '(?:first )?(?:published|written|posted|released)';
const WHAT_IS = "(?:(?:what|who|when|where)(?:['’]?s| is| was| are| were) )?(?:the )?";

const frame = (
  asked: CitationFrame['asked'],
  pattern: string,
  more: Pick<CitationFrame, 'needsNoun'> = {},
): CitationFrame => ({ asked, pattern: new RegExp(`^(?:${pattern})$`, 'iu'), ...more });
const OF_NOUN = { needsNoun: true } as const;

const ENGLISH: readonly CitationFrame[] = [
  frame('authors', 'who (?:has |had )?(?:wrote|written|authored) (?<of>.+)'),
  frame('authors', '(?:by whom|who) (?:is|was) (?<of>.+?) (?:written|authored)(?: by)?'),
  frame('authors', 'who (?:is|was) (?<of>(?:this|it)(?: \\w+)?) by|by whom(?: is (?<by>it|this))?'),
  frame('authors', "who(?:['’]?s| is| was) behind (?<of>.+)", OF_NOUN),
  frame(
    'authors',
    `${WHAT_IS}(?:names? of the )?(?:authors?|writers?)(?: (?:of|behind) (?<of>.+))?`,
  ),
  frame('authors', "(?:who is )?(?<of>this \\w+)['’]s (?:author|writer)"),
  frame('authors', 'whose (?<by>article|post|blog post) is (?<of>.+)'),
  frame(
    'authors and date',
    `${WHAT_IS}(?:author and (?:the )?date|date and (?:the )?author)(?: of (?<of>.+))?`,
  ),

  frame('date', `${WHEN} (?:is|was) (?<of>.+?) ${PUBLISHED}`),
  frame('date', `when (?<of>.+?) (?:is|was) ${PUBLISHED}`),
  frame('date', 'when did (?<by>.+?) (?:write|publish) (?<of>.+)'),
  frame('date', `how long ago (?:is|was) (?<of>.+?) ${PUBLISHED}`),
  frame('date', `${WHAT_IS}(?:publication date|date of publication)(?: of (?<of>.+))?`),
  frame('date', `${WHAT_IS}date (?:of|on) (?<of>.+)`, OF_NOUN),
  frame('date', '(?:what|which) (?:date|day|year) (?:is|was) (?<of>.+?)(?: from)?', OF_NOUN),
  frame('date', 'how (?:old|recent) is (?<of>.+)', OF_NOUN),
  frame('date', `${WHEN} (?:is|was) (?<of>.+) from`, OF_NOUN),
  frame('date', 'from when (?:is|was) (?<of>this|it)'),
  frame('date', 'from when (?:is|was) (?<of>.+)', OF_NOUN),
  frame('date', 'when did (?<of>.+) (?:come out|appear)', OF_NOUN),

  frame('title', `${WHAT_IS}(?:title|headline)`),
  frame('title', `${WHAT_IS}(?:title|headline|name) of (?<of>.+)`, OF_NOUN),
  frame('title', "what(?:['’]?s| is) (?<of>.+) (?:called|titled)", OF_NOUN),
  frame('title', '(?:which|what) (?<of>article|post) is (?:this|that|it)(?: from| in)?'),
];

/** Asked of the article that was just quoted; in these languages nothing else is recognised. */
const OTHER_LANGUAGES: readonly CitationFrame[] = [
  frame('authors', 'wer hat (?:das|dies|diesen artikel|den artikel|es) geschrieben'),
  frame('authors', 'wer ist der (?:autor|verfasser)(?: (?:des|dieses) artikels)?'),
  frame('authors', 'von wem (?:ist|stammt) (?:das|dies|dieser artikel|der artikel)'),
  frame(
    'date',
    'wann (?:ist|wurde) (?:das|dies|es|dieser artikel|der artikel) (?:veröffentlicht|geschrieben|erschienen)(?: worden)?',
  ),
  frame('date', '(?:von wann ist|wie alt ist) (?:das|dies|dieser artikel|der artikel)'),
  frame(
    'title',
    '(?:wie heißt|wie lautet) (?:der artikel|dieser artikel|der titel)|(?:was ist )?der titel',
  ),
  frame(
    'authors',
    '(?:quién|quien) (?:escribió|escribio|ha escrito) (?:esto|este artículo|el artículo|este articulo|el articulo)',
  ),
  frame(
    'authors',
    '(?:quién|quien) es el autor(?: (?:del|de este) art[ií]culo)?|de (?:quién|quien) es (?:esto|este art[ií]culo)',
  ),
  frame(
    'date',
    '(?:cuándo|cuando) (?:se|fue) (?:publicó|publico|publicado|escribió|escrito)(?: (?:esto|este|el)(?: art[ií]culo)?)?',
  ),
  frame('date', 'de (?:cuándo|cuando) es (?:esto|este art[ií]culo|el art[ií]culo)'),
  frame(
    'title',
    '(?:cuál|cual) es el t[ií]tulo|(?:cómo|como) se (?:llama|titula) (?:este|el) art[ií]culo',
  ),
  frame(
    'authors',
    "qui a écrit (?:ça|ceci|cela|cet article|l['’]article)|qui (?:est|en est) l['’]auteur(?: de (?:cet|l['’]) ?article)?",
  ),
  frame('authors', "de qui est (?:cet article|l['’]article|ce texte)"),
  frame(
    'date',
    "de quand (?:date|est) (?:cet article|l['’]article|ce texte)|quand (?:cet article |l['’]article )?a-t-il été (?:publié|écrit)",
  ),
  frame(
    'title',
    "quel est (?:le|son) titre(?: de (?:cet|l['’]) ?article)?|comment s['’]appelle (?:cet article|l['’]article)",
  ),
];

export const CITATION_FRAMES: readonly CitationFrame[] = [...ENGLISH, ...OTHER_LANGUAGES];
