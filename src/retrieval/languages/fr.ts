import { type CitationRules, frame, frameOfNoun } from './citation-rules.ts';

const AUTHOR = "(?:l['’])?(?:auteure?|autrice)s?";
const IS = '(?:est|était|a été|fut)';
const PUBLISHED = '(?:publié|écrit|paru|rédigé|posté)e?';
/** "De", and what it makes with an article. */
const OF = "(?:du|de la|de l['’]|des|de|d['’])";

export const FRENCH_CITATIONS: CitationRules = {
  lead: "(?:et|mais|alors|ok(?:ay)?|salut|bonjour|dis(?:-moi)?|(?:peux-tu|tu peux|pouvez-vous) me dire|sais-tu|savez-vous|s['’]il (?:te|vous) pla[iî]t)[\\s,:]+",
  tail: ",? s['’]il (?:te|vous) pla[iî]t|,? stp|,? svp",
  andWhen: '(?:[,?]+ (?:et )?| et )(?:quand|à quelle date|de quand date-t-il)',
  andWho: "(?:[,?]+ (?:et )?| et )(?:par qui|qui l['’]a écrite?|de qui (?:est-il|est-ce))",
  near: 'ce(?:t|tte)?|ceci',
  articles: 'le|la|cet|ce|cette',
  afterHead: 'sur|de|du|des|intitulée?|appelée?|nommée?|qui|que|où|dans|avec|concernant',
  beforeTitle: "(?:l['’]|le |cet |ce )?(?:article|rapport|entretien|texte|reportage)",
  plainNouns: 'article billet post',
  otherNouns: 'rapport texte entretien interview reportage chronique essai document page histoire',
  fillers:
    'le la les l un une ce cet cette ceci ça cela de du des d sur au sujet propos à intitulé intitulée auteur auteure autrice qui que dans il',
  frames: [
    frame('authors', 'qui (?:a écrit|a rédigé|écrivit) (?<of>.+)'),
    frame('authors', `(?:qui (?:est|en est) )?${AUTHOR}(?: ${OF} ?(?<of>.+))?`),
    frame('authors', `par qui (?<of>.+?) a(?:-t-(?:il|elle))? été (?:écrit|rédigé)e?`),
    frameOfNoun('authors', 'de qui est (?<of>.+)'),
    frame('authors', 'de qui est (?<of>ceci|cela)|(?:par|de) qui'),

    frame(
      'date',
      `(?:quand|à quelle date|en quelle année) (?<of>.+?) ?(?:a-t-(?:il|elle)|${IS}) (?:été )?${PUBLISHED}`,
    ),
    frame('date', `(?:quand|à quelle date) a(?:-t-il|-t-elle)? été ${PUBLISHED} (?<of>.+)`),
    frame('date', `(?:quand|à quelle date) a(?:-t-il|-t-elle) été ${PUBLISHED}`),
    frameOfNoun('date', 'de quand (?:date|est) (?<of>.+)'),
    frame('date', 'de quand (?:date|est) (?<of>ceci|cela|ça)|de quand (?:date-t-il|est-il)'),
    frameOfNoun('date', 'quand est paru (?<of>.+)'),
    frame('date', `(?:quelle est )?(?:la )?date de (?:publication|parution)(?: ${OF} ?(?<of>.+))?`),
    frameOfNoun('date', `(?:quelle est )?(?:la )?date ${OF} ?(?<of>.+)`),

    frame('title', '(?:quel est )?(?:le |son )?titre'),
    frameOfNoun('title', `(?:quel est )?(?:le )?titre ${OF} ?(?<of>.+)`),
    frameOfNoun('title', "comment s['’](?:appelle|intitule) (?<of>.+)"),
    frame('title', "de quel (?<of>article) (?:vient|s['’]agit-il|est tiré)(?: (?:ceci|cela|ça))?"),
  ],
  speaksOf: {
    authors: 'écri(?:t|te|ts|vit|vait|re)|rédig\\p{L}+|auteure?s?|autrices?',
    date: 'publi\\p{L}+|paru\\p{L}*|parut|écrite?|imprim\\p{L}+',
    title: 'titres?|intitul\\p{L}+|appelée?s?|nommée?s?',
  },
};
