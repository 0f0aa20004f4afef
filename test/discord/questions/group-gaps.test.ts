import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsCsv } from '../../../src/discord/questions/gaps-csv.ts';
import { asksTheSame, groupGaps } from '../../../src/discord/questions/group-gaps.ts';
import type { Gap } from '../../../src/discord/questions/kept-questions.ts';

const gap = (question: string, times = 1, last = 0, why: Gap['why'] = 'missed'): Gap => ({
  question,
  why,
  times,
  last,
});

const ALIKE: [string, string][] = [
  ['How many people died?', 'how many people died'],
  ['How many people died in the flood?', 'How many died in the flood, people?'],
  ['When does the pool open?', 'when is the pool opening'],
  ['Where is the library?', 'where is the library please'],
  ['What does a ticket cost?', 'what is the cost of a ticket'],
  ['What is the radius of Vessmark 7?', 'radius of Vessmark 7?'],
  ['Can you tell me who leads the Iron Gulls?', 'who leads the iron gulls'],
  ['Does anybody know where the bus stops?', 'where does the bus stop'],
  ['Who won the football match?', 'who has won the football match'],
  ['Why was the bridge closed?', 'why did they close the bridge'],
  ['how tall are the wind turbines', 'How tall is a wind turbine?'],
  ['Wie hoch ist der Turm?', 'wie hoch ist der turm'],
];

const UNLIKE: [string, string][] = [
  ['How many people died?', 'How many people were saved?'],
  ['When does the pool open?', 'When does the library open?'],
  ['When does the pool open?', 'Where is the pool?'],
  ['Who built the bridge?', 'When did they build the bridge?'],
  ['How many visitors came in 2023?', 'How many visitors came in 2024?'],
  ['Who may vote?', 'Who may not vote?'],
  ['What is the radius of Vessmark 7?', 'What is the mass of Vessmark 7?'],
  ['What does a ticket cost?', 'What does a season ticket for the hall cost?'],
  ['Which zebra won?', 'Which horse won?'],
  ['Why was the bridge closed?', 'Who closed the bridge?'],
  ['?', '!'],
  ['what is it', 'what was that'],
];

describe('questions that found no answer', () => {
  it.each(ALIKE)('are one group: %s | %s', (one, other) => {
    expect(asksTheSame(one, other)).toBe(true);
    expect(asksTheSame(other, one)).toBe(true);
  });

  it.each(UNLIKE)('are two groups: %s | %s', (one, other) => {
    expect(asksTheSame(one, other)).toBe(false);
  });

  it('are counted together, the most frequent wording and the most frequent group first', () => {
    const groups = groupGaps([
      gap('Which zebra won?', 2, 50),
      gap('how many people died', 1, 90),
      gap('How many people died?', 3, 10),
    ]);
    expect(groups.map(({ times, last, wordings }) => [times, last, wordings[0].question])).toEqual([
      [4, 90, 'How many people died?'],
      [2, 50, 'Which zebra won?'],
    ]);
  });

  it('are apart where one was missed and the other unhelpful', () => {
    expect(groupGaps([gap('Who won?'), gap('Who won?', 1, 0, 'unhelpful')])).toHaveLength(2);
  });

  it('are grouped the same in whatever order they come', () => {
    const questions = [...ALIKE, ...UNLIKE].flat();
    const gaps = fc.shuffledSubarray(
      [...new Set(questions)].map((one, i) => gap(one, 1 + (i % 3), i)),
    );
    fc.assert(
      fc.property(gaps, (some) => {
        expect(groupGaps(some)).toEqual(groupGaps([...some].reverse()));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the file of them', () => {
  it('has a line for each wording, with its group', () => {
    const csv = gapsCsv(
      groupGaps([
        gap('How many people died?', 3),
        gap('how many people died'),
        gap('Who, "exactly", won?'),
      ]),
    );
    expect(parse(csv, { bom: true })).toEqual([
      ['group', 'question', 'why', 'times', 'last'],
      ['1', 'How many people died?', 'missed', '3', '1970-01-01'],
      ['1', 'how many people died', 'missed', '1', '1970-01-01'],
      ['2', 'Who, "exactly", won?', 'missed', '1', '1970-01-01'],
    ]);
  });

  it.each([
    '=HYPERLINK("http://evil.example")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
  ])('has no cell that a spreadsheet would run: %j', (question) => {
    const [, [, cell = ''] = []] = parse(gapsCsv(groupGaps([gap(question)])), { bom: true });
    expect(cell).toBe(`'${question}`);
  });
});
