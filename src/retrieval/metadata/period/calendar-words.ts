/**
 * How a language says when: regular expressions over words in lower case without accents and marks.
 */
export interface CalendarWords {
  /** January to December, each with its short forms. */
  months: readonly string[];
  /** Spring, summer, autumn, winter. */
  seasons: readonly [string, string, string, string];
  /** Between a day and its month, and a month and its year. */
  of: string;
  /** Before a year, a season or a month without meaning anything: "the year", "the". */
  the: string;
  /** The ending of the number of a day. */
  ordinal: string;
  lastYear: string;
  thisYear: string;
  lastMonth: string;
  thisMonth: string;
  lastWeek: string;
  thisWeek: string;
  today: string;
  yesterday: string;
  /** Before a season or a month: the one that was last. */
  last: string;
  /** Prepositions. */
  in: string;
  since: string;
  after: string;
  until: string;
  before: string;
  /** `A` and `B` stand for the two ends. */
  between: readonly string[];
}

export const CALENDARS: readonly CalendarWords[] = [
  {
    months: [
      'january|jan',
      'february|feb',
      'march|mar',
      'april|apr',
      'may',
      'june|jun',
      'july|jul',
      'august|aug',
      'september|sept|sep',
      'october|oct',
      'november|nov',
      'december|dec',
    ],
    seasons: ['spring', 'summer', 'autumn|fall', 'winter'],
    of: 'of|in',
    the: 'the year|year|the',
    ordinal: 'st|nd|rd|th',
    lastYear: '(?:the )?(?:last|past|previous) year',
    thisYear: '(?:this|the current) year',
    lastMonth: '(?:the )?(?:last|past|previous) month',
    thisMonth: '(?:this|the current) month',
    lastWeek: '(?:the )?(?:last|past|previous) week',
    thisWeek: '(?:this|the current) week',
    today: 'today',
    yesterday: 'yesterday',
    last: 'last|this|this past',
    in: 'in|from|during|on|dated|within',
    since: 'since|from',
    after: '(?:from )?(?:after|later than)',
    until: 'until|till|up to|by',
    before: '(?:from )?(?:before|prior to|earlier than)',
    between: ['between A and B', 'from A (?:to|until|till|through) B'],
  },
  {
    months: [
      'januar|jan|janner',
      'februar|feb',
      'marz|mar|mrz',
      'april|apr',
      'mai',
      'juni|jun',
      'juli|jul',
      'august|aug',
      'september|sept|sep',
      'oktober|okt',
      'november|nov',
      'dezember|dez',
    ],
    seasons: ['fruhjahr|fruhling', 'sommer', 'herbst', 'winter'],
    of: 'des jahres|von',
    the: 'dem jahr|den jahren|jahr|jahre|dem|den|der',
    ordinal: 'ten|er',
    lastYear: '(?:das |dem )?(?:letzte[ns]?|vergangene[ns]?|vorige[ns]?) jahr(?:es)?',
    thisYear: '(?:diese[msr]?|laufenden) jahr(?:es)?',
    lastMonth: '(?:den |dem )?(?:letzte[ns]?|vergangene[ns]?|vorige[ns]?) monat',
    thisMonth: 'diese[mns] monat',
    lastWeek: '(?:der |die )?(?:letzte[rn]?|vergangene[rn]?|vorige[rn]?) woche',
    thisWeek: 'diese[r]? woche',
    today: 'heute',
    yesterday: 'gestern',
    last: 'letzten|letztem|vergangenen|vergangenem',
    in: 'in|im|aus|aus dem|wahrend|vom|von|am',
    since: 'seit|seit dem|ab|ab dem',
    after: 'nach|nach dem',
    until: 'bis|bis zum|bis zu',
    before: 'vor|vor dem',
    between: ['zwischen A und B', 'von A bis B', 'vom A bis(?: zum)? B'],
  },
  {
    months: [
      'enero|ene',
      'febrero|feb',
      'marzo|mar',
      'abril|abr',
      'mayo|may',
      'junio|jun',
      'julio|jul',
      'agosto|ago',
      'septiembre|setiembre|sep',
      'octubre|oct',
      'noviembre|nov',
      'diciembre|dic',
    ],
    seasons: ['primavera', 'verano', 'otono', 'invierno'],
    of: 'de|del|del ano',
    the: 'el ano|ano|el|la',
    ordinal: 'o',
    lastYear: '(?:el |del )?ano (?:pasado|anterior)',
    thisYear: '(?:de )?este ano',
    lastMonth: '(?:el |del )?mes (?:pasado|anterior)',
    thisMonth: '(?:de )?este mes',
    lastWeek: '(?:la |de la )?semana (?:pasada|anterior)',
    thisWeek: '(?:de )?esta semana',
    today: 'hoy',
    yesterday: 'ayer',
    last: 'el pasado|la pasada|el ultimo|la ultima',
    in: 'en|de|del|durante|desde el',
    since: 'desde|desde el|a partir de|a partir del',
    after: 'despues de|despues del|tras|tras el',
    until: 'hasta|hasta el',
    before: 'antes de|antes del',
    between: ['entre A y B', 'de A a B', 'desde A hasta B'],
  },
  {
    months: [
      'janvier|janv',
      'fevrier|fevr',
      'mars',
      'avril|avr',
      'mai',
      'juin',
      'juillet|juil',
      'aout',
      'septembre|sept',
      'octobre|oct',
      'novembre|nov',
      'decembre|dec',
    ],
    seasons: ['printemps', 'ete', 'automne', 'hiver'],
    of: 'de|de l annee',
    the: 'l annee|annee|le|la|l',
    ordinal: 'er',
    lastYear: 'l an (?:dernier|passe)|l annee (?:derniere|passee|precedente)',
    thisYear: 'cette annee',
    lastMonth: 'le mois (?:dernier|passe|precedent)',
    thisMonth: 'ce mois(?: ci)?',
    lastWeek: 'la semaine (?:derniere|passee|precedente)',
    thisWeek: 'cette semaine',
    today: 'aujourd hui',
    yesterday: 'hier',
    last: 'le dernier|la derniere',
    in: 'en|au|de|dans|pendant|durant|datant de|a',
    since: 'depuis|a partir de|des',
    after: 'apres',
    until: 'jusqu en|jusqu a|jusqu au|jusque',
    before: 'avant',
    between: ['entre A et B', 'de A a B'],
  },
];
