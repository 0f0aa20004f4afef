import type { QuestionRules } from './question-rules.ts';

const VERB =
  'es|son|fue|fueron|era|eran|esta|estan|hay|se|ha|han|tiene|tienen|cuesta|costo|pago|escribio|hizo|hicieron|\\w{3,}(?:aron|ieron|o|io|aba|ia)';

export const SPANISH_QUESTIONS: QuestionRules = {
  openers:
    'quién quien qué que cuándo cuando dónde donde cuál cual cómo como cuánto cuanto cuántos cuántas quiénes cuáles',
  lead: '(?:alguien|sabe alguien|sabeis|sabes) (?:sabe )?|alguien (?:sabe|recuerda)|hola|oye|y|pero|entonces|una pregunta',
  whoKnows: 'sabe|recuerda',
  whoDid: '(?:y |también )?(?:quién|quien)',
  alternative: 'o|si no|sí o no',
  joined: {
    and: 'y',
    second:
      '(?:cuándo|dónde|cómo|qué|cuánt[oa]s?|cuál|cuáles|quién|quiénes)(?: \\p{L}+){0,2} (?:es|son|era|fue|fueron|está|están|se|ha|han|hay|tiene|tienen|pagó|escribió|construyó|ganó|hizo|\\p{L}{2,}(?:ó|aron|ieron))',
    first: 'qué|cuándo|dónde|por qué|cómo|cuánt[oa]s?|cuál|cuáles|quién|quiénes',
    noSubject: '(?:cuál|qué) (?:es|era|fue) (?:el|la|su) \\p{L}+',
  },
  unmarked: [
    `(?:quien|quienes|cuando|donde|por que|como) (?:${VERB}) .+`,
    '(?:cuanto|cuanta) (?:cuesta|costo|mide|pesa|dura|duro|subio|gano|pago|vale|tarda) .+',
    '(?:cuantos|cuantas) \\S+ .+',
    `(?:cual|cuales) (?:es|son|fue|fueron|era) .+`,
  ],
  statements: [
    'que (?:bonit[oa]|buen[oa]?|lindo|bien|tal|tengas|tengais|pases|guay|risa|pena|asco|dia)(?: .+)?',
    'como (?:siempre|estais?|estas|estan|te va|os va|quieras|digo|sea)(?: .+)?',
    'cuando (?:quieras|quieran|querais|puedas|era|yo|tu) .+',
    'quien (?:quiere|se apunta|juega|viene) .+',
    'alguien (?:quiere|tiene|juega|esta|viene) .+',
  ],
  toPeople: 'vosotros|ustedes|os|nosotros|vamos|chicos|esta noche|tu|te|ti',
  goesOn: 'y|e|pero|o|qué hay de',
  persons: 'él ella ellos ellas su sus',
  things: 'esto eso esta ese esa estos esos allí',
  functionWords: 'el la los las un una de del en a por con para es son fue eran ha han lo más',
};
