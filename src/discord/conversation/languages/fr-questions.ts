import type { QuestionRules } from './question-rules.ts';

const VERB = 'est|sont|a|ont|etait|etaient|avait|fut|peut|doit|se|s|y';

export const FRENCH_QUESTIONS: QuestionRules = {
  openers:
    'qui quoi quand où pourquoi quel quelle quels quelles comment combien est-ce lequel laquelle',
  lead: '(?:quelqu un sait|qqn sait|est ce que quelqu un sait)|salut|bonjour|et|mais|alors|petite question',
  whoKnows: 'sait',
  whoDid: '(?:et |aussi )?qui',
  alternative: 'ou|sinon|oui ou non',
  joined: {
    and: 'et',
    second: `qui (?:${VERB}|\\p{L}+a|dirige|vend|paie|gère)|(?:quand|où|comment|combien|pourquoi) (?:${VERB}|de|le|la|les|l['’]\\p{L}+)|quel(?:le)?s? (?:\\p{L}+ )?(?:${VERB})`,
    first: 'quand|où|comment|combien|pourquoi|quel|quelle|quels|quelles|que|qui',
    noSubject: "quel(?:le)?s? (?:est|était|sont) (?:(?:le|la|les|son|sa) |l['’])\\p{L}+",
  },
  unmarked: [
    `(?:qui|ou|comment|combien|quand) (?:${VERB}) .+`,
    'combien (?:de|d) .+',
    'pourquoi (?!(?:pas|je|on|tu) ).+',
    `(?:quand|ou) (?:le|la|les|l|un|une) .+ (?:t il|t elle|t ils|t elles|il|elle|ils|elles) .+`,
    `(?:quel|quelle|quels|quelles) (?:est|sont|etait|etaient|fut) .+`,
    'est ce que .+',
  ],
  statements: [
    'quelle? (?:belle?|bonne?|beau|bon|super|journee|horreur|chance) .+',
    'comment (?:allez vous|vas tu|ca va|tu vas|section|below)(?: .*)?',
    'quand (?:tu|on|vous|je|meme) .+',
    'qui (?:veut|vient|joue|est la|est chaud)(?: .*)?',
    '(?:ca|tout) va .+',
    '(?:vous|tu) .+|on (?:fait|va|joue|se) .+',
    'est ce que (?:tu|vous|on|quelqu un) .+',
    'quelqu un (?:veut|a|est|joue) .+',
  ],
  toPeople: 'tu|toi|te|vous|on|nous|ce soir|les gars|tout le monde',
  goesOn: "et|mais|ou|qu['’]en est-il",
  persons: 'il elle ils elles lui leur leurs',
  things: 'cela ça cette',
  functionWords:
    'le les des du d l au aux à par pour avec sont était plus encore son sa ses ce ces un une de la en',
};
