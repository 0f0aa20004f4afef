import type { Words } from './en.ts';

const names = new Intl.ListFormat('ja');
const languages = new Intl.DisplayNames('ja', { type: 'language' });
const languageName = (tag: string) => languages.of(tag) ?? tag;

export const japanese: Words = {
  likely: 'おそらくこれです：',
  byWords: '言葉の一致だけで探すと、おそらくこれです：',
  near: '答えではありませんが、近い内容です：',
  searchedFor: (question) => `「${question}」で検索しました。`,
  withheld: 'もう1件の引用は、記事の文面が変わったため表示していません。',
  missed: 'これに答える記事はありません。',
  otherLanguage: (articles, question) =>
    `記事は${names.format(articles.map(languageName))}で書かれていて、${languageName(question)}の質問への答えは見つかりません。${languageName(articles[0] ?? 'en')}で質問してください。`,
  nearest: '内容が近い記事：',
  writtenBy: (title, authors) => `${title}の筆者は${authors}です。`,
  dated: (title, date) => `${title}の日付は${date}です。`,
  called: (title) => `この記事の題名は${title}です。`,
  noAuthors: (title) => `${title}には筆者が書かれていません。`,
  noDate: (title) => `${title}には日付が書かれていません。`,
  list: (all) => names.format(all),
  differ: '記事によって内容が異なります：',
  andMore: (n) => `ほか${n}件`,
  context: '前後',
  cite: '引用情報',
  sentenceLink: '該当する文へのリンク',
  sameArticle: '同じ記事から',
  more: 'もっと見る',
  lookUp: '調べる',
  tellMe: '答える記事が出たら知らせる',
  willTell: (days) =>
    `${days}日以内にこれに答える記事が出たら、ダイレクトメッセージでお知らせします。取り消すには\`/forget-me\`を使ってください。`,
  cannotTell: '今は登録できません。しばらくしてからもう一度お試しください。',
  newArticle: '新しい記事：',
  nowAnswered: (channel) => `${channel}でのご質問に答える記事が出ました：`,
  askHuman: '人に聞く',
  nothingMore: 'この質問に合う箇所はこれ以上ありません。',
  nothingMoreInArticle: 'この記事には、質問に合う箇所がこれ以上ありません。',
  questionGone: '元の質問がなくなったため、続きを検索できません。もう一度質問してください。',

  failed: (id) => `問題が発生しました。もう一度お試しください。（エラー ${id}）`,
  memberBusy: (s) => `質問が続いています。${s}秒後にもう一度質問してください。`,
  guildBusy: (s) =>
    `このサーバーからの質問が混み合っています。${s}秒後にもう一度質問してください。`,
  queueBusy: (s) => `ただいま混み合っています。${s}秒後にもう一度質問してください。`,
  stopping: 'まもなく再起動します。1分後にもう一度質問してください。',
  away: '今は記事に接続できません。少ししてからもう一度質問してください。',
  tooLong: (length, most) => `質問が${length}文字あります。${most}文字以内にまとめてください。`,
  noWord: '言葉で質問してください。1文の質問がいちばん探しやすいです。',
  usage: '質問すると、記事からの引用で答えます。知っている内容は`/about`で確認できます。',
  unreadable:
    'このような返信の本文は、Discordの仕様で読めません。返信でメンションするか、`/ask`を使ってください。',
  welcome: 'どういたしまして。',
  newestArticles: '新しい記事：',
  onSubject: (subject) => `「${subject}」についての記事：`,
  noneOnSubject: (subject) => `「${subject}」についての記事はありません。`,
  noSummary: '引用のみで、要約は書きません。記事の書き出しは次のとおりです：',
  whichArticle: 'どの記事ですか？題名を書くか、私の回答に返信してください。',
  alsoNamed: '同じ名前の記事：',
  onlySome: (most) => `一度に答えられる質問は${most}件までです。残りはもう一度質問してください。`,
  unreadableTarget: 'そのメッセージの本文は、Discordの仕様で読めません。直接質問してください。',
  cannotWrite: (channel) =>
    `${channel}でのご質問を見ましたが、そこには書き込めません。モデレーターに許可を頼むか、ここで質問してください。`,

  staleButton: 'このボタンは以前のバージョンのものです。もう一度質問してください。',
  foreignButton: 'このボタンはここでは使えません。もう一度質問してください。',
  passageGone: 'この箇所は変更または削除されたため、もう記事にありません。',
  articleGone: 'この記事はもうありません。',
  articleHidden: 'この記事はここでは表示されないか、もう表示されません。',
  askPrivately:
    'このチャンネルではその記事は表示されません。あなたには見えるので、`非公開` を付けて聞いてください。',
  askerOnly: '削除できるのは、質問した本人かモデレーターだけです。',
  thanks: 'ご意見ありがとうございます。',
  thanksKept: 'ありがとうございます。役に立たなかったことを管理者向けに記録しました。',
  helpAsked: (thread) => `${thread}で助けを求めました。`,
  helpBefore: 'すでに助けを求めています。',
  helpGone: 'ヘルパーのロールがこのサーバーにありません。',
  helpForAsker: '助けを求められるのは、質問した本人だけです。',
  cannotOpenThread:
    'ここではスレッドを作れません。公開スレッドの作成とスレッドへの書き込みを、モデレーターに許可してもらってください。',
  helpThread: (question) => `ヘルプ：${question}`,
  helpText: (role, asker) => `${role} ${asker}さんが質問で困っています：`,

  onPage: (n) => `${n}ページ`,
  paragraphOf: (n, all) => `¶ ${n}／${all}`,
  noSuchParagraph: (n, all) => `この記事は${all}段落なので、${n}段落目はありません。`,
  noSuchArticle: (text) => `「${text}」のような記事はありません。`,
  articles: (n) => `記事${n}件`,
  page: (n, all) => `${n}／${all}ページ`,
  previous: '前へ',
  next: '次へ',
  readArticle: '記事を読む…',
  noArticles: '当てはまる記事はありません。',
  noSuchTag: (tag) => `「${tag}」のタグが付いた記事はありません。`,
  noSuchAuthor: (author) => `「${author}」が書いた記事はありません。`,
  badDate: (text) =>
    `「${text}」は日付として読めません。2025、2025-03、2025-03-31のように書いてください。`,
  similar: 'このメッセージに近い箇所：',
  nothingToFind: 'このメッセージには検索できる文章がありません。',

  verbatim: '原文どおり',
  altered: '原文と違う',
  alteredHow: '~~取り消し線~~は引用された語、**太字**は記事にある語です。',
  notFound: '見つかりません',
  notFoundWhere: 'これと同じ文も、似た文も、記事にはありません。',
  alsoIn: 'ほかの掲載先：',
  nothingToCheck: '確認できる言葉がありません。',

  post: 'チャンネルに投稿',
  posted: '投稿しました',
  cannotPost: 'ここには書き込めないため、投稿できません。',
  notForChannel: 'このチャンネルでは表示されない内容が含まれるため、ここには投稿できません。',
  mayNotPost: 'あなたはここに書き込めないため、代わりに投稿することはできません。',
  postedBy: (member) => `${member}さんが投稿`,
  solvedTag: '解決済み',
  answeredThere: 'そのメッセージの下で答えました。',

  about: (articles, passages) =>
    `**${articles}**件の記事（${passages}か所）から、原文どおりの引用で答えます。自分で文章を作って答えることはありません。`,
  newest: '最新：',
  model: (name) => `検索モデル：\`${name}\``,
  privacyNothingKept:
    'プライバシー：メッセージは答えるためだけに読み、保存しません。質問の内容はDiscordの外に出ません。',
  privacyKept: (days) =>
    `プライバシー：答えが見つからなかった質問と、役に立たなかったとされた質問は、管理者のために${days}日間保存されます。\`/forget-me\`でご自分の質問をすぐに削除できます。`,

  scope: {
    here: (articles: string) => `ここでは${articles}から答えます：`,
    forYou: (articles: string) =>
      `あなただけに表示される回答では、ロールの分を合わせて${articles}になります：`,
    because: (rule: string) => `ルール：${rule}`,
    noRules: '「全員がすべてを見られる」（`scopes.yaml` がありません）',
    thisServer: 'このサーバー',
    noFolder: '（フォルダーなし）',
    nothing: '記事はありません。',
    isOutdated:
      '最新の `scopes.yaml` に誤りがあるため、その前のものを使っています。詳細はログにあります。',
  },

  adminsOnly: 'サーバー管理の権限が必要です。',
  serverOnly: 'サーバーの中でのみ使えます。',
  reindexing: (done, total) => `記事を読み込んでいます：${total}か所中${done}か所…`,
  reindexStarted: '記事を読み込んでいます…終わるまでは前の索引で答えます。',
  reindexRunning: '記事はすでに読み込み中です。',
  reindexed: (added, changed, removed, seconds) =>
    `${seconds}秒で完了：追加${added}件、変更${changed}件、削除${removed}件。`,
  skipped: (n) => `除外（${n}件）：`,
  reindexFailed: (why) => `前の索引を使い続けます：${why}`,
  status: {
    uptime: '稼働開始：',
    index: '索引',
    queue: (waiting, running) => `待ち行列：待機${waiting}件、処理中${running}件`,
    times: (p50, p95, n) => `回答時間：中央値${p50} ms、p95 ${p95} ms（直近${n}件）`,
    noTimes: '回答時間：まだ質問がありません',
    votes: (up, down) => `👍 ${up} · 👎 ${down}（起動以降）`,
    misfit: (n, codes) =>
      `⚠️ 記事${n}件は${names.format(codes.map(languageName))}で、検索モデルが対応していないため、言葉の一致だけで探します。`,
  },
  gapsOff:
    '質問は保存していません。運営者が`KEEP_QUESTIONS_DAYS`を設定すると、答えが見つからなかった質問をここで確認できます。',
  noGaps: 'これまでの質問にはすべて答えが見つかりました。',
  gaps: (days) => `直近${days}日間に、よい答えが見つからなかった質問：`,
  gapMissed: '答えなし',
  gapUnhelpful: '👎',
  otherWordings: (n) => `ほか${n}通りの聞き方`,
  forgotten: (n) =>
    n === 0 ? '保存していた質問はありません。' : `保存していた質問${n}件を削除しました。`,
};
