import fc from 'fast-check';
import type { Random } from '../../src/evaluation/random.ts';
import { nastyText } from '../discord/nasty.ts';

/** What Discord takes of a member who pays. */
const LONGEST = 4_000;
/** Room for the mention of the bot. */
const MENTION = 30;

/** Questions that are each hostile in a way of its own. */
const KINDS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u0000\u0001\u001b[31mred\u0007',
  '?!',
  '...',
  '\u200b\u200b\u200b',
  '\u202e\u2066\u200f',
  'the of and is it',
  'who what when where why',
  'a'.repeat(LONGEST - MENTION),
  'flood '.repeat(650),
  'w'.repeat(499),
  `${'h\u0351\u036be\u0343\u0351l\u036bl\u0343o\u0351'.repeat(30)} river?`,
  '\ud800 lone \udc00 surrogates of the river \ud83d',
  '@everyone @here how high did the river rise?',
  '<@&1> <@123456789012345678> <#1> <t:1:R> </ask:1> <id:home> how high did the river rise?',
  '[the wall](https://evil.example) stood how many kilometres?',
  '<https://evil.example> https://evil.example/x_y_z the wall of Ostby?',
  '```js\nprocess.exit()\n``` the wall of Ostby `code` ||spoiler|| **bold** __x__ ~~y~~?',
  '# The wall\n-# of Ostby\n> how many\n>>> kilometres\n- stood?\n1. yes\n* no',
  '<:wall:123456789012345678> <a:river:123456789012345678> how high did it rise?',
  'pq1.delete.123456789012345678.AAAAAAAA the wall of Ostby',
  '{"custom_id":"pq1.human.1.x"} the wall of Ostby',
  '-# ❓ what was asked before of the wall of Ostby',
  'מה גובה החומה של Ostby the wall?',
  'ما هو ارتفاع النهر the river Alder rose?',
  '河はどれだけ上がりましたか the river Alder rose?',
  '👩‍👩‍👧‍👦🇩🇪👍🏽'.repeat(30),
  "'; DROP TABLE articles; -- the library of Ostby",
  '{{7*7}} %s %n ../../etc/passwd the library of Ostby',
  'What does the hostile paragraph say about pings?',
  'What does the zalgo paragraph say?',
  'Which endless turnips paragraph stops?',
  '\u2028the wall\u2029of\u0085Ostby\u000bstood\u000c?',
  '\ufeffthe wall\ufffe of Ostby\uffff?',
];

const SUBJECTS = [
  '',
  ' How many kilometres of the wall stood when the water came?',
  ' How many visitors did the library count?',
  ' Who is the mayor of Ostby?',
];

/** The kinds first, then pieces of what means something to Discord or to Unicode, at random. */
export function hostileQuestions(count: number, random: Random): string[] {
  const pieces = fc.sample(nastyText(1, 40), { numRuns: count, seed: random.below(2 ** 30) });
  return Array.from({ length: count }, (_, i) => {
    const kind = KINDS[i];
    if (kind !== undefined) return kind;
    const subject = SUBJECTS[random.below(SUBJECTS.length)] ?? '';
    return `${pieces[i]}${subject}`.slice(0, LONGEST - MENTION);
  });
}
