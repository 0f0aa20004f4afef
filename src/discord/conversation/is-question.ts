/** Words that open a question, in the languages that the bot speaks. */
export const QUESTION_OPENERS: ReadonlySet<string> = new Set(
  (
    'who what when where why which how whose whom is are was were do does did can could will would should has have had ' +
    'wer was wann wo warum wieso weshalb welche welcher welches wie wessen wem wen wohin woher ist sind war waren hat haben kann ' +
    'quién quien qué que cuándo cuando dónde donde cuál cual cómo como cuánto cuanto cuántos cuántas ' +
    'qui quoi quand où pourquoi quel quelle quels quelles comment combien est-ce'
  ).split(' '),
);
/** With a question mark; shorter ones are reactions ("really?", "what?"). */
const LEAST_WORDS = 3;
/** Without a question mark, after an opening word. */
const LEAST_WORDS_UNMARKED = 4;
/** Asked of the people in the channel, not of a library. */
const TO_PEOPLE =
  /^(?:hey|hi|hello|hallo|hola|salut|lol|wait|anyone|anybody|(?:does|has|is|can|could|would|will) (?:anyone|anybody|someone|somebody|you)|(?:do|are|have) you|how are (?:you|u|things)|how's|what's up|who wants|wer hat lust|(?:kann|hat|weiß|will) (?:jemand|wer)|kannst du|wie geht|alguien|quelqu['’]un)(?!\p{L})/iu;

/** Whether a message in a channel full of people is a question for the articles. */
export function isQuestion(text: string): boolean {
  if (/https?:\/\//u.test(text) || TO_PEOPLE.test(text)) return false;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (/[?？؟⸮]/u.test(text)) return words.length >= LEAST_WORDS;
  return (
    words.length >= LEAST_WORDS_UNMARKED && QUESTION_OPENERS.has((words[0] ?? '').toLowerCase())
  );
}
