import type { MetadataRules } from './metadata-rules.ts';

export const FRENCH_METADATA: MetadataRules = {
  slots: {
    w: ' (?:§|¤)|',
    s: ' §|',
    when: '§|¤',
    articles: 'articles?|textes?|billets?|publications?|posts?',
    about: 'sur|a propos d[eu]?|au sujet d[eu]?|concernant|qui parlent d[eu]?|qui traitent d[eu]?',
    by: 'de|du|par|ecrits? par|publies? par|signes?',
    wrote: 'ecrite?s?|publiee?s?|redigee?s?',
    there:
      'y a t il|as tu|avez vous|il y a|existe t il|sont|ont ete (?:publies|ecrits)|portent|sont parus',
    show: '(?:montre moi|montrez moi|donne moi|liste|affiche) ',
    said: 'dit|ecrit|publie|rapporte|raconte',
  },
  clauseWords:
    'que|qui|quoi|quel|quelle|quels|quelles|quand|ou|comment|combien|est|sont|etait|a|ont|mais|si|parce|§|¤',
  lead: 'salut|bonjour|ok|bon|et|stp|svp|dis moi|sais tu|(?:peux tu|pouvez vous) (?:me )?(?:dire|montrer)|je (?:veux|voudrais) savoir',
  tail: 'stp|svp|s il te plait|s il vous plait|merci|maintenant|ici|en tout|alors',
  patterns: {
    newest: [
      '(?:quoi de neuf|du nouveau|des nouvelles|quoi de nouveau) {about} {subject}',
      '(?:quelles sont )?(?:les )?dernieres (?:nouvelles|infos|informations) {about} {subject}',
      '(?:quel est |quels sont |{show})?(?:le |les |l )?(?:derniers?|plus recents?|nouveaux?) {articles} {about} {subject}',
      '(?:quel est |quels sont |{show})?(?:le |les |l )?(?:derniers?|plus recents?|nouveaux?) {articles} {by} {author}',
      '(?:quel est |quels sont |{show})?(?:le |les |l )?{articles} les? plus recents? {about} {subject}',
      '(?:quel est |quels sont |{show})?(?:le |les |l )?{articles} les? plus recents? {by} {author}',
    ],
    oldest: [
      '(?:quel est )?(?:le |l )?(?:{articles} )?le plus ancien(?: {articles})? {about} {subject}',
      '(?:quel est )?(?:le |l )?(?:{articles} )?le plus ancien(?: {articles})? {by} {author}',
    ],
    count: [
      'combien d {articles} (?:{there} )?{about} {subject}{s}',
      'combien d {articles} (?:{there} )?{by} {author}{w}',
      'combien d {articles} (?:a|ont) {wrote} {author}{w}',
      'combien d {articles} {author} a t (?:il|elle) {wrote}{w}',
      'combien d {articles} (?:{there} )?{when}',
    ],
    authors: [
      'qui (?:a|ont) (?:ecrit|publie|redige)(?: quelque chose| des {articles}| un {articles})? {about} {subject}{s}',
      'qui ecrit {about} {subject}',
      'quels? auteurs? (?:a|ont) (?:ecrit|publie) {about} {subject}',
    ],
    articles: [
      'qu (?:a|ont) {wrote} {author}{w}',
      'qu (?:a|ont) {wrote} {author} {about} {subject}{s}',
      'qu est ce qu (?:a|ont) {wrote} {author}{w}',
      'qu est ce que {author} a {wrote}{w}',
      'quels {articles} (?:a|ont) {wrote} {author}{w}',
      'quels {articles} {author} a t (?:il|elle) {wrote}{w}',
      '(?:{show}|quels )?(?:les )?{articles} (?:{there} )?{by} {author}{w}',
      '(?:{show}|quels |y a t il (?:des |un )|as tu (?:des |un ))?(?:les )?{articles} (?:{there} )?{about} {subject}{s}',
      'quels {articles} (?:parlent|traitent) d[eu]? {subject}{s}',
      '(?:{show}|quels )?(?:les )?{articles} {when} (?:sont sur|portent sur|parlent d[eu]?|traitent d[eu]?|sur|a propos d[eu]?) {subject}',
      '(?:{show}|quels )?(?:les )?{articles} (?:{there} )?{when}',
      'qu est ce qui a ete publie {when}',
    ],
    dated: [
      'qu a t on {said} {about} {subject} §',
      'que (?:disait|dit) on (?:d[eu]?|sur) {subject} §',
      'qu a t on {said} § {about} {subject}',
      'qu est ce qui a ete {said} {about} {subject} §',
      'qu est ce qui a ete {said} § {about} {subject}',
      'que (?:disent|disaient|racontent) (?:les |tes )?{articles} {when} {about} {subject}',
      '(?:selon|d apres|dans) (?:les |des )?{articles} {when} {rest}',
      '{rest} (?:selon|d apres|dans) (?:les |des )?{articles} {when}',
    ],
  },
};
