import { describe, expect, it } from 'vitest';
import { parseByline } from '../../src/corpus/formats/text/byline.ts';

describe('parseByline', () => {
  it.each([
    ['By Ann Lee | Mar 03, 2025', ['Ann Lee'], '2025-03-03'],
    ['By Ann Lee, 3 March 2025', ['Ann Lee'], '2025-03-03'],
    ['Ann Lee - 2025-03-03', ['Ann Lee'], '2025-03-03'],
    ['Ann Lee – March 3, 2025', ['Ann Lee'], '2025-03-03'],
    ['By Ann Lee', ['Ann Lee'], null],
    ['BY ANN LEE', ['ANN LEE'], null],
    ['By Ann Lee and Bo Chan', ['Ann Lee', 'Bo Chan'], null],
    [
      'By Ann Lee, Bo Chan and Cy Diaz | 3 Mar 2025',
      ['Ann Lee', 'Bo Chan', 'Cy Diaz'],
      '2025-03-03',
    ],
    ['By Ann Lee, Bo Chan, and Cy Diaz', ['Ann Lee', 'Bo Chan', 'Cy Diaz'], null],
    ['By Global Reports Team | Mar. 3, 2025', ['Global Reports Team'], '2025-03-03'],
    ['By The Associated Press', ['The Associated Press'], null],
    ["By Conor O'Brien-Smyth • 3rd March 2025", ["Conor O'Brien-Smyth"], '2025-03-03'],
    ['By J. K. van der Berg', ['J. K. van der Berg'], null],
    ['By Martin King, Jr., and Łucja Żak', ['Martin King, Jr.', 'Łucja Żak'], null],
    ['By Ann Lee, Staff Writer', ['Ann Lee'], null],
    ['By Ann Lee | Reuters | 2025-03-03', ['Ann Lee'], '2025-03-03'],
    ['By Ann Lee | Published: Monday, March 3, 2025 at 10:30 AM EST', ['Ann Lee'], '2025-03-03'],
    ['By Ann Lee | 25/03/2025', ['Ann Lee'], '2025-03-25'],
    ['By Ann Lee | 03/03/2025', ['Ann Lee'], '2025-03-03'],
    ['By Ann Lee | 03/04/2025', ['Ann Lee'], null],
    ['By Ann Lee | Feb 30, 2025', ['Ann Lee'], null],
    ['By Dora Day', ['Dora Day'], null],
    ['By Jude Law and Rosa Land', ['Jude Law', 'Rosa Land'], null],
    ['By Reuters', ['Reuters'], null],
    ['By Sea Watch Staff', ['Sea Watch Staff'], null],
    ['By Office for Civil Protection', ['Office for Civil Protection'], null],
    ['By Ann and Bo', ['Ann', 'Bo'], null],
    ['By Orla Ingham', ['Orla Ingham'], null],
    ['By Tony Ofori', ['Tony Ofori'], null],
    ['Written by Ann Lee', ['Ann Lee'], null],
    ['By: Ann Lee', ['Ann Lee'], null],
    ['Mar 03, 2025', [], '2025-03-03'],
    ['Published on 3 March 2025', [], '2025-03-03'],
    ['Monday, 3 March 2025', [], '2025-03-03'],
    ['2025-03-03T10:00:00Z', [], '2025-03-03'],
  ])('reads %s', (line, authors, date) => {
    expect(parseByline(line)).toEqual({ authors, date });
  });

  it.each([
    'By noon the water had risen.',
    'By Friday, the road was closed.',
    'By March 3, 2025',
    'By Tuesday, 3 March 2025',
    'By the time Ann Lee came, it was over.',
    'By Friday',
    'By Monday Everyone Had Left.',
    'By Ann Lee Everyone Left.',
    'By the end of the year',
    'By Land And Sea',
    'By Land, Sea and Air',
    'By Hook Or By Crook',
    'By Popular Demand',
    'By Leaps And Bounds',
    'By Night',
    'By Sea To Norway',
    'By All Means',
    'The dam broke on 3 March 2025',
    'London, 3 March 2025',
    'He was born on March 3, 2025.',
    'She arrived - 2025-03-03',
    'Feb 30, 2025',
    'Ann Lee',
    '',
  ])('does not take "%s" for a byline', (line) => {
    expect(parseByline(line)).toBeNull();
  });

  it('looks at no line that is long', () => {
    expect(parseByline(`By ${'Ann Lee, '.repeat(30_000)}Bo Chan`)).toBeNull();
  });
});
