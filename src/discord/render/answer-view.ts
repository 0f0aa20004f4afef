/** Room for the bot's own words in a card: two lines of them. */
export const OWN_WORDS = 400;

/** How an answer is to be shown. */
export interface AnswerView {
  /** Repeated above the answer, where it stands nowhere else in the channel. */
  question?: string | undefined;
  /** Reference to the one article that was searched. */
  scope?: string | undefined;
  /** Quotes shown on earlier cards, and the public one of those. */
  shownBefore?: number;
  /** Reference to the text of the passage that the quotes are without. */
  without?: string;
  card?: string | undefined;
  /** Show all quotes, however high the card becomes. */
  isFull?: boolean;
  /** Show the button that calls for a human, unless a quote answers. */
  canAskHuman?: boolean;
  /** Show the button with which a member is told when a later article answers a miss. */
  canBeTold?: boolean;
  /** Which of several answers in one message this is, from 0, and what it may take of that. */
  part?: number;
  room?: number;
  nearest?: number;
  withoutDelete?: boolean;
  /** The question's language, where no article is in it. */
  foreign?: string | undefined;
}
