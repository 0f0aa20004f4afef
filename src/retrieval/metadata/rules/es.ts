import type { MetadataRules } from './metadata-rules.ts';

export const SPANISH_METADATA: MetadataRules = {
  slots: {
    w: ' (?:§|¤)|',
    s: ' §|',
    when: '§|¤',
    articles: 'articulos?|textos?|entradas?|publicaciones|publicacion|posts?',
    about: 'sobre|acerca del?|que (?:tratan|hablan) (?:del?|sobre)',
    by: 'de|del|por|escritos? por|publicados? por',
    wrote: 'escribio|ha escrito|publico|ha publicado|escribieron|han escrito|han publicado',
    there: 'hay|tienes|teneis|tiene|existen|son|tratan|hablan|se publicaron|se escribieron',
    show: '(?:muestra|muestrame|ensename|dame|lista)(?: todos)?(?: los)? ',
    said: 'dijo|escribio|publico|ha dicho|ha escrito|ha publicado|informo|decia|escribia',
  },
  clauseWords:
    'que|quien|quienes|cual|cuando|donde|como|cuanto|cuantos|es|son|era|fue|ha|han|hay|pero|si|porque|§|¤',
  lead: 'hola|oye|ok|bueno|y|por favor|dime|sabes|(?:puedes|podrias) (?:decirme|mostrarme)|quiero saber',
  tail: 'por favor|gracias|ahora|aqui|entonces|en total',
  patterns: {
    newest: [
      '(?:que es |cual es )?lo (?:ultimo|mas reciente|mas nuevo)(?: que hay)? {about} {subject}',
      '(?:cual es |{show})?(?:el |los )?ultimos? {articles} {about} {subject}',
      '(?:cual es |{show})?(?:el |los )?ultimos? {articles} {by} {author}',
      '(?:cual es |{show})?(?:el |los )?{articles} mas (?:recientes?|nuevos?) {about} {subject}',
      '(?:cual es |{show})?(?:el |los )?{articles} mas (?:recientes?|nuevos?) {by} {author}',
      '(?:que hay de nuevo|hay algo nuevo|alguna noticia|novedades|noticias) {about} {subject}',
    ],
    oldest: [
      '(?:cual es )?(?:el |los )?{articles} mas antiguos? {about} {subject}',
      '(?:cual es )?(?:el |los )?{articles} mas antiguos? {by} {author}',
    ],
    count: [
      'cuant[oa]s {articles} (?:{there} )?{about} {subject}{s}',
      'cuant[oa]s {articles} (?:{there} )?{by} {author}{w}',
      'cuant[oa]s {articles} {wrote} {author}{w}',
      'cuant[oa]s {articles} {wrote} {author} {about} {subject}',
      'cuant[oa]s {articles} (?:(?:{there}|se han publicado) )?{when}',
    ],
    authors: [
      'quien(?:es)? {wrote}(?: algo| {articles})? {about} {subject}{s}',
      'quien(?:es)? escriben? {about} {subject}',
      'que autor(?:es|as|a)? {wrote} {about} {subject}',
    ],
    articles: [
      'que {wrote} {author}{w}',
      'que {wrote} {author} {about} {subject}{s}',
      'que {articles} {wrote} {author}{w}',
      '(?:{show}|que |tienes |hay )?(?:los )?{articles} (?:{there} )?{by} {author}{w}',
      '(?:{show}|que |hay )?(?:los |algun )?{articles} (?:{there} )?{about} {subject}{s}',
      '(?:{show}|que |hay )?(?:los )?{articles} {when} (?:{there} )?(?:sobre|acerca del?|del?) {subject}',
      '(?:{show}|que |hay )?(?:los )?{articles} (?:(?:{there}|se han publicado) )?{when}',
      'que se (?:publico|ha publicado|publicaba) {when}',
    ],
    dated: [
      'que se {said} {about} {subject} §',
      'que se {said} § {about} {subject}',
      'que (?:dicen|decian|dijeron|cuentan) (?:los |tus )?{articles} {when} (?:sobre|acerca del?|del?) {subject}',
      '(?:segun|en|solo en) (?:los )?{articles}(?: publicados| escritos)? {when} {rest}',
      '{rest} (?:segun|en|solo en) (?:los )?{articles}(?: publicados| escritos)? {when}',
    ],
  },
};
