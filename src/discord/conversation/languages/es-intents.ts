import type { IntentRules } from './intent-rules.ts';

export const SPANISH_INTENTS: IntentRules = {
  slots: {
    articles: 'articulos?|textos|fuentes|documentos|entradas|informes',
    noun: 'articulo|texto|informe|documento|entrevista|entrada',
    have: 'tienes|tiene|teneis|tienen|hay|conoces|sabes',
    about: 'sobre|de|del|acerca de|acerca del|relacionados? con|que hablen? de|que mencion\\w+',
    on: 'sobre|acerca de|acerca del|relacionad\\w+ con|que hablen? de|que mencion\\w+',
    show: '(?:muestrame|muestra|ensename|dame|listame|lista|enumera|busca|buscame|ver)',
    newest: 'ultimos?|mas recientes?|mas nuevos?|recientes?|nuevos?',
    praise:
      'gracias|muchas gracias|mil gracias|muchisimas gracias|genial|perfecto|estupendo|excelente|muy bien|bien hecho|buen bot|que bueno|me sirve|eso ayuda|me ayuda mucho|por (?:la|tu) (?:ayuda|respuesta)|por todo',
    filler: 'ok|okay|vale|ah|ya|si|no|jaja\\w*|adios|entiendo|claro|bueno',
    greeting: 'hola|buenas|buenos dias|buenas (?:tardes|noches)|saludos|hey',
  },
  clauseWords:
    'que|quien|quienes|cuando|donde|como|cual|es|son|era|fue|fueron|ha|han|habia|puede|pudo|y|pero|si|porque|no',
  lead: 'hola|ok|vale|y|oye|perdon|por favor|porfa|bot|(?:puedes|podrias|puede|podria)(?: decirme| mostrarme)?|me (?:puedes|podrias) (?:decir|mostrar)|dime|quiero (?:saber|ver)|quisiera (?:saber|ver)|me gustaria (?:saber|ver)|sabes',
  tail: 'por favor|porfa|gracias|bot|hoy|ahora|aqui',
  patterns: {
    list: [
      '(?:que|cuales) {articles} (?:{have}|(?:puedes|puede) (?:citar|leer|usar|buscar)|puedo leer)',
      '(?:cuales|que) son (?:tus|los) {articles}',
      '{show} (?:todos los |los |tus |todos tus |la lista de )?{articles}',
      '(?:{show} )?(?:la |una )?lista de (?:los |tus |todos los )?{articles}',
      '(?:todos los|tus|todos tus) {articles}',
      'cuantos {articles} {have}',
      'que tienes|que temas (?:tienes|cubres|conoces)',
    ],
    newest: [
      '(?:{show} )?(?:las )?(?:ultimas )?novedades|que hay de nuevo|que hay nuevo|algo nuevo|hay algo nuevo|novedades|que novedades hay|hay novedades',
      '(?:{have} )?(?:articulos|textos|entradas) nuev[oa]s|(?:{have} )?nuev[oa]s (?:articulos|textos|entradas)',
      '(?:{show} )?(?:los |el )?{newest} (?:articulos?|textos?|entradas?)',
      '(?:{show} )?(?:los |el )?(?:articulos?|textos?|entradas?) {newest}',
      'cual es el (?:ultimo articulo|articulo mas (?:reciente|nuevo))',
    ],
    find: [
      '(?:(?:{have}|{show}|busco|quiero|necesito) )?(?:algo|alguna cosa|algun articulo|algunos articulos|un articulo|informacion|{articles}) {on} {subject}',
      '(?:que|cuales) {articles} (?:{have} {on}|hablan de|tratan de|tratan sobre|mencionan) {subject}',
      'que tienes {on} {subject}',
      '{articles} escritos por {subject}',
    ],
    about: [
      'quien (?:eres|es usted)(?: tu)?|tu quien eres',
      'que (?:bot )?eres(?: tu)?',
      'eres (?:un |una )?(?:bot|robot|ia|humano|persona|maquina|chatgpt|real)',
      'quien te (?:hizo|creo|programo|ha hecho|desarrollo)',
      '(?:de quien eres|quien es tu (?:creador|dueno|autor))',
      'como te llamas|cual es tu nombre',
      'presentate|hablame de ti',
    ],
    help: [
      '{greeting}(?: bot| a todos)?',
      'ayuda|instrucciones|comandos|ayudame',
      '(?:me )?(?:puedes|podrias) ayudar(?:me)?|ayudarme|me ayudas',
      'necesito ayuda',
      'que (?:puedes|sabes) hacer|que haces',
      'como funciona(?:s)?(?: esto| el bot| este bot)?',
      'como (?:te uso|se usa(?: esto)?|uso (?:esto|el bot)|te pregunto)',
      'que (?:te )?puedo preguntar(?:te)?',
      'que comandos {have}',
    ],
    summary: [
      '(?:resume|resumeme|resumir|resumirme) (?<subject>(?:el|la|lo|este|esta|esto|ese|eso)(?: \\S+){0,8})',
      '(?:(?:hazme|dame|haz|un|el|quiero) )*resumen(?: (?:de|del|sobre) {subject})?',
      'de que (?:trata|va|habla)(?: (?:este|el|ese|esto|eso))?(?: {noun})?(?: (?:sobre|de|del) {subject})?',
      'que dice (?:este|el) {noun}',
    ],
    thanks: ['(?:(?:{filler}) )*{praise}(?: (?:{praise}|{filler}|bot))*'],
    chatter: ['(?:{filler})(?: {filler})*'],
  },
  fillers:
    'el la los las lo un una este esta esto ese eso de del sobre acerca en por y articulo articulos texto',
};
