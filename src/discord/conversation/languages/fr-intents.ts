import type { IntentRules } from './intent-rules.ts';

export const FRENCH_INTENTS: IntentRules = {
  slots: {
    articles: 'articles?|textes|sources|documents|rapports|billets',
    noun: 'article|texte|rapport|document|entretien|billet|interview',
    have: '(?:as tu|avez vous|tu as|vous avez|y a t il|il y a|connais tu|connaissez vous|t as)',
    about:
      'sur|au sujet de|au sujet du|a propos de|a propos du|concernant|qui parlent? de|qui parlent? du',
    show: '(?:montre|montrez|donne|donnez|liste|listez|affiche|affichez|cherche|cherchez|trouve|trouvez)(?: moi| nous)?',
    newest: 'derniers?|nouveaux|plus recents?|recents?|dernier',
    praise:
      'merci|merci (?:beaucoup|bien|bcp)|mille mercis|un grand merci|super|parfait|genial|excellent|bravo|tres bien|top|c est parfait|ca m aide|ca aide|cool|pour (?:ton|votre) (?:aide|aide precieuse)|pour (?:ta|votre|la) reponse|beaucoup|bon bot',
    filler: 'ok|okay|d accord|ah|oh|oui|non|bon|je vois|mdr|au revoir|bonne nuit|tant pis',
    greeting: 'bonjour|salut|bonsoir|coucou|hello|bjr|slt',
  },
  clauseWords:
    'que|qui|quand|ou|comment|pourquoi|quel|quelle|est|sont|etait|a|ont|avait|peut|et|mais|si|parce|ne',
  lead: 'bonjour|salut|ok|et|dis moi|dites moi|s il te plait|s il vous plait|stp|svp|bot|(?:peux tu|pouvez vous|pourrais tu|pourriez vous)(?: me| nous)?(?: dire| montrer)?|je voudrais (?:savoir|voir)|j aimerais (?:savoir|voir)|est ce que|tu peux(?: me)?',
  tail: 's il te plait|s il vous plait|stp|svp|merci|bot|ici|maintenant|aujourd hui',
  patterns: {
    list: [
      '(?:quels|quelles) (?:sont (?:tes|vos|les) )?{articles}(?: {have}| peux tu citer| pouvez vous citer)?',
      '{show} (?:tous les |les |tes |vos |tous tes |la liste des )?{articles}',
      '(?:{show} )?(?:la |une )?liste (?:des|de tes|de vos|de tous les) {articles}',
      '(?:tous les|tes|vos) {articles}',
      'combien d (?:articles|textes) {have}|{have} combien d articles',
      'tu as quoi(?: comme {articles})?|qu as tu comme {articles}|qu as tu|qu avez vous|quels sujets (?:connais tu|as tu)',
    ],
    newest: [
      'quoi de neuf|du nouveau|rien de neuf|du neuf|des nouveautes|quelles nouveautes',
      '(?:{have} )?(?:des |de )?(?:nouveaux articles|nouveaux textes|nouveautes)|{have} (?:quelque chose de nouveau|du nouveau)',
      '(?:{show} )?(?:les |l |le )?(?:tout )?{newest} (?:articles?|textes?|billets?)',
      '(?:{show} )?(?:les |l |le )?(?:articles?|textes?|billets?) (?:les |le )?{newest}',
      'quels sont (?:les|tes|vos) {newest} (?:articles|textes)',
      'quel est (?:le dernier article|l article le plus recent)',
    ],
    find: [
      '(?:{have} |{show} )?(?:quelque chose|qqch|des articles|un article|articles?|d autres articles|des textes|des infos|des informations) {about} {subject}',
      '(?:quels|quelles) {articles} (?:parlent (?:de|du|des)|traitent (?:de|du|des)|mentionnent|{have} {about}|{about}) {subject}',
      '(?:qu as tu|qu avez vous) {about} {subject}',
    ],
    about: [
      'qui (?:es tu|etes vous)|(?:tu es|t es|vous etes) qui|qui es tu toi',
      'qu es tu|tu es quoi|t es quoi',
      '(?:es tu|tu es|etes vous) (?:un |une )?(?:bot|robot|ia|humain|personne|machine|chatgpt)',
      'qui t a (?:fait|cree|programme|developpe|construit)',
      'comment t appelles tu|comment tu t appelles|quel est ton nom|c est quoi ton nom',
      'presente toi|parle moi de toi',
    ],
    help: [
      '{greeting}(?: bot| tout le monde| a tous)?',
      'aide|a l aide|instructions|commandes|aide moi|aidez moi',
      '(?:(?:peux tu|pouvez vous|tu peux|pourrais tu) )?(?:m |nous )aider',
      '(?:j ai )?besoin d aide',
      'que (?:peux tu|sais tu|pouvez vous) faire|tu (?:peux|sais) faire quoi|que fais tu|(?:tu sers|a quoi sers tu|tu fais)(?: a)?(?: quoi)?',
      'comment (?:ca|tu|cela|le bot|ce bot) (?:marche|fonctionne)(?:s)?|(?:ca|tu) marches? comment',
      'comment (?:fonctionnes tu|t utiliser|je t utilise|ca s utilise|poser une question)',
      'que puis je (?:te |vous )?demander',
      'quelles commandes {have}',
    ],
    summary: [
      '(?:resume|resumez|resumer)(?: moi)? (?<subject>(?:l|le|la|cet|ce|cette|ca|cela)(?: \\S+){0,8})',
      '(?:(?:fais|faites|donne|donnez|moi|un|le|petit) )*resume(?: (?:de|du|de l) {subject})?',
      'de quoi (?:parle|traite|s agit il dans) (?:cet|l|le|ce|cela|ca)(?: {noun})?(?: (?:sur|a propos de) {subject})?',
      'que dit (?:cet|l|ce|le) {noun}',
      '(?:c est quoi|quel est) le sujet (?:de|du) (?:cet |l |ce )?{noun}',
    ],
    thanks: ['(?:(?:{filler}) )*{praise}(?: (?:{praise}|{filler}|bot))*'],
    chatter: ['(?:{filler})(?: {filler})*'],
  },
  fillers:
    'le la les l un une d de du des cet ce cette ca cela sur au sujet a propos en et dans article articles texte',
};
