import type { IntentRules } from './intent-rules.ts';

export const GERMAN_INTENTS: IntentRules = {
  slots: {
    articles: 'artikeln?|beitrage|texte|quellen|dokumente|berichte',
    noun: 'artikels?|beitrag|text|bericht|interview|dokument',
    about: 'uber|ueber|zu|zum|zur|von|vom|ueber das thema|zum thema|wegen',
    any: '(?:et)?was|irgend ?(?:et)?was|(?:einen |irgendeinen |irgendwelche )?(?:artikel|beitrage?|texte?|berichte?)|infos?',
    show: '(?:zeige?|gib|nenne?|liste?|such|suche|finde)(?: mir| uns)?',
    newest: 'neuesten?|neusten?|neuen?|letzten?|aktuellsten?|jungsten?',
    praise:
      'danke|dankeschon|danke (?:dir|schon|sehr|euch)|vielen(?: lieben)? dank|besten dank|herzlichen dank|lieben dank|tausend dank|vielmals|super|toll|klasse|prima|perfekt|cool|genial|spitze|sehr gut|gut gemacht|(?:das|hat) (?:hilft|geholfen)|das hat (?:sehr )?geholfen|das hilft(?: mir)?(?: sehr)?|genau das|fur (?:die|deine) (?:hilfe|antwort|info)',
    filler: 'ok|okay|ach|aha|ach so|alles klar|ja|nein|ne|tschuss|gute nacht|schon gut|egal',
    greeting:
      'hallo|hi|hey|moin|moinsen|servus|gruss gott|guten (?:tag|morgen|abend)|guten|gruezi|na',
  },
  clauseWords:
    'dass|das|die ich|welche|welcher|was|wer|wem|wen|wann|wo|warum|wie|ist|sind|war|waren|hat|haben|hatte|kann|konnte|wird|wurde|und|aber|ob|weil|nicht',
  lead: 'hallo|hi|hey|ok|okay|und|also|bitte|bot|sag mal|sag mir|(?:kannst|konntest|wurdest) du(?: mir| uns)?(?: bitte)?|(?:kann|konnte) ich|ich (?:mochte|will|wurde gerne?)(?: wissen)?|mal|kurz|entschuldigung|weisst du',
  tail: 'bitte|danke|bot|denn|mal|eigentlich|so|hier|alles|sagen|zeigen|wissen|nennen|geben|jetzt',
  patterns: {
    list: [
      'welche {articles} (?:hast du|habt ihr|gibt es|gibts|gibt s|kennst du|sind da|kann ich lesen)',
      'was (?:hast du|habt ihr|gibt es|gibts) (?:fur|an) {articles}',
      '{show} (?:bitte )?(?:alle |die |deine |alle deine |eine )?(?:{articles}|artikelliste)(?: auf| an)?',
      '(?:{show} )?(?:bitte )?(?:die |eine )?liste (?:der|aller|deiner|von) {articles}',
      '(?:alle|deine|alle deine) {articles}',
      'artikelliste|quellen',
      'was hast du(?: alles)?',
      'wie viele {articles} (?:hast du|habt ihr|gibt es|gibts|kennst du)',
      '(?:welche|was sind deine) themen(?: (?:hast|kennst) du| gibt es)?',
    ],
    newest: [
      'was (?:gibt es|gibts|gibt s) neues',
      'was ist neu',
      'etwas neues|gibt es (?:et)?was neues|neues|neuigkeiten|neuigkeiten da',
      '(?:gibt es|gibts|hast du|habt ihr) (?:neue|neuere) {articles}',
      '(?:{show} )?(?:bitte )?(?:die |den |das |der )?{newest} (?:artikel|beitrage?|texte?|berichte?)',
      '(?:was|welcher|welches) (?:ist|war) (?:der |dein )?{newest} (?:artikel|beitrag|text)',
      'was wurde (?:zuletzt|neulich|kurzlich) (?:veroffentlicht|geschrieben)',
    ],
    find: [
      '(?:(?:gibt es|gibts|gibt s|hast du|habt ihr|kennst du|findest du) )?{any} {about} {subject}',
      '{show} (?:bitte )?(?:alle |die )?{any} {about} {subject}',
      'welche {articles} (?:handeln|berichten|sprechen|erzahlen) (?:von|vom|uber) {subject}',
      '(?:welche |was fur )?{articles} (?:hast du |gibt es )?{about} {subject}',
      'was (?:hast|weisst) du {about} {subject}',
    ],
    about: [
      'wer bist du',
      'was bist du(?: fur einer)?',
      'bist du (?:ein |eine )?(?:echter |richtiger )?(?:bot|roboter|ki|mensch|maschine|chatgpt|echt|programm)',
      'wer hat dich (?:gemacht|gebaut|programmiert|geschrieben|entwickelt|erstellt)',
      'wie heisst du',
      'stell dich (?:bitte )?vor',
      'erzahl (?:mir )?(?:et)?was uber dich',
    ],
    help: [
      '{greeting}(?: bot| zusammen| du| leute)?',
      'hilfe|anleitung|befehle',
      'hilf mir',
      '(?:kannst|konntest) du (?:mir |uns )?helfen',
      '(?:ich )?brauche? hilfe',
      'was kannst du(?: alles)?',
      'wie funktionierst du|wie funktioniert (?:das|der bot|dieser bot|es)',
      'wie geht (?:das|es|das hier|der bot)',
      'wie (?:benutze|verwende|frage) ich (?:dich|das|den bot)',
      'was kann ich (?:dich |hier )?fragen',
      'welche befehle (?:gibt es|hast du|kennst du)',
    ],
    summary: [
      'fasse? (?:mir )?(?:bitte )?(?<subject>(?:den|diesen|die|das|dieses|dies|es|ihn)(?: \\S+){0,7}) zusammen',
      '(?<subject>(?:den|diesen|die|das|dieses|dies|es|ihn)(?: \\S+){0,7}) zusammenfassen',
      '(?:{show} |eine |die |kurze )*zusammenfassung(?: (?:von|vom|des|der|zu|zum) {subject})?',
      '(?:worum geht (?:es|s)|wovon handelt|worum gehts) (?:in |im )?(?:diesem|dem|dieser|der|das|dieses|dies|es)?(?: ?{noun})?(?: (?:uber|zu|zum|zur) {subject})?(?: hier)?',
      'was steht (?:in|im) (?:diesem |dem )?{noun}(?: (?:uber|zu|zum|zur) {subject})?',
    ],
    thanks: ['(?:(?:{filler}) )*{praise}(?: (?:{praise}|{filler}|bot))*'],
    chatter: ['(?:{filler})(?: {filler})*'],
  },
  fillers:
    'der die das den dem des ein eine einen diesen diesem dieser dieses dies es ihn uber ueber zu zum zur von vom in im und artikel artikels beitrag text',
};
