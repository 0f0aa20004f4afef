import { createPeriodText } from '../../retrieval/metadata/period/period-text.ts';
import type { Words } from './en.ts';

const names = new Intl.ListFormat('de');
const languages = new Intl.DisplayNames('de', { type: 'language' });
const languageName = (tag: string) => languages.of(tag) ?? tag;

const period = createPeriodText('de', {
  in: (name) => `von ${name}`,
  since: (name) => `seit ${name}`,
  until: (name) => `bis ${name}`,
  between: (from, to) => `von ${from} bis ${to}`,
});

export const german: Words = {
  likely: 'Wahrscheinlich das:',
  byWords: 'Wahrscheinlich das, nur nach den Wörtern zu urteilen:',
  near: 'Keine Antwort, aber nahe dran:',
  searchedFor: (question) => `Gesucht habe ich nach „${question}“.`,
  onlyArticles: 'Nur diese Artikel:',
  by: (author) => `von ${author}`,
  on: (subject) => `zu „${subject}“`,
  newestFirst: 'die neuesten zuerst',
  oldestFirst: 'die ältesten zuerst',
  ofOtherTimes: 'Aus anderer Zeit:',
  wroteThese: (authors) => `Von ${authors}.`,
  onlyFrom: (period) => `Nur in Artikeln ${period} gesucht.`,
  noneFrom: (period) => `Kein Artikel ${period} beantwortet das. Von allen Artikeln:`,
  period,
  olderThanQuoted: (years) =>
    `${years === 1 ? 'ein Jahr' : `${years} Jahre`} älter als der neueste zitierte`,
  olderThanAll: (years) => `${years} Jahre älter als der neueste Artikel`,
  withheld:
    'Ein weiteres Zitat wurde zurückgehalten, weil es nicht mehr so in seinem Artikel steht.',
  missed: 'Keiner meiner Artikel beantwortet das.',
  otherLanguage: (articles, question) =>
    `Meine Artikel sind auf ${names.format(articles.map(languageName))}, und auf eine Frage auf ${languageName(question)} finde ich keine Antwort. Bitte frag auf ${languageName(articles[0] ?? 'en')}.`,
  nearest: 'Thematisch am nächsten:',
  writtenBy: (title, authors) => `${title} ist von ${authors}.`,
  dated: (title, date) => `${title} trägt das Datum ${date}.`,
  called: (title) => `Der Artikel heißt ${title}.`,
  noAuthors: (title) => `${title} sagt nicht, von wem der Text ist.`,
  noDate: (title) => `${title} sagt nicht, von wann der Text ist.`,
  list: (all) => names.format(all),
  differ: 'Die Artikel sagen Verschiedenes:',
  andMore: (n) => `und ${n} weitere`,
  context: 'Umgebung',
  cite: 'Zitieren',
  sentenceLink: 'Link zum Satz',
  sameArticle: 'Gleicher Artikel',
  more: 'Mehr',
  lookUp: 'Nachschlagen',
  tellMe: 'Sag mir, wenn ein Artikel antwortet',
  willTell: (days) =>
    `Ich schreibe dir eine Direktnachricht, wenn in den nächsten ${days} Tagen ein Artikel das beantwortet. \`/forget-me\` nimmt es zurück.`,
  cannotTell: 'Das kann ich gerade nicht vormerken. Bitte versuch es später noch einmal.',
  newArticle: 'Neuer Artikel:',
  nowAnswered: (channel) => `Ein Artikel beantwortet jetzt, was du in ${channel} gefragt hast:`,
  askHuman: 'Einen Menschen fragen',
  nothingMore: 'Zu dieser Frage habe ich keine weitere Stelle.',
  nothingMoreInArticle: 'Dieser Artikel hat keine weitere Stelle zu der Frage.',
  questionGone:
    'Die Frage ist nicht mehr da, deshalb kann ich nicht weitersuchen. Bitte stell sie noch einmal.',

  failed: (id) => `Etwas ist schiefgegangen. Bitte versuch es noch einmal. (Fehler ${id})`,
  memberBusy: (s) => `Das sind viele Fragen auf einmal. Frag in ${s} s wieder.`,
  guildBusy: (s) => `Auf diesem Server wird gerade viel gefragt. Frag in ${s} s wieder.`,
  queueBusy: (s) => `Ich bin beschäftigt. Frag in ${s} s wieder.`,
  stopping: 'Ich starte gleich neu. Bitte frag in einer Minute noch einmal.',
  away: 'Ich erreiche die Artikel gerade nicht. Bitte frag gleich noch einmal.',
  tooLong: (length, most) =>
    `Deine Frage hat ${length} Zeichen; ich nehme bis zu ${most}. Bitte fass dich kürzer.`,
  noWord: 'Bitte frag in Worten: am besten geht eine Frage in einem Satz.',
  usage:
    'Stell mir eine Frage, und ich antworte mit Zitaten aus meinen Artikeln. `/about` sagt, was ich kenne.',
  unreadable:
    'Discord zeigt mir den Text einer solchen Antwort nicht. Bitte erwähne mich darin oder nimm `/ask`.',
  welcome: 'Gern geschehen.',
  newestArticles: 'Meine neuesten Artikel:',
  onSubject: (subject) => `Meine Artikel zu „${subject}“:`,
  noneOnSubject: (subject) => `Keiner meiner Artikel handelt von „${subject}“.`,
  noSummary: 'Ich zitiere und schreibe keine Zusammenfassungen. So beginnt der Artikel:',
  whichArticle: 'Welcher Artikel? Nenne ihn, oder antworte auf eine meiner Antworten.',
  alsoNamed: 'Auch so genannt:',
  onlySome: (most) =>
    `Ich beantworte ${most} Fragen auf einmal. Bitte stell die übrigen noch einmal.`,
  unreadableTarget: 'Discord zeigt mir den Text jener Nachricht nicht. Bitte frag mich selbst.',
  cannotWrite: (channel) =>
    `Ich habe deine Frage in ${channel} gesehen, darf dort aber nicht schreiben. Bitte die Moderation, es mir zu erlauben, oder frag mich hier.`,

  staleButton: 'Dieser Knopf stammt von einer älteren Version. Bitte stell die Frage noch einmal.',
  foreignButton: 'Dieser Knopf gehört nicht hierher. Bitte stell die Frage noch einmal.',
  passageGone:
    'Diese Stelle steht nicht mehr in meinen Artikeln: Sie wurde geändert oder entfernt.',
  articleGone: 'Dieser Artikel ist nicht mehr in meiner Bibliothek.',
  articleHidden: 'Diesen Artikel siehst du hier nicht oder nicht mehr.',
  askPrivately: 'Dieser Kanal sieht den Artikel nicht. Du schon: Frag mit `privat`.',
  askerOnly: 'Das kann nur löschen, wer gefragt hat, oder die Moderation.',
  thanks: 'Danke für die Rückmeldung.',
  thanksKept: 'Danke. Ich habe für die Admins vermerkt, dass das nicht geholfen hat.',
  helpAsked: (thread) => `Ich habe in ${thread} um Hilfe gebeten.`,
  helpBefore: 'Um Hilfe wurde schon gebeten.',
  helpGone: 'Die Rolle der Helfenden gibt es auf diesem Server nicht.',
  helpForAsker: 'Um Hilfe bitten kann nur, wer gefragt hat.',
  cannotOpenThread:
    'Ich darf hier keinen Thread eröffnen. Die Moderation kann mir erlauben, öffentliche Threads zu erstellen und darin zu schreiben.',
  helpThread: (question) => `Hilfe: ${question}`,
  helpText: (role, asker) => `${role} ${asker} braucht Hilfe bei einer Frage:`,

  onPage: (n) => `S.\u00a0${n}`,
  paragraphOf: (n, all) => `¶ ${n} von ${all}`,
  noSuchParagraph: (n, all) => `Dieser Artikel hat ${all} Absätze, also keinen Absatz ${n}.`,
  noSuchArticle: (text) => `Ich habe keinen Artikel wie „${text}“.`,
  articles: (n) => `${n} Artikel`,
  page: (n, all) => `Seite ${n} von ${all}`,
  previous: 'Zurück',
  next: 'Weiter',
  readArticle: 'Einen Artikel lesen …',
  noArticles: 'Kein Artikel passt.',
  noSuchTag: (tag) => `Kein Artikel hat das Schlagwort „${tag}“.`,
  noSuchAuthor: (author) => `Kein Artikel ist von „${author}“.`,
  badDate: (text) =>
    `„${text}“ ist kein Datum. Schreib es als 2025, 2025-03, 31.3.2025, März 2025 oder letztes Jahr.`,
  similar: 'Stellen, die dieser Nachricht am nächsten kommen:',
  nothingToFind: 'Diese Nachricht hat keinen Text, nach dem ich suchen könnte.',

  verbatim: 'Wörtlich',
  altered: 'Verändert',
  alteredHow: '~~Gestrichen~~ ist, was zitiert wurde, **fett**, was im Artikel steht.',
  notFound: 'Nicht gefunden',
  notFoundWhere: 'In keinem meiner Artikel steht das oder etwas Ähnliches.',
  alsoIn: 'Auch in:',
  nothingToCheck: 'Das hat keine Wörter, die ich prüfen könnte.',

  post: 'In den Kanal stellen',
  posted: 'Gepostet',
  cannotPost: 'Ich darf hier nicht schreiben und kann das nicht posten.',
  notForChannel: 'Dieser Kanal sieht nicht alles davon, darum kann ich es hier nicht posten.',
  mayNotPost: 'Du darfst hier nicht schreiben, also kann ich das nicht für dich posten.',
  postedBy: (member) => `Gepostet von ${member}`,
  solvedTag: 'gelöst',
  answeredThere: 'Unter der Nachricht beantwortet.',

  about: (articles, passages) =>
    `Ich antworte mit wörtlichen Zitaten aus **${articles}** Artikeln (${passages} Stellen). Eigene Antworten schreibe ich nicht.`,
  newest: 'Neuester:',
  model: (name) => `Suchmodell: \`${name}\``,
  privacyNothingKept:
    'Datenschutz: Ich lese eine Nachricht nur, um sie zu beantworten, und behalte keine. Was du fragst, bleibt in Discord.',
  privacyKept: (days) =>
    `Datenschutz: Fragen ohne Treffer oder mit 👎 werden ${days} Tage für die Admins aufbewahrt. \`/forget-me\` löscht deine sofort.`,

  scope: {
    here: (articles: string) => `Hier antworte ich aus ${articles}:`,
    forYou: (articles: string) =>
      `In Antworten, die nur du siehst, sind es mit deinen Rollen ${articles}:`,
    because: (rule: string) => `nach der Regel ${rule}`,
    noRules: '„alle sehen alles“: Es gibt kein `scopes.yaml`',
    thisServer: 'dieser Server',
    noFolder: '(in keinem Ordner)',
    nothing: 'Keine Artikel.',
    isOutdated: 'Das neueste `scopes.yaml` hat Fehler, darum gilt das davor. Sie stehen im Log.',
  },

  adminsOnly: 'Dafür brauchst du das Recht, den Server zu verwalten.',
  serverOnly: 'Das geht nur auf einem Server.',
  reindexing: (done, total) => `Ich lese die Artikel: ${done} von ${total} Stellen …`,
  reindexStarted:
    'Ich lese die Artikel … Bis ich fertig bin, antworte ich aus dem bisherigen Index.',
  reindexRunning: 'Die Artikel werden schon gelesen.',
  reindexed: (added, changed, removed, seconds) =>
    `Fertig nach ${seconds} s: ${added} neu, ${changed} geändert, ${removed} entfernt.`,
  skipped: (n) => `Ausgelassen (${n}):`,
  reindexFailed: (why) => `Der bisherige Index bleibt in Gebrauch: ${why}`,
  status: {
    uptime: 'Läuft seit',
    index: 'Index',
    queue: (waiting, running) => `Warteschlange: ${waiting} warten, ${running} in Arbeit`,
    times: (p50, p95, n) =>
      `Zeit bis zur Antwort: Median ${p50} ms, p95 ${p95} ms (die letzten ${n})`,
    noTimes: 'Zeit bis zur Antwort: noch keine Frage',
    votes: (up, down) => `👍 ${up} · 👎 ${down} seit dem Start`,
    misfit: (n, codes) =>
      `⚠️ ${n === 1 ? '1 Artikel ist' : `${n} Artikel sind`} auf ${names.format(codes.map(languageName))}; das Suchmodell kann das nicht und findet nur über die Wörter.`,
  },
  gapsOff:
    'Ich bewahre keine Fragen auf. Wer mich betreibt, kann `KEEP_QUESTIONS_DAYS` setzen, um hier zu sehen, was keine Antwort fand.',
  noGaps: 'Bisher fand jede Frage eine Antwort.',
  gaps: (days) => `Fragen ohne gute Antwort in den letzten ${days} Tagen:`,
  gapMissed: 'keine Antwort',
  gapUnhelpful: '👎',
  otherWordings: (n) => (n === 1 ? '1 andere Fassung' : `${n} andere Fassungen`),
  add: {
    preview: 'Vorschau: Noch ist nichts gespeichert.',
    language: languageName,
    passages: (n) => (n === 1 ? '1 Absatz' : `${n} Absätze`),
    oddities: 'Nicht ganz in Ordnung:',
    unchanged: 'Genau diese Datei ist schon da.',
    sameName: (which) => `Vom gleichen Namen: ${which}`,
    sameAddress: (which) => `Von der gleichen Adresse: ${which}`,
    sameText: (which) => `Sagt Wort für Wort das Gleiche: ${which}`,
    sameFile: 'Eine Datei dieses Namens ist da und ergibt keinen Artikel.',
    gaps: (answered, asked) => `Offene Fragen, die er beantworten würde: ${answered} von ${asked}`,
    gapsTooLong: 'Er ist zu lang, um die offenen Fragen vorher an ihm zu probieren.',
    confirm: 'Hinzufügen',
    replace: 'Ersetzen',
    beside: 'Daneben hinzufügen',
    cancel: 'Abbrechen',
    cancelled: 'Nichts wurde gespeichert.',
    read: 'Lesen',
    oneOfBoth: 'Bitte gib mir eine Datei oder eine Adresse, eines von beiden.',
    tooLarge: (megabytes) => `Ich nehme Dateien bis ${megabytes} MB (\`MAX_ARTICLE_MB\`).`,
    foreignUpload: 'Diese Datei kommt nicht von Discord.',
    notHere:
      'Ich bin auf mehreren Servern, und was hinzukommt, wird auf allen zitiert. Wer mich betreibt, kann Server in `ADD_IN_SERVERS` nennen.',
    running: 'Ich lese noch, was du mir vorher gegeben hast.',
    unusable: (why) => `Das lässt sich nicht hinzufügen: ${why}`,
    expired:
      'Diese Vorschau ist nicht mehr da: Sie wurde benutzt oder ist älter als 10 Minuten. Sonst wurde nichts gespeichert. Bitte nimm noch einmal `/add`.',
    restarted:
      'Ich wurde seitdem neu gestartet, und nichts wurde gespeichert. Bitte nimm noch einmal `/add`.',
    changed:
      'Jemand hat die Datei seit dieser Vorschau geändert, darum habe ich sie gelassen. Bitte nimm noch einmal `/add`.',
    saving: 'Wird gespeichert …',
    saved: (file) => `Gespeichert als ${file}. Ich lese es jetzt ein …`,
    served: (title) => `**${title}** ist jetzt auffindbar.`,
    leftOut: (file, why) => `${file} ist gespeichert und unbrauchbar: ${why}`,
    notIndexed: (file, why) => `${file} ist gespeichert und noch nicht auffindbar: ${why}`,
    diskFull: 'Nichts wurde gespeichert: Der Datenträger ist voll.',
    readOnly: 'Nichts wurde gespeichert: Ich darf nicht in den Ordner der Artikel schreiben.',
  },
  forgotten: (n) =>
    n === 0
      ? 'Ich hatte nichts von dir aufbewahrt.'
      : `Ich habe deine aufbewahrten Fragen gelöscht (${n}).`,
};
