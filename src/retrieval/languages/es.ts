import { type CitationRules, frame, frameOfNoun } from './citation-rules.ts';

const WHO = '(?:quién|quien|quiénes|quienes)';
const WHEN = '(?:cuándo|cuando|en qué (?:fecha|año|mes)|en que (?:fecha|año|mes))';

export const SPANISH_CITATIONS: CitationRules = {
  lead: '(?:y|pero|entonces|ok(?:ay)?|hola|oye|por favor|sabes|(?:me )?(?:puedes|podrías) decir(?:me)?|dime)[\\s,:]+',
  tail: ',? por favor',
  andWhen: `(?:[,?]+ (?:y )?| y )(?:${WHEN}|¿?${WHEN} (?:se publicó|se escribió))`,
  andWho: `(?:[,?]+ (?:y )?| y )(?:por ${WHO}|${WHO} (?:lo|la) escribió|de ${WHO} es)`,
  near: 'est[eao]',
  articles: 'el|la|este|esta',
  afterHead: 'sobre|acerca|de|del|titulado|titulada|llamado|llamada|que|donde|en|con',
  beforeTitle: '(?:el |la |este |esta )?(?:artículo|articulo|informe|entrevista|texto|reportaje)',
  plainNouns: 'artículo articulo post entrada',
  otherNouns:
    'informe texto entrevista reportaje columna ensayo documento página pagina historia nota',
  fillers:
    'el la los las un una este esta esto ese esa eso de del sobre acerca que en con titulado titulada llamado llamada autor autora lo',
  frames: [
    frame('authors', `${WHO} (?:escribió|escribio|ha escrito|redactó) (?<of>.+)`),
    frame('authors', `${WHO} (?:es|fue) (?:el autor|la autora)(?: (?:del|de) ?(?<of>.+))?`),
    frame('authors', '(?:el autor|la autora|autor|autora)(?: (?:del|de) ?(?<of>.+))?'),
    frameOfNoun('authors', `de ${WHO} es (?<of>.+)`),
    frame('authors', `de ${WHO} es (?<of>esto)|(?:por|de) ${WHO}`),
    frame('authors', `por ${WHO} (?:fue|está|esta) (?:escrito|escrita) (?<of>.+)`),

    frame(
      'date',
      `${WHEN} (?:se|fue) (?:publicó|publico|publicado|publicada|escribió|escribio|escrito|escrita)(?: (?<of>.+))?`,
    ),
    frame('date', `${WHEN} (?:escribió|publicó) (?<by>.+?) (?<of>(?:el|la|este|esta) .+)`),
    frameOfNoun('date', `(?:de ${WHEN} (?:es|data)|qué fecha tiene|que fecha tiene) (?<of>.+)`),
    frame('date', `de ${WHEN} es (?<of>esto)|de ${WHEN}`),
    frameOfNoun('date', `${WHEN} (?:salió|salio|apareció|aparecio) (?<of>.+)`),
    frame('date', '(?:(?:cuál|cual) es )?(?:la )?fecha de publicación(?: (?:del|de) ?(?<of>.+))?'),
    frameOfNoun('date', '(?:(?:cuál|cual) es )?(?:la )?fecha (?:del|de) ?(?<of>.+)'),

    frame('title', '(?:(?:cuál|cual) es )?(?:el )?(?:título|titulo|titular)'),
    frameOfNoun(
      'title',
      '(?:(?:cuál|cual) es )?(?:el )?(?:título|titulo|titular) (?:del|de) ?(?<of>.+)',
    ),
    frameOfNoun('title', '(?:cómo|como) se (?:llama|titula) (?<of>.+)'),
    frame('title', '(?:de )?(?:qué|que) (?<of>artículo|articulo) es (?:esto|este)'),
  ],
  speaksOf: {
    authors: 'escribi(?:ó|eron|r)|escrit[oa]s?|autor\\p{L}*|redact\\p{L}+',
    date: 'public\\p{L}+|apareci(?:ó|eron)|salió|escrit[oa]s?|impres[oa]s?',
    title: 'títulos?|titul\\p{L}+|llamad[oa]s?|titular(?:es)?',
  },
};
