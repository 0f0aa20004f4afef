import { createPeriodText } from '../../retrieval/metadata/period/period-text.ts';
import type { Words } from './en.ts';

const names = new Intl.ListFormat('es');
const languages = new Intl.DisplayNames('es', { type: 'language' });
const languageName = (tag: string) => languages.of(tag) ?? tag;

const period = createPeriodText('es', {
  in: (name) => `de ${name}`,
  since: (name) => `desde ${name}`,
  until: (name) => `hasta ${name}`,
  between: (from, to) => `de ${from} a ${to}`,
});

export const spanish: Words = {
  likely: 'Probablemente esto:',
  byWords: 'Probablemente esto, a juzgar solo por las palabras:',
  near: 'No es una respuesta, pero se acerca:',
  searchedFor: (question) => `He buscado «${question}».`,
  onlyArticles: 'Solo estos artículos:',
  by: (author) => `de ${author}`,
  on: (subject) => `sobre «${subject}»`,
  newestFirst: 'los más recientes primero',
  oldestFirst: 'los más antiguos primero',
  ofOtherTimes: 'De otras fechas:',
  wroteThese: (authors) => `De ${authors}.`,
  onlyFrom: (period) => `Solo busqué en artículos ${period}.`,
  noneFrom: (period) => `Ningún artículo ${period} lo responde. De todos los artículos:`,
  period,
  olderThanQuoted: (years) =>
    `${years === 1 ? 'un año' : `${years} años`} anterior al más reciente citado`,
  olderThanAll: (years) => `${years} años anterior al artículo más reciente`,
  withheld: 'Otra cita se ha retenido porque su artículo ya no dice lo mismo.',
  missed: 'Ninguno de mis artículos responde a esto.',
  otherLanguage: (articles, question) =>
    `Mis artículos están en ${names.format(articles.map(languageName))}, y no encuentro respuesta a una pregunta en ${languageName(question)}. Pregunta en ${languageName(articles[0] ?? 'en')}, por favor.`,
  nearest: 'Los más cercanos por tema:',
  writtenBy: (title, authors) => `${title} es de ${authors}.`,
  dated: (title, date) => `${title} tiene fecha del ${date}.`,
  called: (title) => `El artículo se titula ${title}.`,
  noAuthors: (title) => `${title} no dice quién lo escribió.`,
  noDate: (title) => `${title} no dice cuándo se publicó.`,
  list: (all) => names.format(all),
  differ: 'Los artículos difieren:',
  andMore: (n) => `y ${n} más`,
  context: 'Contexto',
  cite: 'Citar',
  sentenceLink: 'Enlace a la frase',
  sameArticle: 'Mismo artículo',
  more: 'Más',
  lookUp: 'Consultar',
  tellMe: 'Avísame cuando un artículo responda',
  willTell: (days) =>
    `Te enviaré un mensaje directo si un artículo responde a esto en los próximos ${days} días. \`/forget-me\` lo cancela.`,
  cannotTell: 'Ahora no puedo anotarlo. Inténtalo de nuevo más tarde.',
  newArticle: 'Artículo nuevo:',
  nowAnswered: (channel) => `Un artículo responde ahora a lo que preguntaste en ${channel}:`,
  askHuman: 'Preguntar a una persona',
  nothingMore: 'No tengo más pasajes para esta pregunta.',
  nothingMoreInArticle: 'Este artículo no tiene más pasajes sobre la pregunta.',
  questionGone: 'La pregunta ya no está, así que no puedo seguir buscando. Hazla de nuevo.',

  failed: (id) => `Algo salió mal. Inténtalo de nuevo. (Error ${id})`,
  memberBusy: (s) => `Son muchas preguntas. Pregunta de nuevo en ${s} s.`,
  guildBusy: (s) =>
    `En este servidor se pregunta mucho ahora. Estoy ocupado; pregunta de nuevo en ${s} s.`,
  queueBusy: (s) => `Estoy ocupado. Pregunta de nuevo en ${s} s.`,
  stopping: 'Estoy a punto de reiniciarme. Pregunta de nuevo en un minuto.',
  away: 'Ahora mismo no puedo acceder a los artículos. Pregunta de nuevo en un momento.',
  tooLong: (length, most) =>
    `Tu pregunta tiene ${length} caracteres; acepto hasta ${most}. Hazla con menos palabras.`,
  noWord: 'Pregunta con palabras: lo mejor es una pregunta de una frase.',
  usage:
    'Hazme una pregunta y respondo con citas de mis artículos. `/about` dice qué artículos conozco.',
  unreadable:
    'Discord no me muestra el texto de una respuesta así. Mencióname en ella o usa `/ask`.',
  welcome: 'De nada.',
  newestArticles: 'Mis artículos más recientes:',
  onSubject: (subject) => `Mis artículos sobre «${subject}»:`,
  noneOnSubject: (subject) => `Ninguno de mis artículos trata de «${subject}».`,
  noSummary: 'Yo cito y no escribo resúmenes. Así empieza el artículo:',
  whichArticle: '¿Qué artículo? Nómbralo o responde a una de mis respuestas.',
  alsoNamed: 'También con ese nombre:',
  onlySome: (most) => `Respondo a ${most} preguntas a la vez. Vuelve a hacer las demás, por favor.`,
  unreadableTarget: 'Discord no me muestra el texto de ese mensaje. Pregúntame tú, por favor.',
  cannotWrite: (channel) =>
    `He visto tu pregunta en ${channel}, pero no puedo escribir allí. Pide a la moderación que me lo permita o pregúntame aquí.`,

  staleButton: 'Este botón es de una versión anterior. Haz la pregunta de nuevo.',
  foreignButton: 'Este botón no es de aquí. Haz la pregunta de nuevo.',
  passageGone: 'Este pasaje ya no está en mis artículos: se ha cambiado o quitado.',
  articleGone: 'Este artículo ya no está en mi biblioteca.',
  articleHidden: 'Aquí no ves este artículo, o ya no.',
  askPrivately: 'Este canal no ve ese artículo. Tú sí: pregunta con `privado`.',
  askerOnly: 'Solo puede borrarlo quien preguntó o la moderación.',
  thanks: 'Gracias por decirlo.',
  thanksKept: 'Gracias. He anotado para los administradores que esto no ayudó.',
  helpAsked: (thread) => `He pedido ayuda en ${thread}.`,
  helpBefore: 'Ya se ha pedido ayuda.',
  helpGone: 'El rol de quienes ayudan no existe en este servidor.',
  helpForAsker: 'Solo quien preguntó puede pedir ayuda.',
  cannotOpenThread:
    'No puedo abrir un hilo aquí. La moderación puede permitirme crear hilos públicos y escribir en ellos.',
  helpThread: (question) => `Ayuda: ${question}`,
  helpText: (role, asker) => `${role} ${asker} necesita ayuda con una pregunta:`,

  onPage: (n) => `pág.\u00a0${n}`,
  paragraphOf: (n, all) => `¶ ${n} de ${all}`,
  noSuchParagraph: (n, all) => `Este artículo tiene ${all} párrafos; no hay párrafo ${n}.`,
  noSuchArticle: (text) => `No tengo ningún artículo como «${text}».`,
  articles: (n) => (n === 1 ? '1 artículo' : `${n} artículos`),
  page: (n, all) => `Página ${n} de ${all}`,
  previous: 'Anterior',
  next: 'Siguiente',
  readArticle: 'Leer un artículo…',
  noArticles: 'Ningún artículo coincide.',
  noSuchTag: (tag) => `Ningún artículo tiene la etiqueta «${tag}».`,
  noSuchAuthor: (author) => `Ningún artículo es de «${author}».`,
  badDate: (text) =>
    `«${text}» no es una fecha. Escríbela como 2025, 2025-03, 2025-03-31, marzo de 2025 o el año pasado.`,
  similar: 'Los pasajes más cercanos a este mensaje:',
  nothingToFind: 'Este mensaje no tiene texto que pueda buscar.',

  verbatim: 'Literal',
  altered: 'Alterada',
  alteredHow: '~~Tachado~~, lo que se citó; en **negrita**, lo que dice el artículo.',
  notFound: 'No encontrada',
  notFoundWhere: 'Ningún artículo mío dice esto ni nada parecido.',
  alsoIn: 'También en:',
  nothingToCheck: 'Esto no tiene palabras que pueda comprobar.',

  post: 'Publicar en el canal',
  posted: 'Publicado',
  cannotPost: 'No puedo escribir aquí, así que no puedo publicarlo.',
  notForChannel: 'Este canal no ve todo esto, así que no puedo publicarlo aquí.',
  mayNotPost: 'No puedes escribir aquí, así que no puedo publicarlo por ti.',
  postedBy: (member) => `Publicado por ${member}`,
  solvedTag: 'resuelto',
  answeredThere: 'Respondido bajo ese mensaje.',

  about: (articles, passages) =>
    `Respondo con citas literales de **${articles}** artículos (${passages} pasajes). No escribo respuestas propias.`,
  newest: 'El más reciente:',
  model: (name) => `Modelo de búsqueda: \`${name}\``,
  privacyNothingKept:
    'Privacidad: leo un mensaje solo para responderlo y no guardo ninguno. Lo que preguntas se queda en Discord.',
  privacyKept: (days) =>
    `Privacidad: las preguntas sin respuesta o con 👎 se guardan ${days} días para los administradores. \`/forget-me\` borra las tuyas al instante.`,

  scope: {
    here: (articles: string) => `Aquí respondo con ${articles}:`,
    forYou: (articles: string) => `En respuestas que solo ves tú, con tus roles son ${articles}:`,
    because: (rule: string) => `por la regla ${rule}`,
    noRules: '«todos lo ven todo»: no hay `scopes.yaml`',
    thisServer: 'este servidor',
    noFolder: '(en ninguna carpeta)',
    nothing: 'Ningún artículo.',
    isOutdated:
      'El `scopes.yaml` más reciente tiene errores; vale el anterior. Están en el registro.',
  },

  adminsOnly: 'Para esto hace falta el permiso de gestionar el servidor.',
  serverOnly: 'Esto solo funciona en un servidor.',
  reindexing: (done, total) => `Leyendo los artículos: ${done} de ${total} pasajes …`,
  reindexStarted: 'Leyendo los artículos … Mientras tanto respondo con el índice anterior.',
  reindexRunning: 'Los artículos ya se están leyendo.',
  reindexed: (added, changed, removed, seconds) =>
    `Listo en ${seconds} s: ${added} nuevos, ${changed} cambiados, ${removed} quitados.`,
  skipped: (n) => `Omitidos (${n}):`,
  reindexFailed: (why) => `El índice anterior sigue en uso: ${why}`,
  status: {
    uptime: 'En marcha desde',
    index: 'Índice',
    queue: (waiting, running) => `Cola: ${waiting} en espera, ${running} en curso`,
    times: (p50, p95, n) =>
      `Tiempo de respuesta: mediana ${p50} ms, p95 ${p95} ms (las últimas ${n})`,
    noTimes: 'Tiempo de respuesta: aún ninguna pregunta',
    votes: (up, down) => `👍 ${up} · 👎 ${down} desde el inicio`,
    misfit: (n, codes) =>
      `⚠️ ${n === 1 ? '1 artículo está' : `${n} artículos están`} en ${names.format(codes.map(languageName))}, que el modelo de búsqueda no conoce: solo se encuentra por las palabras.`,
  },
  gapsOff:
    'No guardo preguntas. Quien me administra puede fijar `KEEP_QUESTIONS_DAYS` para ver aquí lo que quedó sin respuesta.',
  noGaps: 'Hasta ahora todas las preguntas tuvieron respuesta.',
  gaps: (days) => `Preguntas sin buena respuesta en los últimos ${days} días:`,
  gapMissed: 'sin respuesta',
  gapUnhelpful: '👎',
  otherWordings: (n) => (n === 1 ? 'otra formulación' : `otras ${n} formulaciones`),
  add: {
    preview: 'Vista previa: todavía no se ha guardado nada.',
    language: languageName,
    passages: (n) => (n === 1 ? '1 párrafo' : `${n} párrafos`),
    oddities: 'No está del todo bien:',
    unchanged: 'Este mismo archivo ya está.',
    sameName: (which) => `Con el mismo nombre: ${which}`,
    sameAddress: (which) => `Con la misma dirección: ${which}`,
    sameText: (which) => `Dice lo mismo, palabra por palabra: ${which}`,
    sameFile: 'Hay un archivo con ese nombre que no da ningún artículo.',
    gaps: (answered, asked) => `Preguntas abiertas a las que respondería: ${answered} de ${asked}`,
    gapsTooLong: 'Es demasiado largo para probar antes las preguntas abiertas.',
    confirm: 'Añadir',
    replace: 'Reemplazar',
    beside: 'Añadir al lado',
    cancel: 'Cancelar',
    cancelled: 'No se ha guardado nada.',
    read: 'Leer',
    oneOfBoth: 'Dame un archivo o una dirección, una de las dos cosas.',
    tooLarge: (megabytes) => `Acepto archivos de hasta ${megabytes} MB (\`MAX_ARTICLE_MB\`).`,
    foreignUpload: 'Ese archivo no viene de Discord.',
    notHere:
      'Estoy en varios servidores y lo que se añade se cita en todos. Quien me administra puede nombrar servidores en `ADD_IN_SERVERS`.',
    running: 'Todavía estoy leyendo lo que me diste antes.',
    unusable: (why) => `No se puede añadir: ${why}`,
    expired:
      'Esta vista previa ya no está: se usó o tiene más de 10 minutos. No se guardó nada más. Usa `/add` otra vez.',
    restarted: 'Me reiniciaron desde entonces y no se guardó nada. Usa `/add` otra vez.',
    changed:
      'Alguien cambió ese archivo después de esta vista previa y lo he dejado como está. Usa `/add` otra vez.',
    saving: 'Guardando …',
    saved: (file) => `Guardado como ${file}. Lo estoy leyendo …`,
    served: (title) => `**${title}** ya se puede buscar.`,
    leftOut: (file, why) => `${file} está guardado y no se puede usar: ${why}`,
    notIndexed: (file, why) => `${file} está guardado y todavía no se puede buscar: ${why}`,
    diskFull: 'No se ha guardado nada: el disco está lleno.',
    readOnly: 'No se ha guardado nada: no puedo escribir en la carpeta de artículos.',
  },
  forgotten: (n) =>
    n === 0 ? 'No había guardado nada tuyo.' : `He borrado tus preguntas guardadas (${n}).`,
};
