/**
 * Discord's limits, in UTF-16 code units where they count text: never less strict than Discord,
 * which counts code points in some places.
 */
export const LIMITS = {
  /** All text displays of one message together. */
  text: 4_000,
  /** Components of one message, nested ones counted. */
  components: 40,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  /** What the client accepts as a link's address. */
  url: 512,
  /** Placeholder, label and description of a select menu. */
  menuText: 100,
  choices: 25,
  choiceName: 100,
  threadName: 100,
} as const;
