/** Articles that the questions are asked of. */
export const ARTICLES: Readonly<Record<string, string>> = {
  'flood.md': `# The flood of Hallmark

The government of Hallmark spent 61 million crowns after the flood. Mayor Lindqvist promised a bridge.

It was Lindqvist who opened the Scottish Bridge. The accommodation of the families began in September.

The harbour wall was seperated from the quay, and the first ferry sailed on the Rhône with Hermann Weber.`,
  'archive.md': `# The archive

The archive keeps the protocol of ARPANET and the papers of Telenet in twelve boxes.

Families may read there, and the trial of the writers is filed under number 1871.`,
};

/** A question, and what it is corrected to. */
export const CORRECTED: readonly (readonly [typed: string, meant: string])[] = [
  // One slip
  ['What did the goverment spend?', 'What did the government spend?'],
  ['What did the govermnent spend?', 'What did the government spend?'],
  ['What did the governmment spend?', 'What did the government spend?'],
  ['What did the governmemt spend?', 'What did the government spend?'],
  ['when did the famlies move', 'when did the families move'],
  ['which frst ferry sailed', 'which first ferry sailed'],
  ['Goverment money', 'Government money'],
  ['the goverment’s money', 'the government’s money'],
  ['(goverment)', '(government)'],
  ['Who sailed on the rhnôe?', 'Who sailed on the rhone?'],
  // Two slips in a long word
  ['Where was the acomodation?', 'Where was the accommodation?'],
  // Two words
  ['Did the goverment help famlies?', 'Did the government help families?'],
  // Names
  ['What did Lindqivst promise?', 'What did Lindqvist promise?'],
  ['what did lindqvits promise', 'what did lindqvist promise'],
];

/** A question that stays as it is. */
export const KEPT: readonly (readonly [why: string, question: string])[] = [
  ['every word is held', 'What did the government of Hallmark spend?'],
  ['an inflection of a word that is held', 'Who is governing the ferries?'],
  ['an English word that no article has', 'Who has read the flout?'],
  ['… that is one letter from one that is held', 'Was there a fairy or a fridge?'],
  ['… of American spelling', 'Where is the harbor?'],
  ['a misspelling that the articles have, too', 'What was seperated?'],
  ['a number', 'What happened in 1817, under number 18711?'],
  ['letters and digits', 'Where is the harbr7?'],
  ['too short', 'Who rd the pprs?'],
  ['a name that is near to no name', 'Who was Trialo?'],
  ['a name near to another that stands there once', 'Who was Herrmann?'],
  ['a name with another letter', 'Who was Lindqpist?'],
  ['a name with another first letter', 'Who was Kindqvist?'],
  ['two slips in a short word', 'Who sent the fmilise?'],
  ['part of a contraction', 'Who wouldn’t and couldn’t?'],
  ['part of a name with an apostrophe', "Who was O'Lindqivst?"],
  [
    'more unknown words than two: another language',
    'Wann wurde bridgen govermenten famlien gebaut?',
  ],
  ['no words of letters', '2024-03-12?'],
  ['another script', 'Кто построил мост?'],
];
