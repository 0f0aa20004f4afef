import { createPeriodText } from '../../retrieval/metadata/period/period-text.ts';
import type { Words } from './en.ts';

const names = new Intl.ListFormat('it');
const languages = new Intl.DisplayNames('it', { type: 'language' });
const languageName = (tag: string) => languages.of(tag) ?? tag;

const period = createPeriodText('it', {
  in: (name) => `(${name})`,
  since: (name) => `(da ${name})`,
  until: (name) => `(fino a ${name})`,
  between: (from, to) => `(${from} – ${to})`,
});

export const italian: Words = {
  likely: 'Probabilmente questo:',
  byWords: 'Probabilmente questo, a giudicare solo dalle parole:',
  near: 'Non è una risposta, ma ci va vicino:',
  searchedFor: (question) => `Ho cercato «${question}».`,
  onlyArticles: 'Solo questi articoli:',
  by: (author) => `di ${author}`,
  on: (subject) => `su «${subject}»`,
  newestFirst: 'dal più recente',
  oldestFirst: 'dal meno recente',
  ofOtherTimes: 'Di altri periodi:',
  wroteThese: (authors) => `Di ${authors}.`,
  onlyFrom: (period) => `Ho cercato solo negli articoli ${period}.`,
  noneFrom: (period) => `Nessun articolo ${period} risponde. Da tutti gli articoli:`,
  period,
  olderThanQuoted: (years) =>
    `${years === 1 ? 'un anno' : `${years} anni`} prima del più recente citato`,
  olderThanAll: (years) => `${years} anni prima dell’articolo più recente`,
  withheld: 'Un’altra citazione non è mostrata perché il suo articolo non dice più così.',
  missed: 'Nessuno dei miei articoli risponde a questo.',
  otherLanguage: (articles, question) =>
    `I miei articoli sono in ${names.format(articles.map(languageName))} e non trovo risposta a una domanda in ${languageName(question)}. Chiedi in ${languageName(articles[0] ?? 'en')}, per favore.`,
  nearest: 'I più vicini per argomento:',
  writtenBy: (title, authors) => `${title} è di ${authors}.`,
  dated: (title, date) => `${title} porta la data ${date}.`,
  called: (title) => `L’articolo si intitola ${title}.`,
  noAuthors: (title) => `${title} non dice chi l’ha scritto.`,
  noDate: (title) => `${title} non dice quando è stato pubblicato.`,
  list: (all) => names.format(all),
  differ: 'Gli articoli non concordano:',
  andMore: (n) => `e altri ${n}`,
  context: 'Contesto',
  cite: 'Cita',
  sentenceLink: 'Link alla frase',
  sameArticle: 'Stesso articolo',
  more: 'Altro',
  lookUp: 'Cerca',
  tellMe: 'Avvisami quando un articolo risponde',
  willTell: (days) =>
    `Ti scriverò in privato se entro ${days} giorni un articolo risponde. \`/forget-me\` annulla la richiesta.`,
  cannotTell: 'Adesso non posso prenderne nota. Riprova più tardi, per favore.',
  newArticle: 'Nuovo articolo:',
  nowAnswered: (channel) => `Ora un articolo risponde a ciò che hai chiesto in ${channel}:`,
  askHuman: 'Chiedi a una persona',
  nothingMore: 'Non ho altri passi per questa domanda.',
  nothingMoreInArticle: 'Questo articolo non ha altri passi per la domanda.',
  questionGone: 'La domanda non c’è più, quindi non posso cercare oltre. Ripetila, per favore.',

  failed: (id) => `Qualcosa è andato storto. Riprova, per favore. (Errore ${id})`,
  memberBusy: (s) => `Sono molte domande. Chiedi di nuovo tra ${s} s.`,
  guildBusy: (s) => `Su questo server si chiede molto in questo momento. Riprova tra ${s} s.`,
  queueBusy: (s) => `Sto lavorando ad altre domande. Riprova tra ${s} s.`,
  stopping: 'Sto per riavviarmi. Chiedi di nuovo tra un minuto, per favore.',
  away: 'Al momento non riesco a raggiungere gli articoli. Chiedi di nuovo tra un attimo, per favore.',
  tooLong: (length, most) =>
    `La tua domanda ha ${length} caratteri; ne accetto al massimo ${most}. Accorciala, per favore.`,
  noWord: 'Chiedi a parole, per favore: una domanda di una sola frase va benissimo.',
  usage:
    'Fammi una domanda e rispondo con citazioni dai miei articoli. `/about` dice che cosa conosco.',
  unreadable:
    'Discord non mi mostra il testo di una risposta così. Menzionami nel messaggio o usa `/ask`.',
  welcome: 'Prego!',
  newestArticles: 'I miei articoli più recenti:',
  onSubject: (subject) => `I miei articoli su «${subject}»:`,
  noneOnSubject: (subject) => `Nessuno dei miei articoli parla di «${subject}».`,
  noSummary: 'Cito, e non scrivo riassunti. L’articolo comincia così:',
  whichArticle: 'Quale articolo? Dimmi il titolo, o rispondi a una delle mie risposte.',
  alsoNamed: 'Con lo stesso nome:',
  onlySome: (most) => `Rispondo a ${most} domande alla volta. Ripeti le altre, per favore.`,
  unreadableTarget: 'Discord non mi mostra il testo di quel messaggio. Chiedimelo tu, per favore.',
  cannotWrite: (channel) =>
    `Ho visto la tua domanda in ${channel}, ma lì non posso scrivere. Chiedi alla moderazione di permettermelo, o chiedi qui.`,

  staleButton: 'Questo pulsante è di una mia versione precedente. Ripeti la domanda, per favore.',
  foreignButton: 'Questo pulsante non appartiene a questo posto. Ripeti la domanda, per favore.',
  passageGone: 'Questo passo non è più nei miei articoli: è stato modificato o tolto.',
  articleGone: 'Questo articolo non è più nella mia biblioteca.',
  articleHidden: 'Qui non vedi, o non vedi più, questo articolo.',
  askPrivately: 'Questo canale non vede l’articolo. Tu sì: chiedi con `privato`.',
  askerOnly: 'Può eliminarlo solo chi ha fatto la domanda, o la moderazione.',
  thanks: 'Grazie del parere.',
  thanksKept: 'Grazie. Ho annotato per gli amministratori che non è stato utile.',
  helpAsked: (thread) => `Ho chiesto aiuto in ${thread}.`,
  helpBefore: 'L’aiuto è già stato chiesto.',
  helpGone: 'Il ruolo di chi aiuta non esiste su questo server.',
  helpForAsker: 'Può chiedere aiuto solo chi ha fatto la domanda.',
  cannotOpenThread:
    'Qui non posso aprire un thread. La moderazione può permettermi di creare thread pubblici e di scriverci.',
  helpThread: (question) => `Aiuto: ${question}`,
  helpText: (role, asker) => `${role} ${asker} ha bisogno di aiuto con una domanda:`,

  onPage: (n) => `p.\u00a0${n}`,
  paragraphOf: (n, all) => `¶ ${n} di ${all}`,
  noSuchParagraph: (n, all) =>
    `Questo articolo ha ${all} paragrafi, quindi non c’è un paragrafo ${n}.`,
  noSuchArticle: (text) => `Non ho un articolo come «${text}».`,
  articles: (n) => (n === 1 ? '1 articolo' : `${n} articoli`),
  page: (n, all) => `Pagina ${n} di ${all}`,
  previous: 'Indietro',
  next: 'Avanti',
  readArticle: 'Leggi un articolo …',
  noArticles: 'Nessun articolo corrisponde.',
  noSuchTag: (tag) => `Nessun articolo ha il tag «${tag}».`,
  noSuchAuthor: (author) => `Nessun articolo è di «${author}».`,
  badDate: (text) => `«${text}» non è una data. Scrivila come 2025, 2025-03 o 2025-03-31.`,
  similar: 'I passi più vicini a questo messaggio:',
  nothingToFind: 'Questo messaggio non ha testo da cercare.',

  verbatim: 'Alla lettera',
  altered: 'Alterata',
  alteredHow: '~~Barrato~~ è ciò che è stato citato, in **grassetto** ciò che dice l’articolo.',
  notFound: 'Non trovata',
  notFoundWhere: 'Nessuno dei miei articoli dice questo, né qualcosa di simile.',
  alsoIn: 'Anche in:',
  nothingToCheck: 'Qui non ci sono parole da controllare.',

  post: 'Pubblica nel canale',
  posted: 'Pubblicato',
  cannotPost: 'Qui non posso scrivere, quindi non posso pubblicarlo.',
  notForChannel: 'Questo canale non vede tutto questo, quindi non posso pubblicarlo qui.',
  mayNotPost: 'Qui non puoi scrivere, quindi non posso pubblicarlo per te.',
  postedBy: (member) => `Pubblicato da ${member}`,
  solvedTag: 'risolto',
  answeredThere: 'Ho risposto sotto quel messaggio.',

  about: (articles, passages) =>
    `Rispondo con citazioni alla lettera da **${articles}** articoli (${passages} passi). Non scrivo risposte mie.`,
  newest: 'Il più recente:',
  model: (name) => `Modello di ricerca: \`${name}\``,
  privacyNothingKept:
    'Privacy: leggo un messaggio solo per rispondere e non ne conservo nessuno. Ciò che chiedi resta in Discord.',
  privacyKept: (days) =>
    `Privacy: le domande senza risposta o segnate come poco utili sono conservate ${days} giorni per gli amministratori. \`/forget-me\` elimina subito le tue.`,

  scope: {
    here: (articles: string) => `Qui rispondo da ${articles}:`,
    forYou: (articles: string) =>
      `Nelle risposte che vedi solo tu, con i tuoi ruoli sono ${articles}:`,
    because: (rule: string) => `secondo la regola ${rule}`,
    noRules: '«tutti vedono tutto»: non c’è nessun `scopes.yaml`',
    thisServer: 'questo server',
    noFolder: '(in nessuna cartella)',
    nothing: 'Nessun articolo.',
    isOutdated:
      'L’ultimo `scopes.yaml` contiene errori, quindi vale quello precedente. Sono nel log.',
  },

  adminsOnly: 'Serve il permesso di gestire il server.',
  serverOnly: 'Funziona solo su un server.',
  reindexing: (done, total) => `Leggo gli articoli: ${done} di ${total} passi …`,
  reindexStarted: 'Leggo gli articoli … Finché non ho finito rispondo con l’indice precedente.',
  reindexRunning: 'Gli articoli sono già in lettura.',
  reindexed: (added, changed, removed, seconds) =>
    `Fatto in ${seconds} s: ${added} aggiunti, ${changed} modificati, ${removed} rimossi.`,
  skipped: (n) => `Tralasciati (${n}):`,
  reindexFailed: (why) => `L’indice precedente resta in uso: ${why}`,
  status: {
    uptime: 'In funzione da',
    index: 'Indice',
    queue: (waiting, running) => `Coda: ${waiting} in attesa, ${running} in corso`,
    times: (p50, p95, n) => `Tempo di risposta: mediana ${p50} ms, p95 ${p95} ms (ultime ${n})`,
    noTimes: 'Tempo di risposta: ancora nessuna domanda',
    votes: (up, down) => `👍 ${up} · 👎 ${down} dall’avvio`,
    misfit: (n, codes) =>
      `⚠️ ${n === 1 ? '1 articolo è' : `${n} articoli sono`} in ${names.format(codes.map(languageName))}, che il modello di ricerca non conosce: si trova solo per parole.`,
  },
  gapsOff:
    'Non conservo domande. Chi mi gestisce può impostare `KEEP_QUESTIONS_DAYS` per vedere qui che cosa non ha trovato risposta.',
  noGaps: 'Finora ogni domanda ha trovato una risposta.',
  gaps: (days) => `Domande senza una buona risposta negli ultimi ${days} giorni:`,
  gapMissed: 'nessuna risposta',
  gapUnhelpful: '👎',
  otherWordings: (n) => (n === 1 ? 'un’altra formulazione' : `altre ${n} formulazioni`),
  add: {
    preview: 'Anteprima: non è ancora salvato nulla.',
    language: languageName,
    passages: (n) => (n === 1 ? '1 paragrafo' : `${n} paragrafi`),
    oddities: 'Non è del tutto in ordine:',
    unchanged: 'Proprio questo file c’è già.',
    sameName: (which) => `Con lo stesso nome: ${which}`,
    sameAddress: (which) => `Dallo stesso indirizzo: ${which}`,
    sameText: (which) => `Dice lo stesso, parola per parola: ${which}`,
    sameFile: 'C’è un file con questo nome che non dà alcun articolo.',
    gaps: (answered, asked) => `Domande aperte a cui risponderebbe: ${answered} su ${asked}`,
    gapsTooLong: 'È troppo lungo per provare prima le domande aperte.',
    confirm: 'Aggiungi',
    replace: 'Sostituisci',
    beside: 'Aggiungi accanto',
    cancel: 'Annulla',
    cancelled: 'Non è stato salvato nulla.',
    read: 'Leggi',
    oneOfBoth: 'Dammi un file o un indirizzo, uno dei due.',
    tooLarge: (megabytes) => `Accetto file fino a ${megabytes} MB (\`MAX_ARTICLE_MB\`).`,
    foreignUpload: 'Questo file non viene da Discord.',
    notHere:
      'Sono su più server e ciò che si aggiunge viene citato su tutti. Chi mi gestisce può indicare i server in `ADD_IN_SERVERS`.',
    running: 'Sto ancora leggendo quello che mi hai dato prima.',
    unusable: (why) => `Non si può aggiungere: ${why}`,
    expired:
      'Questa anteprima non c’è più: è stata usata o ha più di 10 minuti. Non è stato salvato altro. Usa di nuovo `/add`.',
    restarted:
      'Nel frattempo sono stato riavviato e non è stato salvato nulla. Usa di nuovo `/add`.',
    changed:
      'Qualcuno ha cambiato il file dopo questa anteprima, perciò l’ho lasciato stare. Usa di nuovo `/add`.',
    saving: 'Salvataggio …',
    saved: (file) => `Salvato come ${file}. Lo sto leggendo …`,
    served: (title) => `Ora **${title}** si può cercare.`,
    leftOut: (file, why) => `${file} è salvato ma inutilizzabile: ${why}`,
    notIndexed: (file, why) => `${file} è salvato ma non si può ancora cercare: ${why}`,
    diskFull: 'Non è stato salvato nulla: il disco è pieno.',
    readOnly: 'Non è stato salvato nulla: non posso scrivere nella cartella degli articoli.',
  },
  forgotten: (n) =>
    n === 0
      ? 'Non avevo conservato nulla di tuo.'
      : `Ho eliminato le tue domande conservate (${n}).`,
};
