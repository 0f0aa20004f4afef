import type { QuestionRules } from './question-rules.ts';

const AUX =
  'ist|sind|war|waren|hat|haben|hatte|hatten|wird|wurde|wurden|kann|konnte|soll|muss|darf';
const VERB = `${AUX}|\\w+(?:t|te|ten|en)|steht|liegt|kostet|gibt|heisst|schrieb|kam|ging|stieg|fand`;

export const GERMAN_QUESTIONS: QuestionRules = {
  openers:
    'wer was wann wo warum wieso weshalb welche welcher welches wie wessen wem wen wohin woher ist sind war waren hat haben kann gibt',
  lead: '(?:weiss|wisst) (?:jemand|wer|ihr|einer)|(?:kann|konnte) (?:mir )?(?:jemand|wer)(?: mir)? sagen|kurze frage|hey|hallo|ok|also|und|aber|na',
  whoKnows: 'weiss|wisst|sagen',
  whoDid: '(?:und |auch )?wer',
  alternative: 'oder|wenn nicht|ja oder nein',
  joined: {
    and: 'und',
    second: `(?:was|wann|wo|warum|wieso|weshalb|wie|wohin|woher|welche[rsmn]?|wessen|wem|wen)(?: \\p{L}+){0,2} (?:${AUX})|wer (?:${AUX}|\\p{L}{2,}te|schrieb|baute|gewann|fand|gab)`,
    first: 'was|wann|wo|warum|wieso|weshalb|wie|wohin|woher|welche[rsmn]?|wessen|wem|wen|wer',
    noSubject:
      '(?:was|wie) (?:ist|war|sind|waren|lautet) (?:der|die|das|sein|seine|ihr|ihre) \\p{L}+',
  },
  unmarked: [
    `(?:wann|wo|warum|wieso|weshalb|woher|wohin) (?:${VERB}) .+`,
    `(?:wer|was|wem|wen|wessen) (?:${VERB}) (?!(?:spass|lust|bock|recht) ?).+`,
    `(?:in |an |auf |zu |von )?(?:welche[rnsm]?) \\S+(?: \\S+){0,3}? (?:${VERB}) .+`,
    `wie (?:viele?|hoch|alt|lange?|weit|tief|gross|breit|schwer|heiss|oft|teuer|schnell) .+`,
    `wie (?:wird|wurde|wurden|funktioniert|entsteht|entstand|heisst) .+`,
  ],
  statements: [
    'was fur (?:ein|eine|einen) .+',
    'wie (?:schon|cool|geil|suss|nett|toll) .+',
    'wie (?:geht|lauft) .+',
    'was geht(?: .+)?',
    'wer (?:spielt|geht|macht|fahrt|kommt) .*mit',
    'wer (?:hat|will|mochte|kommt|ist) (?:lust|bock|zeit|mit|dabei|da|heute)(?: .*)?',
    '(?:ist|war|hat|sind) (?:mir|echt|egal|spass|gut|super|schon|toll|doch|ja)(?: .*)?',
    '(?:hat|kann|will|weiss|ist) (?:jemand|wer|einer) .+',
    '(?:kannst|konntest|hast|bist|willst|magst|wollt|habt|seid|konnt|kommt) (?:du|ihr) .+',
  ],
  toPeople:
    '(?:macht|spielt|habt|seid|wollt|konnt|geht|kommt|denkt|meint|sagt) ihr|du|dir|dich|dein|deine|euch|euer|eure|wir|uns|heute abend|leute',
  goesOn: 'und|aber|oder|was ist mit|wie ist es mit',
  persons: 'er sie ihn ihm ihr ihnen seine seinen ihre ihren',
  things: 'dies diese dieser dieses dort damals dazu davon',
  functionWords:
    'der die das ein eine einen einem den dem des im am an auf zu von mit für bei über es sein genau noch mehr nicht viel viele lange',
};
