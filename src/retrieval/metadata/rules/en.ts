import type { MetadataRules } from './metadata-rules.ts';

export const ENGLISH_METADATA: MetadataRules = {
  slots: {
    w: ' (?:§|(?:of |from )?¤)|',
    s: ' §|',
    when: '§|(?:of )?¤',
    articles: 'articles?|posts?|blog posts?|texts?|pieces?|stories|story|columns?|write ups?',
    all: '(?:all |any |all the |the |your |some |all your |an |a )?',
    about:
      'about|on|regarding|concerning|covering|mentioning|that mention|that talk about|that cover|that deal with|dealing with|discussing|(?:is |are |were |was )about',
    by: 'by|written by|from|authored by|of',
    written: 'written|published|posted|authored|released',
    wrote: 'write|written|wrote|publish|published|post|posted|author|authored',
    // "Who wrote the article about …" asks for the citation of one.
    some: 'anything|something|(?:an? )(?:article|post|text|piece|story)|(?:any |some |all |all the |the |your )?(?:articles|posts|blog posts|texts|pieces|stories)',
    newest: 'newest|latest|most recent|last',
    whatis: '(?:what is|what s|whats|which is|what are|which are|what was|which was) ',
    show: '(?:show|list|give|find|get|send)(?: me| us)? ',
    there:
      '(?:do you have|have you got|are there|is there|exist|are|were|were there|have been|did you publish|were {written}|have been {written}|got {written})',
    // What was "written on the wall" in 1916 is no article.
    said_about:
      '(?:said|written|reported|published|posted) about|(?:said|reported|published|posted) on',
    say: 'say|report|write|tell(?: us| me)?|claim|mention',
  },
  clauseWords:
    'that|which|who|whom|whose|what|when|where|why|how|did|does|do|is|are|was|were|had|has|have|could|would|should|will|can|but|if|because|§|¤',
  lead: 'hi|hey|hello|ok|okay|so|well|and|please|pls|(?:can|could|would|will) you(?: please)?(?: (?:tell|show|give) (?:me|us))?|tell me|do you know|i want to (?:know|see|read)|i would like to (?:know|see|read)|quick question',
  tail: 'please|pls|thanks|thank you|then|now|again|here|in your library|in the library|in there|so far',
  patterns: {
    newest: [
      '(?:{whatis}|{show})?(?:the )?{newest} (?:(?:{articles}|news|one|info|information) )?{about} {subject}{s}',
      '(?:{whatis}|{show})?(?:the |your )?{newest} {articles} {by} {author}(?: {about} {subject})?',
      '(?:{whatis}|{show})?(?:the )?{newest} (?:thing|things|one) {author} (?:has |have )?{wrote}',
      '(?:{whatis}|{show})?{author} s {newest} {articles}',
      '(?:{whatis})(?:new|recent) (?:about|on) {subject}',
      '(?:is there |are there |have you got |got )?(?:any |some )?(?:recent |new )?news (?:about|on) {subject}',
      'what (?:did|has) {author} (?:just |last |most recently |recently ){wrote}',
      'what (?:did|has) {author} {wrote} (?:last|lately|recently|most recently)',
      '(?:which|what) {articles} {about} {subject} (?:is|was) (?:the )?{newest}',
    ],
    oldest: [
      '(?:{whatis}|{show})?(?:the |your )?(?:oldest|earliest) {articles} {about} {subject}',
      '(?:{whatis}|{show})?(?:the |your )?(?:oldest|earliest) {articles} {by} {author}',
      '(?:{whatis}|{show})?(?:the |your )?(?:oldest|earliest) {articles}',
    ],
    count: [
      'how many {articles} (?:{there} (?:there )?)?{about} {subject}{s}',
      'how many {articles} (?:{there} )?{by} {author}{w}',
      'how many {articles} (?:{there} )?{by} {author} {about} {subject}{s}',
      'how many {articles} (?:has|have|did) {author} {wrote}{w}',
      'how many {articles} (?:has|have|did) {author} {wrote} {about} {subject}{s}',
      'how many {articles} {about} {subject} {there}{s}',
      'how many {articles} {there}(?: there)? {when}',
      'how many {articles} {when}(?: {there})?',
      '(?:{whatis})?(?:the )?number of {articles} {about} {subject}{s}',
    ],
    authors: [
      'who (?:all )?(?:wrote|writes|has written|have written|blogged|reported|has reported|published|posted)(?: {some})? (?:about|on) {subject}{s}',
      '(?:which|what) (?:authors?|writers?|journalists?|people) (?:wrote|write|writes|have written|has written|cover|covered|reported)(?: {some})?(?: about| on)? {subject}{s}',
      '(?:who (?:are|is)|{show})?(?:the )?(?:authors?|writers?) (?:of (?:the )?{articles} )?(?:about|on|covering) {subject}',
    ],
    articles: [
      '(?:what|which {articles}) (?:has|have|did|does) {author} {wrote}{w}',
      '(?:what|which {articles}) (?:has|have|did|does) {author} {wrote} {about} {subject}{s}',
      '(?:what|which {articles}) (?:was|were|has been|have been|is|are) {written} by {author}{w}',
      '(?:{show})?(?:what|everything|all|anything)(?: that)? {author} (?:has |have )?{wrote}{w}',
      '(?:{show}|{there} )?(?:everything|anything) {by} {author}{w}',
      '(?:{show}|{there} )?(?:(?:what|which) |{all}){articles} (?:{there} )?{by} {author}{w}',
      '(?:{show}|{there} )?(?:(?:what|which) |{all}){articles} {by} {author} {about} {subject}{s}',
      '(?:{show}|{there} )?{all}{articles} {about} {subject} {by} {author}',
      '(?:{show}|{there} )?{all}{articles} (?:that )?{author} (?:has |have )?{wrote}{w}',
      '(?:{show})?{author} s {articles}{w}',
      '(?:{show}|{there} )?(?:(?:what|which) |{all}){articles} (?:{there} (?:there )?)?{about} {subject}{s}',
      '(?:{show}|{there} )?(?:(?:what|which) |{all}){articles}(?: {written})? {when} {about} {subject}',
      '(?:what|which) {articles} {about} {subject} (?:{there}|came out|appeared|date){s}',
      '(?:{show}|{there} )?(?:(?:what|which) |{all}){articles} (?:(?:{there}|{written}|came out|appeared) (?:there )?)?{when}',
      '(?:what|which {articles}) (?:was|were|got|has been|have been|did you) (?:{written}|publish|post) {when}',
    ],
    dated: [
      'what (?:was|were|is|has been|have been|had been|got) {said_about} {subject} §',
      'what (?:was|were|is|has been|have been|had been|got) (?:said|written|reported|published|posted) § (?:about|on) {subject}',
      '§ what (?:was|were|has been|had been) {said_about} {subject}',
      'what did (?:{all}{articles}|they|people|you|everyone|the (?:press|papers?|news)) {say} (?:about|on) {subject} §',
      'what (?:do|does|did) {all}{articles}(?: {written})? {when} {say} (?:about|on) {subject}',
      '(?:according to|in|from|judging by|only in|only from) {all}{articles}(?: {written})? {when} {rest}',
      '(?:only|just) (?:use |search )?{articles} {when} {rest}',
      '{rest} (?:according to|in|judging by|only in) {all}{articles}(?: {written})? {when}',
    ],
  },
};
