import { createPeriodText } from '../../retrieval/metadata/period/period-text.ts';
import type { Words } from './en.ts';

const names = new Intl.ListFormat('fr');
const languages = new Intl.DisplayNames('fr', { type: 'language' });
const languageName = (tag: string) => languages.of(tag) ?? tag;

const period = createPeriodText('fr', {
  in: (name) => `(${name})`,
  since: (name) => `depuis ${name}`,
  until: (name) => `(jusqu’à : ${name})`,
  between: (from, to) => `(${from} – ${to})`,
});

export const french: Words = {
  likely: 'Probablement ceci :',
  byWords: 'Probablement ceci, à en juger par les seuls mots :',
  near: 'Pas une réponse, mais proche :',
  searchedFor: (question) => `J’ai cherché « ${question} ».`,
  onlyArticles: 'Seulement ces articles :',
  by: (author) => `par ${author}`,
  on: (subject) => `sur « ${subject} »`,
  newestFirst: 'du plus récent au plus ancien',
  oldestFirst: 'du plus ancien au plus récent',
  ofOtherTimes: 'D’autres dates :',
  wroteThese: (authors) => `Par ${authors}.`,
  onlyFrom: (period) => `Cherché seulement dans les articles ${period}.`,
  noneFrom: (period) => `Aucun article ${period} n’y répond. De tous les articles :`,
  period,
  olderThanQuoted: (years) =>
    `${years === 1 ? 'un an' : `${years} ans`} de plus que le plus récent cité`,
  olderThanAll: (years) => `${years} ans de plus que l’article le plus récent`,
  withheld: 'Une autre citation a été retenue, car son article ne dit plus la même chose.',
  missed: 'Aucun de mes articles n’y répond.',
  otherLanguage: (articles, question) =>
    `Mes articles sont en ${names.format(articles.map(languageName))}, et je ne trouve pas de réponse à une question en ${languageName(question)}. Posez-la en ${languageName(articles[0] ?? 'en')}, s’il vous plaît.`,
  nearest: 'Les plus proches par le sujet :',
  writtenBy: (title, authors) => `${title} est de ${authors}.`,
  dated: (title, date) => `${title} est daté du ${date}.`,
  called: (title) => `L’article s’intitule ${title}.`,
  noAuthors: (title) => `${title} ne dit pas qui l’a écrit.`,
  noDate: (title) => `${title} ne dit pas quand il a été publié.`,
  list: (all) => names.format(all),
  differ: 'Les articles divergent :',
  andMore: (n) => `et ${n} de plus`,
  context: 'Contexte',
  cite: 'Citer',
  sentenceLink: 'Lien vers la phrase',
  sameArticle: 'Même article',
  more: 'Plus',
  lookUp: 'Consulter',
  tellMe: 'Prévenez-moi quand un article répond',
  willTell: (days) =>
    `Je vous enverrai un message privé si un article y répond dans les ${days} jours. \`/forget-me\` l’annule.`,
  cannotTell: 'Je ne peux pas le noter pour le moment. Réessayez plus tard.',
  newArticle: 'Nouvel article :',
  nowAnswered: (channel) =>
    `Un article répond maintenant à ce que vous avez demandé dans ${channel} :`,
  askHuman: 'Demander à quelqu’un',
  nothingMore: 'Je n’ai pas d’autre passage pour cette question.',
  nothingMoreInArticle: 'Cet article n’a pas d’autre passage pour la question.',
  questionGone:
    'La question n’est plus là, je ne peux donc pas chercher davantage. Reposez-la, s’il vous plaît.',

  failed: (id) => `Quelque chose s’est mal passé. Réessayez, s’il vous plaît. (Erreur ${id})`,
  memberBusy: (s) => `Cela fait beaucoup de questions. Reposez-la dans ${s} s.`,
  guildBusy: (s) =>
    `On me demande beaucoup sur ce serveur en ce moment. Je suis occupé ; reposez-la dans ${s} s.`,
  queueBusy: (s) => `Je suis occupé. Reposez-la dans ${s} s.`,
  stopping: 'Je vais redémarrer. Reposez la question dans une minute.',
  away: 'Je n’arrive pas à joindre les articles. Reposez la question dans un instant.',
  tooLong: (length, most) =>
    `Votre question compte ${length} caractères ; j’en accepte ${most}. Raccourcissez-la, s’il vous plaît.`,
  noWord: 'Posez votre question avec des mots : une phrase, c’est le mieux.',
  usage:
    'Posez-moi une question et je réponds par des citations de mes articles. `/about` dit ce que je connais.',
  unreadable:
    'Discord ne me montre pas le texte d’une telle réponse. Mentionnez-moi ou utilisez `/ask`.',
  welcome: 'Avec plaisir.',
  newestArticles: 'Mes articles les plus récents :',
  onSubject: (subject) => `Mes articles sur « ${subject} » :`,
  noneOnSubject: (subject) => `Aucun de mes articles ne porte sur « ${subject} ».`,
  noSummary: 'Je cite et n’écris pas de résumés. L’article commence ainsi :',
  whichArticle: 'Quel article ? Nommez-le, ou répondez à l’une de mes réponses.',
  alsoNamed: 'Du même nom :',
  onlySome: (most) =>
    `Je réponds à ${most} questions à la fois. Reposez les autres, s’il vous plaît.`,
  unreadableTarget:
    'Discord ne me montre pas le texte de ce message. Posez-moi la question vous-même.',
  cannotWrite: (channel) =>
    `J’ai vu votre question dans ${channel}, mais je ne peux pas y écrire. Demandez à la modération de me l’autoriser, ou posez-la ici.`,

  staleButton: 'Ce bouton vient d’une ancienne version. Reposez la question, s’il vous plaît.',
  foreignButton: 'Ce bouton n’a pas sa place ici. Reposez la question, s’il vous plaît.',
  passageGone: 'Ce passage n’est plus dans mes articles : il a été modifié ou retiré.',
  articleGone: 'Cet article n’est plus dans ma bibliothèque.',
  articleHidden: 'Vous ne voyez pas cet article ici, ou plus maintenant.',
  askPrivately: 'Ce salon ne voit pas cet article. Vous, si : demandez avec `privé`.',
  askerOnly: 'Seule la personne qui a demandé, ou la modération, peut supprimer ceci.',
  thanks: 'Merci de le dire.',
  thanksKept: 'Merci. J’ai noté pour les admins que cela n’a pas aidé.',
  helpAsked: (thread) => `J’ai demandé de l’aide dans ${thread}.`,
  helpBefore: 'De l’aide a déjà été demandée.',
  helpGone: 'Le rôle des personnes qui aident n’existe pas sur ce serveur.',
  helpForAsker: 'Seule la personne qui a demandé peut appeler à l’aide.',
  cannotOpenThread:
    'Je ne peux pas ouvrir de fil ici. La modération peut m’autoriser à créer des fils publics et à y écrire.',
  helpThread: (question) => `Aide : ${question}`,
  helpText: (role, asker) => `${role} ${asker} a besoin d’aide pour une question :`,

  onPage: (n) => `p.\u00a0${n}`,
  paragraphOf: (n, all) => `¶ ${n} sur ${all}`,
  noSuchParagraph: (n, all) =>
    `Cet article compte ${all} paragraphes ; il n’y a pas de paragraphe ${n}.`,
  noSuchArticle: (text) => `Je n’ai pas d’article comme « ${text} ».`,
  articles: (n) => (n === 1 ? '1 article' : `${n} articles`),
  page: (n, all) => `Page ${n} sur ${all}`,
  previous: 'Précédent',
  next: 'Suivant',
  readArticle: 'Lire un article…',
  noArticles: 'Aucun article ne convient.',
  noSuchTag: (tag) => `Aucun article ne porte l’étiquette « ${tag} ».`,
  noSuchAuthor: (author) => `Aucun article n’est de « ${author} ».`,
  badDate: (text) =>
    `« ${text} » n’est pas une date. Écrivez 2025, 2025-03, 2025-03-31, mars 2025 ou l’an dernier.`,
  similar: 'Les passages les plus proches de ce message :',
  nothingToFind: 'Ce message n’a pas de texte que je puisse chercher.',

  verbatim: 'Mot pour mot',
  altered: 'Modifiée',
  alteredHow: '~~Barré~~ : ce qui a été cité ; en **gras** : ce que dit l’article.',
  notFound: 'Introuvable',
  notFoundWhere: 'Aucun de mes articles ne dit cela, ni rien de proche.',
  alsoIn: 'Aussi dans :',
  nothingToCheck: 'Il n’y a là aucun mot que je puisse vérifier.',

  post: 'Publier dans le salon',
  posted: 'Publié',
  cannotPost: 'Je ne peux pas écrire ici, donc pas publier cela.',
  notForChannel: 'Ce salon ne voit pas tout cela, je ne peux donc pas le publier ici.',
  mayNotPost: 'Vous ne pouvez pas écrire ici, je ne peux donc pas publier cela pour vous.',
  postedBy: (member) => `Publié par ${member}`,
  solvedTag: 'résolu',
  answeredThere: 'Répondu sous ce message.',

  about: (articles, passages) =>
    `Je réponds par des citations exactes de **${articles}** articles (${passages} passages). Je n’écris aucune réponse moi-même.`,
  newest: 'Le plus récent :',
  model: (name) => `Modèle de recherche : \`${name}\``,
  privacyNothingKept:
    'Vie privée : je ne lis un message que pour y répondre et n’en garde aucun. Ce que vous demandez reste dans Discord.',
  privacyKept: (days) =>
    `Vie privée : les questions sans réponse ou marquées 👎 sont gardées ${days} jours pour les admins. \`/forget-me\` efface les vôtres aussitôt.`,

  scope: {
    here: (articles: string) => `Ici je réponds à partir de ${articles} :`,
    forYou: (articles: string) =>
      `Dans les réponses que vous seul voyez, vos rôles portent ce nombre à ${articles} :`,
    because: (rule: string) => `par la règle ${rule}`,
    noRules: '« tout le monde voit tout » : il n’y a pas de `scopes.yaml`',
    thisServer: 'ce serveur',
    noFolder: '(dans aucun dossier)',
    nothing: 'Aucun article.',
    isOutdated:
      'Le dernier `scopes.yaml` a des erreurs ; le précédent reste en vigueur. Le journal les nomme.',
  },

  adminsOnly: 'Il faut pour cela la permission de gérer le serveur.',
  serverOnly: 'Cela ne marche que sur un serveur.',
  reindexing: (done, total) => `Lecture des articles : ${done} passages sur ${total} …`,
  reindexStarted: 'Lecture des articles … D’ici là, je réponds avec l’ancien index.',
  reindexRunning: 'Les articles sont déjà en cours de lecture.',
  reindexed: (added, changed, removed, seconds) =>
    `Terminé en ${seconds} s : ${added} ajoutés, ${changed} modifiés, ${removed} retirés.`,
  skipped: (n) => `Laissés de côté (${n}) :`,
  reindexFailed: (why) => `L’ancien index reste en service : ${why}`,
  status: {
    uptime: 'En marche depuis',
    index: 'Index',
    queue: (waiting, running) => `File : ${waiting} en attente, ${running} en cours`,
    times: (p50, p95, n) =>
      `Temps de réponse : médiane ${p50} ms, p95 ${p95} ms (les ${n} dernières)`,
    noTimes: 'Temps de réponse : encore aucune question',
    votes: (up, down) => `👍 ${up} · 👎 ${down} depuis le démarrage`,
    misfit: (n, codes) =>
      `⚠️ ${n === 1 ? '1 article est' : `${n} articles sont`} en ${names.format(codes.map(languageName))}, que le modèle de recherche ne connaît pas : seuls les mots permettent de trouver.`,
  },
  gapsOff:
    'Je ne garde aucune question. Qui me fait tourner peut définir `KEEP_QUESTIONS_DAYS` pour voir ici ce qui est resté sans réponse.',
  noGaps: 'Jusqu’ici, chaque question a trouvé une réponse.',
  gaps: (days) => `Questions sans bonne réponse ces ${days} derniers jours :`,
  gapMissed: 'sans réponse',
  gapUnhelpful: '👎',
  otherWordings: (n) => (n === 1 ? '1 autre formulation' : `${n} autres formulations`),
  add: {
    preview: 'Aperçu : rien n’est encore enregistré.',
    language: languageName,
    passages: (n) => (n === 1 ? '1 paragraphe' : `${n} paragraphes`),
    oddities: 'Pas tout à fait en ordre :',
    unchanged: 'Ce fichier est déjà là, tel quel.',
    sameName: (which) => `Du même nom : ${which}`,
    sameAddress: (which) => `De la même adresse : ${which}`,
    sameText: (which) => `Dit la même chose, mot pour mot : ${which}`,
    sameFile: 'Un fichier de ce nom est là et ne donne aucun article.',
    gaps: (answered, asked) =>
      `Questions ouvertes auxquelles il répondrait : ${answered} sur ${asked}`,
    gapsTooLong: 'Il est trop long pour essayer d’abord les questions ouvertes.',
    confirm: 'Ajouter',
    replace: 'Remplacer',
    beside: 'Ajouter à côté',
    cancel: 'Annuler',
    cancelled: 'Rien n’a été enregistré.',
    read: 'Lire',
    oneOfBoth: 'Donnez-moi un fichier ou une adresse, l’un des deux.',
    tooLarge: (megabytes) => `Je prends des fichiers jusqu’à ${megabytes} Mo (\`MAX_ARTICLE_MB\`).`,
    foreignUpload: 'Ce fichier ne vient pas de Discord.',
    notHere:
      'Je suis sur plusieurs serveurs, et ce qui est ajouté est cité sur tous. Qui me fait tourner peut nommer des serveurs dans `ADD_IN_SERVERS`.',
    running: 'Je lis encore ce que vous m’avez donné avant.',
    unusable: (why) => `Impossible de l’ajouter : ${why}`,
    expired:
      'Cet aperçu n’est plus là : il a servi, ou il a plus de 10 minutes. Rien d’autre n’a été enregistré. Utilisez `/add` à nouveau.',
    restarted: 'J’ai été redémarré depuis, et rien n’a été enregistré. Utilisez `/add` à nouveau.',
    changed:
      'Quelqu’un a changé ce fichier depuis cet aperçu, je l’ai donc laissé. Utilisez `/add` à nouveau.',
    saving: 'Enregistrement …',
    saved: (file) => `Enregistré sous ${file}. Je le lis …`,
    served: (title) => `**${title}** se trouve maintenant.`,
    leftOut: (file, why) => `${file} est enregistré et inutilisable : ${why}`,
    notIndexed: (file, why) => `${file} est enregistré et ne se trouve pas encore : ${why}`,
    diskFull: 'Rien n’a été enregistré : le disque est plein.',
    readOnly: 'Rien n’a été enregistré : je ne peux pas écrire dans le dossier des articles.',
  },
  forgotten: (n) =>
    n === 0 ? 'Je n’avais rien gardé de vous.' : `J’ai effacé vos questions gardées (${n}).`,
};
