/**
 * What a language says of questions. `openers` are words as people write them; the rest are
 * regular expressions over plain words (see `plain-words.ts`): lower case, no accents, apostrophes
 * and hyphens as spaces.
 */
export interface QuestionRules {
  /** Words that may open a question. */
  openers: string;
  /** Said before a question: to nobody ("anyone know"), or without a meaning ("ok so"). */
  lead: string;
  /** Ends a lead that asks the people there; what follows may be a question for the articles. */
  whoKnows: string;
  /** Asks who did something: a question of two words, that of one verb after it. */
  whoDid: string;
  /** Begins what goes on with the question before, as people write it: "or …?". */
  alternative: string;
  /** Two questions in one sentence, as people write them. */
  joined: {
    /** Between the two. */
    and: string;
    /** How the second begins, up to the blank after its verb: one that is surely whole. */
    second: string;
    /** How the first begins; "does the report say who …" goes on being asked after its "and". */
    first: string;
    /** A first half that has no subject yet: "what is the name" (and what is the age of …). */
    noSubject: string;
  };
  /** How a question begins where no question mark says that it is one. */
  unmarked: readonly string[];
  /** How talk begins that opens like a question, with or without a mark. */
  statements: readonly string[];
  /** Words that speak to the people who are there, anywhere after an opener. */
  toPeople: string;
  /** How a question begins that goes on from what was said, as people write it. */
  goesOn: string;
  /** Words that stand for people (or a group) named before. */
  persons: string;
  /** Words that stand for a thing or a matter named before, but often for something in the question, too. */
  things: string;
  /** Words that carry no subject of their own. */
  functionWords: string;
  /** A word for the one who is spoken to, and where it stands for anybody. */
  you?: { said: RegExp; ofAnybody: RegExp };
}
