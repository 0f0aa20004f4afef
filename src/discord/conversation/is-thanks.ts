/** What people say to a bot that answered: asks for nothing. */
const THANKS =
  /^(?:(?:ok(?:ay)?|thanks?|thank you|thx|ty|cheers|cool|nice|great|perfect|wow|lol|good bot|danke(?: dir| schön)?|super|toll|gracias|genial|merci|parfait|very much|so much|vielmals|beaucoup|muchas)[\s,.!]*)+$/iu;

/** What people say to a bot that they meet. */
const GREETING =
  /^(?:hi|hey|hello|help|hallo|hilfe|hola|ayuda|salut|bonjour|aide|test)[\s,.!?]*$/iu;

export function isThanks(text: string): boolean {
  return THANKS.test(text.trim());
}

export function isGreeting(text: string): boolean {
  return GREETING.test(text.trim());
}
