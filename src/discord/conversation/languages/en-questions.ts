import type { QuestionRules } from './question-rules.ts';

const BE = 'is|are|was|were|s';
const AUX = `${BE}|do|does|did|has|have|had|can|could|will|would|should`;
/** Between the word that asks and the subject, in the second question of a sentence. */
const JOINED_AUX = 'is|are|was|were|do|does|did|has|have|had|can|could|will|would|should';
const MEASURE =
  'old|high|tall|long|far|deep|big|large|wide|heavy|hot|cold|fast|often|strong|thick|massive|soon|late|expensive|loud|bright|dangerous|common|different';

export const ENGLISH_QUESTIONS: QuestionRules = {
  openers:
    'who what when where why which how whose whom is are was were do does did can could will would should has have had',
  lead: '(?:(?:does )?any(?:one|body)(?: here)?|(?:do|does) (?:you|u|someone|somebody)(?: guys)?|(?:do )?you guys) (?:know|remember|recall)|(?:can|could) (?:someone|somebody|anyone|anybody|you) (?:please )?tell me|quick question|hey|hi|ok|okay|so|and|but|well|hm|please',
  whoKnows: 'know|remember|recall|tell me',
  whoDid: '(?:and |also,? )?who',
  alternative: 'or|if not|yes or no',
  joined: {
    and: 'and',
    second: `(?:what|when|where|why|how|which|whose)(?: \\p{L}+){0,2} (?:${JOINED_AUX}|people|of)|who (?:${JOINED_AUX}|\\p{L}+ed|wrote|won|built|ran|paid|made)`,
    first: 'what|when|where|why|how|which|whose|who',
    noSubject: 'what (?:is|was|are|were) (?:the|its|their) \\p{L}+',
  },
  unmarked: [
    `(?:what|who|which|whose|whom) (?:${AUX}|happens|happened|caused|causes|makes|made) (?:\\S+ ?)+`,
    'who (?:wrote|built|paid|won|runs|ran|sings|plays|works|lives|makes|sells|writes|designed|owns|led|leads|said|found|founded|became|\\w+ed) .+',
    `(?:in |on |at |by |from |to )?(?:what|which|whose)(?: (?:kinds?|sorts?|types?) of)? (?!(?:a|an|the|i|we|they|you|he|she|it) )\\S+(?: \\S+){0,4}? (?:${AUX}) .+`,
    `(?:when|where|why) (?:${AUX}) .+`,
    `how (?:${AUX}) .+`,
    'how (?:many|much) (?!(?:i|we|you|they|he|she) ).+',
    `how (?:${MEASURE})(?: \\S+)? (?:${AUX}) .+`,
    '(?:is|are|was|were) there .+',
    '(?:did|does|do|has|have|will|can|could|would) (?:it|he|she|they) .+',
  ],
  statements: [
    'how \\w+ (?:is|are) (?:that|this|these|it|they)(?: \\w+)?',
    'how (?:about|dare|the) .+',
    'who (?:does that|broke the build|let the dogs out)(?: .+)?|is it (?:lunch|friday|monday|weekend|time) .+|seriously(?: .+)?',
    'what did i .+|i know(?: .+)?|no way(?: .+)?|is this thing .+|who has (?:a|any|some) .+',
    'what (?:a|an|the (?:hell|heck|fuck|report|article)|i|they|we|goes|matters|you) .+',
    'what (?:is|s) (?:up|going on|wrong with (?:you|this)|the matter)(?: .+)?',
    'who (?:cares|knows|would have thought|needs|asked|is (?:in|around|coming|online|up|here)|s (?:in|around|coming|online|up|here)|wants|wanna|else)(?: .+)?',
    'why (?:not|bother|would you|do you|are you|i|we|the)(?: .*)?',
    'which (?:is|was|are) (?:why|what|how|exactly|great|fine|nice|good|bad|funny|weird|true|a|an|my|just|really|also) .+',
    '(?:when in|(?:when|where) (?:i|we|you|there)) .+',
    'how (?:are|is|s) (?:you|u|everyone|everybody|things|life|it going|all)(?: .+)?',
    '(?:will|would) (?:do|have|be|love|not|never) .*',
    '(?:am|can|could|may|should|shall) (?:i|we) .+',
    '(?:is|isn|aren|wasn|doesn|didn|don|won|can|couldn|wouldn|shouldn|ain) (?:t|it just) .+',
    '(?:is|was) (?:the )?(?:bot|server|discord|stream|chat|site|it just me).*',
    'any(?:one|body) .+',
    '(?:does|has|is|can|could|would|will|did) (?:anyone|anybody|someone|somebody) .+',
    'wait .+|so what|lol .+',
  ],
  toPeople:
    'we|us|lets|meetup|stream|helper role|the role|voice chat|vc|this channel|tonight|lol|lmao|bro|dude|guys|mods|mod|ya|yall|everyone|everybody|kidding|joking',
  goesOn: 'and|but|or|so|what about|how about',
  persons: 'he she they him them her his their',
  things: 'it its this that these those',
  functionWords:
    'a an the of in on at to for from by with about as be been again too not no any some say said there then else exactly really much many long old more one ones',
  // "How do you bake kolm?" is asked of nobody.
  you: {
    said: /(?:^| )(?:you|your|yours|u|ur)(?: |$)/u,
    ofAnybody:
      /^(?:how|what|where|when|which \S+|how \S+) (?:do|can|should|must) you (?!(?:think|feel|like|guys|mean|want|know|say|see|do|play|use|reckon|prefer|even|get|live|work|call|all)(?: |$))/u,
  },
};
