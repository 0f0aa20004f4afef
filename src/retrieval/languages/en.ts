import { type CitationRules, frame, frameOfNoun } from './citation-rules.ts';

const WHEN = '(?:when|(?:on |in )?(?:what|which) (?:date|day|month|year))';
const PUBLISHED = '(?:first )?(?:published|written|posted|released)';
const WHAT_IS = "(?:(?:what|who|when|where)(?:['’]?s| is| was| are| were) )?(?:the )?";

export const ENGLISH_CITATIONS: CitationRules = {
  lead: '(?:and|but|so|then|ok(?:ay)?|hey|hi|please|do you know|(?:can|could|would) you (?:please )?tell me|tell me)[\\s,:]+',
  tail: ',? please',
  andWhen:
    '(?:[,?]+ (?:and )?| and )(?:when|when (?:was|is) (?:it|this|that) (?:written|published|posted)|(?:on )?what date|what is (?:its|the) date)',
  andWho:
    '(?:[,?]+ (?:and )?| and )(?:by whom|by who|who (?:wrote|authored) (?:it|this|that)|who (?:is|was) (?:the|its) author)',
  near: 'this',
  articles: 'the|this',
  afterHead:
    'about|on|of|by|from|in|at|to|for|with|titled|entitled|called|named|headlined|concerning|regarding|that|which|where|one',
  beforeTitle: '(?:the |this |that )?(?:article|report|interview|essay|story)',
  plainNouns: 'article post blogpost write-up writeup',
  otherNouns:
    'piece story report interview text essay column review guide statement document page paper',
  fillers:
    'one about titled entitled called named headlined from concerning regarding author writer blog news newspaper',
  frames: [
    frame('authors', 'who (?:has |had )?(?:wrote|written|authored) (?<of>.+)'),
    frame('authors', '(?:by whom|who) (?:is|was) (?<of>.+?) (?:written|authored)(?: by)?'),
    frame(
      'authors',
      'who (?:is|was) (?<of>(?:this|it)(?: \\w+)?) by|by whom(?: is (?<by>it|this))?',
    ),
    frameOfNoun('authors', "who(?:['’]?s| is| was) behind (?<of>.+)"),
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
    frameOfNoun('date', `${WHAT_IS}date (?:of|on) (?<of>.+)`),
    frameOfNoun('date', '(?:what|which) (?:date|day|year) (?:is|was) (?<of>.+?)(?: from)?'),
    frameOfNoun('date', 'how (?:old|recent) is (?<of>.+)'),
    frameOfNoun('date', `${WHEN} (?:is|was) (?<of>.+) from`),
    frame('date', 'from when (?:is|was) (?<of>this|it)'),
    frameOfNoun('date', 'from when (?:is|was) (?<of>.+)'),
    frameOfNoun('date', 'when did (?<of>.+) (?:come out|appear)'),

    frame('title', `${WHAT_IS}(?:title|headline)`),
    frameOfNoun('title', `${WHAT_IS}(?:title|headline|name) of (?<of>.+)`),
    frameOfNoun('title', "what(?:['’]?s| is) (?<of>.+) (?:called|titled)"),
    frame('title', '(?:which|what) (?<of>article|post) is (?:this|that|it)(?: from| in)?'),
  ],
  speaksOf: {
    authors: 'wrote|writ(?:es?|ers?|ing|ten)|author\\p{L}*|compos\\p{L}+',
    date: 'publi(?:sh\\p{L}*|cations?)|wrote|written|posted|printed|issued|appeared|came out',
    title: 'titles?|entitled|titled|called|named|headlines?',
  },
};
