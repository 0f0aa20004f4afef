import { stringify } from 'csv-stringify/sync';
import type { GapGroup } from './group-gaps.ts';

/**
 * The groups as CSV for a spreadsheet, a line for each wording: UTF-8 with a byte order mark. A cell
 * that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function gapsCsv(groups: readonly GapGroup[]): string {
  const rows = groups.flatMap(({ why, wordings }, index) =>
    wordings.map(({ question, times, last }) => [
      index + 1,
      question,
      why,
      times,
      new Date(last).toISOString().slice(0, 10),
    ]),
  );
  return stringify([['group', 'question', 'why', 'times', 'last'], ...rows], {
    bom: true,
    escape_formulas: true,
    quoted_string: true,
    record_delimiter: '\r\n',
  });
}
