import { type CitationRules, frame, frameOfNoun } from './citation-rules.ts';

const AUTHOR = '(?:autor(?:in|en)?|verfasser(?:in)?)';
const PUBLISHED = '(?:veröffentlicht|geschrieben|verfasst|publiziert|gepostet)(?: worden)?';
/** "Das": what is at hand, or the beginning of a name. */
const IT = 'das|dies|es';

export const GERMAN_CITATIONS: CitationRules = {
  lead: '(?:und|aber|also|ok(?:ay)?|hey|hallo|bitte|sag mal|(?:kannst|könntest) du mir (?:bitte )?sagen|weißt du|weisst du)[\\s,:]+',
  tail: ',? bitte|eigentlich|denn',
  andWhen: '(?:[,?]+ (?:und )?| und )(?:wann|von wann|wann (?:war|ist) das)',
  andWho:
    '(?:[,?]+ (?:und )?| und )(?:von wem|wer hat (?:es|ihn|das) geschrieben|wer ist der autor)',
  near: 'dies|diese[rsmn]?',
  articles: 'der|die|das|den|dem|des|diese[rsmn]?',
  afterHead: 'über|ueber|zu|zum|zur|von|vom|aus|mit|namens|der|die|das|des|wo|worin',
  beforeTitle: '(?:der |den |dieser |diesen |das )?(?:artikel|bericht|interview|text)',
  plainNouns: 'artikel artikels beitrag beitrags blogbeitrag blogbeitrags zeitungsartikel',
  otherNouns:
    'bericht berichts text textes interview interviews reportage kolumne essay dokument dokuments seite geschichte',
  fillers:
    'der die das den dem des ein eine einen einem eines dieser diese dieses diesen diesem über ueber zu zum zur von vom aus mit namens titel autor autorin verfasser es dies',
  frames: [
    frame('authors', '(?:wer hat|wer hatte) (?<of>.+?) (?:geschrieben|verfasst)'),
    frame('authors', 'wer (?<of>.+?) (?:geschrieben|verfasst) hat'),
    frame('authors', 'wer schrieb (?<of>.+)'),
    frame('authors', `(?:wer (?:ist|war) )?(?:der |die )?${AUTHOR}(?: (?:von |vom )?(?<of>.+))?`),
    frameOfNoun('authors', 'von wem (?:ist|stammt|kommt) (?<of>.+)'),
    frame('authors', `von wem (?:ist|stammt|kommt) (?<of>${IT})|von wem`),
    frame('authors', 'von wem (?:wurde|ist) (?<of>.+?) (?:geschrieben|verfasst)(?: worden)?'),

    frame('date', `(?:wann|in welchem jahr) (?:ist|wurde|war) (?<of>.+?) ${PUBLISHED}`),
    frame('date', `wann (?<of>.+?) ${PUBLISHED} (?:wurde|ist)`),
    frameOfNoun('date', '(?:wann|in welchem jahr) (?:ist|erschien) (?<of>.+?)(?: erschienen)?'),
    frame('date', `wann ist (?<of>${IT}) erschienen`),
    frame('date', 'wann hat (?<by>.+?) (?<of>(?:den|diesen|das|die) .+) geschrieben'),
    frame('date', `von wann (?:ist|stammt) (?<of>${IT})|von wann`),
    frameOfNoun('date', '(?:von wann (?:ist|stammt)|wie (?:alt|aktuell) ist) (?<of>.+)'),
    frameOfNoun('date', '(?:was ist )?(?:das )?(?:erscheinungs|veröffentlichungs)?datum (?<of>.+)'),
    frame('date', '(?:was ist )?(?:das )?(?:erscheinungs|veröffentlichungs)datum'),

    frame('title', '(?:was ist |wie (?:lautet|heißt|heisst) )?(?:der titel|die überschrift)'),
    frameOfNoun(
      'title',
      '(?:wie (?:lautet|ist) |was ist )?(?:der titel|die überschrift) (?<of>.+)',
    ),
    frameOfNoun('title', 'wie (?:heißt|heisst) (?<of>.+)'),
    frame('title', '(?:aus )?welche[rm] (?<of>artikel|beitrag) ist das'),
  ],
  speaksOf: {
    authors: 'schrieb(?:en)?|geschrieben|verfasst\\p{L}*|autor\\p{L}*|verfasser\\p{L}*',
    date: 'veröffentlich\\p{L}*|erschien(?:en)?|geschrieben|gedruckt|herausgegeben',
    title: 'titel|heißt|hieß|genannt|überschrift',
  },
};
