import type { Words } from './en.ts';

const names = new Intl.ListFormat('pt-BR');
const languages = new Intl.DisplayNames('pt-BR', { type: 'language' });
const languageName = (tag: string) => languages.of(tag) ?? tag;

export const portuguese: Words = {
  likely: 'Provavelmente isto:',
  byWords: 'Provavelmente isto, a julgar só pelas palavras:',
  near: 'Não é uma resposta, mas chega perto:',
  searchedFor: (question) => `Busquei por “${question}”.`,
  withheld: 'Outra citação foi retida porque o artigo dela já não diz o mesmo.',
  missed: 'Nenhum dos meus artigos responde a isso.',
  otherLanguage: (articles, question) =>
    `Meus artigos estão em ${names.format(articles.map(languageName))}, e não encontro resposta para uma pergunta em ${languageName(question)}. Pergunte em ${languageName(articles[0] ?? 'en')}, por favor.`,
  nearest: 'Os mais próximos do assunto:',
  writtenBy: (title, authors) => `${title} é de ${authors}.`,
  dated: (title, date) => `${title} tem a data ${date}.`,
  called: (title) => `O artigo se chama ${title}.`,
  noAuthors: (title) => `${title} não diz quem o escreveu.`,
  noDate: (title) => `${title} não diz quando foi publicado.`,
  list: (all) => names.format(all),
  differ: 'Os artigos divergem:',
  andMore: (n) => `e mais ${n}`,
  context: 'Contexto',
  cite: 'Citar',
  sentenceLink: 'Link para a frase',
  sameArticle: 'Mesmo artigo',
  more: 'Mais',
  lookUp: 'Consultar',
  tellMe: 'Avise-me quando um artigo responder',
  willTell: (days) =>
    `Vou mandar uma mensagem direta se um artigo responder a isso em até ${days} dias. \`/forget-me\` cancela.`,
  cannotTell: 'Não consigo anotar isso agora. Tente de novo mais tarde, por favor.',
  newArticle: 'Artigo novo:',
  nowAnswered: (channel) => `Agora um artigo responde ao que você perguntou em ${channel}:`,
  askHuman: 'Perguntar a uma pessoa',
  nothingMore: 'Não tenho mais trechos para esta pergunta.',
  nothingMoreInArticle: 'Este artigo não tem mais trechos para a pergunta.',
  questionGone:
    'A pergunta não está mais aqui, então não posso continuar a busca. Faça a pergunta de novo, por favor.',

  failed: (id) => `Algo deu errado. Tente de novo, por favor. (Erro ${id})`,
  memberBusy: (s) => `São muitas perguntas. Pergunte de novo em ${s} s.`,
  guildBusy: (s) => `Este servidor está perguntando muito agora. Pergunte de novo em ${s} s.`,
  queueBusy: (s) => `Estou ocupado com outras perguntas. Pergunte de novo em ${s} s.`,
  stopping: 'Vou reiniciar. Pergunte de novo em um minuto, por favor.',
  away: 'Não consigo acessar os artigos agora. Pergunte de novo em um instante, por favor.',
  tooLong: (length, most) =>
    `Sua pergunta tem ${length} caracteres; aceito até ${most}. Pergunte com menos palavras, por favor.`,
  noWord: 'Pergunte com palavras, por favor: o melhor é uma pergunta de uma frase.',
  usage:
    'Faça uma pergunta, e eu respondo com citações dos meus artigos. `/about` diz o que eu conheço.',
  unreadable:
    'O Discord não me mostra o texto de uma resposta assim. Mencione-me nela ou use `/ask`.',
  welcome: 'De nada!',
  newestArticles: 'Meus artigos mais recentes:',
  onSubject: (subject) => `Meus artigos sobre “${subject}”:`,
  noneOnSubject: (subject) => `Nenhum dos meus artigos é sobre “${subject}”.`,
  noSummary: 'Eu cito, e não escrevo resumos. O artigo começa assim:',
  whichArticle: 'Qual artigo? Diga o título, ou responda a uma das minhas respostas.',
  alsoNamed: 'Com o mesmo nome:',
  onlySome: (most) => `Respondo a ${most} perguntas por vez. Faça as outras de novo, por favor.`,
  unreadableTarget: 'O Discord não me mostra o texto daquela mensagem. Pergunte você, por favor.',
  cannotWrite: (channel) =>
    `Vi sua pergunta em ${channel}, mas não posso escrever lá. Peça à moderação que me permita, ou pergunte aqui.`,

  staleButton: 'Este botão é de uma versão anterior minha. Faça a pergunta de novo, por favor.',
  foreignButton: 'Este botão não pertence a este lugar. Faça a pergunta de novo, por favor.',
  passageGone: 'Este trecho não está mais nos meus artigos: foi alterado ou retirado.',
  articleGone: 'Este artigo não está mais na minha biblioteca.',
  articleHidden: 'Você não vê este artigo aqui, ou não vê mais.',
  askPrivately: 'Este canal não vê esse artigo. Você vê: pergunte com `privado`.',
  askerOnly: 'Só quem perguntou, ou a moderação, pode apagar isto.',
  thanks: 'Obrigado pelo retorno.',
  thanksKept: 'Obrigado. Anotei para os administradores que isto não ajudou.',
  helpAsked: (thread) => `Pedi ajuda em ${thread}.`,
  helpBefore: 'A ajuda já foi pedida.',
  helpGone: 'O cargo de quem ajuda não existe neste servidor.',
  helpForAsker: 'Só quem perguntou pode pedir ajuda.',
  cannotOpenThread:
    'Não posso abrir um tópico aqui. A moderação pode me permitir criar tópicos públicos e escrever neles.',
  helpThread: (question) => `Ajuda: ${question}`,
  helpText: (role, asker) => `${role} ${asker} precisa de ajuda com uma pergunta:`,

  onPage: (n) => `p.\u00a0${n}`,
  paragraphOf: (n, all) => `¶ ${n} de ${all}`,
  noSuchParagraph: (n, all) => `Este artigo tem ${all} parágrafos, então não há um parágrafo ${n}.`,
  noSuchArticle: (text) => `Não tenho nenhum artigo como “${text}”.`,
  articles: (n) => (n === 1 ? '1 artigo' : `${n} artigos`),
  page: (n, all) => `Página ${n} de ${all}`,
  previous: 'Voltar',
  next: 'Avançar',
  readArticle: 'Ler um artigo …',
  noArticles: 'Nenhum artigo corresponde.',
  noSuchTag: (tag) => `Nenhum artigo tem a etiqueta “${tag}”.`,
  noSuchAuthor: (author) => `Nenhum artigo é de “${author}”.`,
  badDate: (text) => `“${text}” não é uma data. Escreva como 2025, 2025-03 ou 2025-03-31.`,
  similar: 'Os trechos mais próximos desta mensagem:',
  nothingToFind: 'Esta mensagem não tem texto que eu possa buscar.',

  verbatim: 'Literal',
  altered: 'Alterada',
  alteredHow: '~~Riscado~~ é o que foi citado, em **negrito** o que o artigo diz.',
  notFound: 'Não encontrada',
  notFoundWhere: 'Nenhum dos meus artigos diz isso, nem algo parecido.',
  alsoIn: 'Também em:',
  nothingToCheck: 'Isto não tem palavras que eu possa conferir.',

  post: 'Publicar no canal',
  posted: 'Publicado',
  cannotPost: 'Não posso escrever aqui, então não posso publicar isto.',
  notForChannel: 'Este canal não vê tudo isso, por isso não posso publicar aqui.',
  mayNotPost: 'Você não pode escrever aqui, então não posso publicar isto por você.',
  postedBy: (member) => `Publicado por ${member}`,
  solvedTag: 'resolvido',
  answeredThere: 'Respondi abaixo daquela mensagem.',

  about: (articles, passages) =>
    `Respondo com citações literais de **${articles}** artigos (${passages} trechos). Não escrevo respostas próprias.`,
  newest: 'Mais recente:',
  model: (name) => `Modelo de busca: \`${name}\``,
  privacyNothingKept:
    'Privacidade: leio uma mensagem só para respondê-la e não guardo nenhuma. O que você pergunta fica no Discord.',
  privacyKept: (days) =>
    `Privacidade: perguntas sem resposta ou marcadas como pouco úteis são guardadas por ${days} dias para os administradores. \`/forget-me\` apaga as suas na hora.`,

  scope: {
    here: (articles: string) => `Aqui respondo a partir de ${articles}:`,
    forYou: (articles: string) =>
      `Nas respostas que só você vê, com os seus cargos são ${articles}:`,
    because: (rule: string) => `pela regra ${rule}`,
    noRules: '“todos veem tudo”: não há `scopes.yaml`',
    thisServer: 'este servidor',
    noFolder: '(em nenhuma pasta)',
    nothing: 'Nenhum artigo.',
    isOutdated: 'O `scopes.yaml` mais recente tem erros, por isso vale o anterior. Estão no log.',
  },

  adminsOnly: 'Isto exige a permissão de gerenciar o servidor.',
  serverOnly: 'Isto só funciona em um servidor.',
  reindexing: (done, total) => `Lendo os artigos: ${done} de ${total} trechos …`,
  reindexStarted: 'Lendo os artigos … Até terminar, respondo com o índice anterior.',
  reindexRunning: 'Os artigos já estão sendo lidos.',
  reindexed: (added, changed, removed, seconds) =>
    `Pronto em ${seconds} s: ${added} adicionados, ${changed} alterados, ${removed} removidos.`,
  skipped: (n) => `Deixados de fora (${n}):`,
  reindexFailed: (why) => `O índice anterior continua em uso: ${why}`,
  status: {
    uptime: 'No ar desde',
    index: 'Índice',
    queue: (waiting, running) => `Fila: ${waiting} em espera, ${running} em andamento`,
    times: (p50, p95, n) => `Tempo de resposta: mediana ${p50} ms, p95 ${p95} ms (últimas ${n})`,
    noTimes: 'Tempo de resposta: nenhuma pergunta ainda',
    votes: (up, down) => `👍 ${up} · 👎 ${down} desde o início`,
    misfit: (n, codes) =>
      `⚠️ ${n === 1 ? '1 artigo está' : `${n} artigos estão`} em ${names.format(codes.map(languageName))}, que o modelo de busca não conhece: só se encontra pelas palavras.`,
  },
  gapsOff:
    'Não guardo perguntas. Quem me administra pode definir `KEEP_QUESTIONS_DAYS` para ver aqui o que ficou sem resposta.',
  noGaps: 'Até agora toda pergunta teve resposta.',
  gaps: (days) => `Perguntas sem uma boa resposta nos últimos ${days} dias:`,
  gapMissed: 'sem resposta',
  gapUnhelpful: '👎',
  otherWordings: (n) => (n === 1 ? 'outra formulação' : `outras ${n} formulações`),
  forgotten: (n) =>
    n === 0 ? 'Eu não tinha guardado nada seu.' : `Apaguei suas perguntas guardadas (${n}).`,
};
