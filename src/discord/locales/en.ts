import { createPeriodText } from '../../retrieval/metadata/period/period-text.ts';

const names = new Intl.ListFormat('en');
const languages = new Intl.DisplayNames('en', { type: 'language' });
const languageName = (tag: string) => languages.of(tag) ?? tag;

const period = createPeriodText('en-GB', {
  in: (name) => `from ${name}`,
  since: (name) => `since ${name}`,
  until: (name) => `up to ${name}`,
  between: (from, to) => `from ${from} to ${to}`,
});

export const english = {
  // An answer
  likely: 'Probably this:',
  byWords: 'Probably this, going by words alone:',
  near: 'Not an answer, but near:',
  searchedFor: (question: string) => `Searched for “${question}”.`,
  onlyArticles: 'Only these articles:',
  by: (author: string) => `by ${author}`,
  on: (subject: string) => `on “${subject}”`,
  newestFirst: 'newest first',
  oldestFirst: 'oldest first',
  ofOtherTimes: 'From other times:',
  wroteThese: (authors: string) => `By ${authors}.`,
  onlyFrom: (period: string) => `Looked only at articles ${period}.`,
  noneFrom: (period: string) => `No article ${period} answers this. Of all articles:`,
  period,
  olderThanQuoted: (years: number) =>
    `${years === 1 ? 'a year' : `${years} years`} older than the newest quoted`,
  olderThanAll: (years: number) => `${years} years older than the newest article`,
  withheld: 'Another quote was held back, because it no longer reads as its article does.',
  missed: 'None of my articles answers this.',
  otherLanguage: (articles: string[], question: string) =>
    `My articles are in ${names.format(articles.map(languageName))}, and I find no answer to a question in ${languageName(question)}. Please ask in ${languageName(articles[0] ?? 'en')}.`,
  nearest: 'Nearest by subject:',
  writtenBy: (title: string, authors: string) => `${title} is by ${authors}.`,
  dated: (title: string, date: string) => `${title} is dated ${date}.`,
  called: (title: string) => `The article is called ${title}.`,
  noAuthors: (title: string) => `${title} does not say who wrote it.`,
  noDate: (title: string) => `${title} does not say when it was published.`,
  list: (all: string[]) => names.format(all),
  differ: 'The articles differ:',
  andMore: (n: number) => `and ${n} more`,
  context: 'Context',
  cite: 'Cite',
  sentenceLink: 'Link to the sentence',
  sameArticle: 'Same article',
  more: 'More',
  lookUp: 'Look up',
  tellMe: 'Tell me when an article answers',
  willTell: (days: number) =>
    `I will send you a direct message if an article answers this within ${days} days. \`/forget-me\` takes it back.`,
  cannotTell: 'I cannot note this just now. Please try again later.',
  newArticle: 'New article:',
  nowAnswered: (channel: string) => `An article answers now what you asked in ${channel}:`,
  askHuman: 'Ask a human',
  nothingMore: 'I have no further passage for this question.',
  nothingMoreInArticle: 'This article has no further passage for the question.',
  questionGone: 'The question is gone, so I cannot search any further. Please ask it again.',

  // Instead of an answer
  failed: (id: string) => `Something went wrong. Please try again. (Error ${id})`,
  memberBusy: (s: number) => `That is a lot of questions. Ask again in ${s} s.`,
  guildBusy: (s: number) => `This server asks a lot just now. I am busy; ask again in ${s} s.`,
  queueBusy: (s: number) => `I am busy. Ask again in ${s} s.`,
  stopping: 'I am about to restart. Please ask again in a minute.',
  away: 'I cannot reach the articles right now. Please ask again in a moment.',
  tooLong: (length: number, most: number) =>
    `Your question has ${length} characters; I take up to ${most}. Please ask it in fewer words.`,
  noWord: 'Please ask in words: a question of one sentence works best.',
  usage:
    'Ask me a question, and I answer with quotes from my articles. `/about` tells what I know.',
  unreadable:
    'Discord does not show me the text of such a reply. Please mention me in it, or use `/ask`.',
  welcome: 'You are welcome.',
  newestArticles: 'My newest articles:',
  onSubject: (subject: string) => `My articles on “${subject}”:`,
  noneOnSubject: (subject: string) => `None of my articles is on “${subject}”.`,
  noSummary: 'I quote, and write no summaries. This is how the article begins:',
  whichArticle: 'Which article? Name it, or reply to one of my answers.',
  alsoNamed: 'Also by that name:',
  onlySome: (most: number) => `I answer ${most} questions at a time. Please ask the others again.`,
  unreadableTarget: 'Discord does not show me the text of that message. Please ask me yourself.',
  cannotWrite: (channel: string) =>
    `I saw your question in ${channel}, but I may not write there. Ask a moderator to let me, or ask me here.`,

  // Buttons
  staleButton: 'This button is from an older version of me. Please ask the question again.',
  foreignButton: 'This button does not belong here. Please ask the question again.',
  passageGone: 'This passage is no longer in my articles: it was changed or taken out.',
  articleGone: 'This article is no longer in my library.',
  articleHidden: 'You do not see this article here, or no longer.',
  askPrivately: 'This channel does not see that article. You do: ask with `private`.',
  askerOnly: 'Only the person who asked, or a moderator, can delete this.',
  thanks: 'Thank you for telling.',
  thanksKept: 'Thank you. I have noted for the admins that this did not help.',
  helpAsked: (thread: string) => `I have asked for help in ${thread}.`,
  helpBefore: 'Help was asked for already.',
  helpGone: 'The helpers’ role is not on this server.',
  helpForAsker: 'Only the person who asked can call for help.',
  cannotOpenThread:
    'I may not open a thread here. A moderator can allow me to create public threads and to write in them.',
  helpThread: (question: string) => `Help: ${question}`,
  helpText: (role: string, asker: string) => `${role} ${asker} needs help with a question:`,

  // Sources
  onPage: (n: number) => `p.\u00a0${n}`,
  paragraphOf: (n: number, all: number) => `¶ ${n} of ${all}`,
  noSuchParagraph: (n: number, all: number) =>
    `This article has ${all} paragraphs, so there is no paragraph ${n}.`,
  noSuchArticle: (text: string) => `I have no article like “${text}”.`,
  articles: (n: number) => (n === 1 ? '1 article' : `${n} articles`),
  page: (n: number, all: number) => `Page ${n} of ${all}`,
  previous: 'Previous',
  next: 'Next',
  readArticle: 'Read an article …',
  noArticles: 'No article fits.',
  noSuchTag: (tag: string) => `No article has the tag “${tag}”.`,
  noSuchAuthor: (author: string) => `No article is by “${author}”.`,
  badDate: (text: string) =>
    `“${text}” is no date. Write it as 2025, 2025-03, 2025-03-31, March 2025 or last year.`,
  similar: 'Passages nearest to this message:',
  nothingToFind: 'This message has no text that I could search for.',

  // Quotations
  verbatim: 'Verbatim',
  altered: 'Altered',
  alteredHow: '~~Struck out~~ is what was quoted, **bold** what the article says.',
  notFound: 'Not found',
  notFoundWhere: 'No article of mine says this, or anything near it.',
  alsoIn: 'Also in:',
  nothingToCheck: 'This has no words that I could check.',

  // Private results
  post: 'Post to channel',
  posted: 'Posted',
  cannotPost: 'I may not write here, so I cannot post this.',
  notForChannel: 'This channel does not see all of this, so I cannot post it here.',
  mayNotPost: 'You may not write here, so I cannot post this for you.',
  postedBy: (member: string) => `Posted by ${member}`,
  /** The name of a forum's tag. */
  solvedTag: 'solved',
  answeredThere: 'Answered below that message.',

  // The bot itself
  about: (articles: number, passages: number) =>
    `I answer with verbatim quotes from **${articles}** articles (${passages} passages). I write no answers of my own.`,
  newest: 'Newest:',
  model: (name: string) => `Search model: \`${name}\``,
  privacyNothingKept:
    'Privacy: I read a message only to answer it and keep none. What you ask stays in Discord.',
  privacyKept: (days: number) =>
    `Privacy: questions that found nothing or were marked unhelpful are kept for ${days} days for the admins. \`/forget-me\` deletes yours at once.`,

  scope: {
    here: (articles: string) => `Here I answer from ${articles}:`,
    forYou: (articles: string) => `In answers that only you see, your roles add up to ${articles}:`,
    because: (rule: string) => `by the rule ${rule}`,
    noRules: '“everybody sees everything”: there is no `scopes.yaml`',
    thisServer: 'this server',
    noFolder: '(in no folder)',
    nothing: 'No articles.',
    isOutdated:
      'The newest `scopes.yaml` has mistakes, so the one before it counts. The log names them.',
  },

  // Admins
  adminsOnly: 'This needs the permission to manage the server.',
  serverOnly: 'This works on a server only.',
  reindexing: (done: number, total: number) =>
    `Reading the articles: ${done} of ${total} passages …`,
  reindexStarted: 'Reading the articles … Until I am done I answer from the old index.',
  reindexRunning: 'The articles are being read already.',
  reindexed: (added: number, changed: number, removed: number, seconds: number) =>
    `Done in ${seconds} s: ${added} added, ${changed} changed, ${removed} removed.`,
  skipped: (n: number) => `Left out (${n}):`,
  reindexFailed: (why: string) => `The old index stays in use: ${why}`,
  status: {
    uptime: 'Up since',
    index: 'Index',
    queue: (waiting: number, running: number) => `Queue: ${waiting} waiting, ${running} in work`,
    times: (p50: number, p95: number, n: number) =>
      `Time to answer: median ${p50} ms, p95 ${p95} ms (last ${n})`,
    noTimes: 'Time to answer: no question yet',
    votes: (up: number, down: number) => `👍 ${up} · 👎 ${down} since the start`,
    misfit: (n: number, codes: string[]) =>
      `⚠️ ${n} ${n === 1 ? 'article is' : 'articles are'} in ${names.format(codes.map(languageName))}, which the search model does not know: found by words alone.`,
  },
  gapsOff:
    'I keep no questions. Whoever runs me can set `KEEP_QUESTIONS_DAYS` to see here what found no answer.',
  noGaps: 'Every question found an answer so far.',
  gaps: (days: number) => `Questions without a good answer in the last ${days} days:`,
  gapMissed: 'no answer',
  gapUnhelpful: '👎',
  otherWordings: (n: number) => (n === 1 ? '1 other wording' : `${n} other wordings`),
  add: {
    preview: 'Preview: nothing is saved yet.',
    language: languageName,
    passages: (n: number) => (n === 1 ? '1 passage' : `${n} passages`),
    oddities: 'Not as it should be:',
    unchanged: 'This very file is there already.',
    sameName: (which: string) => `Of the same name: ${which}`,
    sameAddress: (which: string) => `Of the same address: ${which}`,
    sameText: (which: string) => `Says the same, word for word: ${which}`,
    sameFile: 'A file of that name is there, and gives no article.',
    gaps: (answered: number, asked: number) =>
      `Open questions that it would answer: ${answered} of ${asked}`,
    gapsTooLong: 'It is too long to try your open questions on it before it is added.',
    confirm: 'Add',
    replace: 'Replace',
    beside: 'Add beside it',
    cancel: 'Cancel',
    cancelled: 'Nothing was saved.',
    read: 'Read',
    oneOfBoth: 'Please give me a file or an address, one of the two.',
    tooLarge: (megabytes: number) => `I take files of up to ${megabytes} MB (\`MAX_ARTICLE_MB\`).`,
    foreignUpload: 'That file does not come from Discord.',
    notHere:
      'I am on several servers, and what is added is quoted on all of them. Whoever runs me can name servers in `ADD_IN_SERVERS`.',
    running: 'I am still reading what you gave me before.',
    unusable: (why: string) => `That cannot be added: ${why}`,
    expired:
      'This preview is no longer there: it was used, or is older than 10 minutes. Nothing else was saved. Please use `/add` again.',
    restarted: 'I was restarted since, and nothing was saved. Please use `/add` again.',
    changed:
      'Somebody changed that file since this preview, so I left it alone. Please use `/add` again.',
    saving: 'Saving …',
    saved: (file: string) => `Saved as ${file}. I am reading it now …`,
    served: (title: string) => `**${title}** is searchable now.`,
    leftOut: (file: string, why: string) => `${file} is saved, and cannot be used: ${why}`,
    notIndexed: (file: string, why: string) => `${file} is saved, and not searchable yet: ${why}`,
    diskFull: 'Nothing was saved: the disk is full.',
    readOnly: 'Nothing was saved: I may not write into the folder of articles.',
  },
  forgotten: (n: number) =>
    n === 0 ? 'I had kept nothing of yours.' : `I have deleted ${n} of your questions.`,
};

/** The bot's own words in one language. */
export type Words = typeof english;
