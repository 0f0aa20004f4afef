import type { Passage } from '../passage.ts';

/** Labels as long as a sentence tell more of the table than of the row. In characters. */
const MAX_LABEL_LENGTH = 60;
const CELL_END = /(?<!\\)\|/u;
/** Between the first row of a table in Markdown and the others. */
const DELIMITER_ROW = /^\s*\|?[\s:|-]*-[\s:|-]*$/mu;
const YEAR = /^(?:1[5-9]|20)\d\d$/u;

/**
 * What the models read of each sentence of a passage. A row of a table says little without the
 * headings of its columns, which stand far above it: it is read as `Year: 2019, Tonnes: 2,900`.
 * What is quoted stays the row. Any other sentence is read as it is.
 *
 * @param passage a passage, or a part of one: some of its sentences
 * @param whole the whole passage, whose first row may hold the headings
 */
export function sentenceTexts(passage: Passage, whole: Passage = passage): string[] {
  const plain = passage.sentences.map((sentence) => sentence.plain);
  const labels = labelsOf(whole);
  if (!labels) return plain;
  const [first] = whole.sentences;
  return passage.sentences.map((sentence) => {
    const cells = cellsOf(literal(passage, sentence));
    if (sentence.start === first?.start || cells.length !== labels.length) return sentence.plain;
    const said = cells.map((cell, column) => {
      const label = labels[column] ?? '';
      return cell === '' || label === '' ? cell : `${label}: ${cell}`;
    });
    return said.filter(Boolean).join(', ') || sentence.plain;
  });
}

/** The headings of a table's columns; undefined for what is no table, or has none. */
function labelsOf(passage: Passage): string[] | undefined {
  const [first, ...others] = passage.sentences;
  if (!first || others.length === 0) return undefined;
  const labels = cellsOf(literal(passage, first));
  if (labels.length < 2) return undefined;
  const rows = others
    .map((sentence) => cellsOf(literal(passage, sentence)))
    .filter((cells) => cells.length === labels.length);
  if (rows.length * 2 < others.length) return undefined;
  if (labels.some((label) => label.length > MAX_LABEL_LENGTH)) return undefined;
  const between = passage.text.slice(
    first.end - passage.start,
    (others[0]?.start ?? 0) - passage.start,
  );
  return DELIMITER_ROW.test(between) || areLabels(labels, rows) ? labels : undefined;
}

/**
 * Whether the first row of a table that does not say so holds headings: words above figures, and no
 * figures of its own but years. Two columns of words may as well be names and what belongs to them.
 */
function areLabels(labels: readonly string[], rows: readonly string[][]): boolean {
  const figures = (column: number) =>
    rows.filter((cells) => /\d/u.test(cells[column] ?? '')).length;
  const isLabel = labels.every(
    (label, column) =>
      !/\d/u.test(label) ||
      (YEAR.test(label) && rows.some((cells) => !YEAR.test(cells[column] ?? ''))),
  );
  const isAboveFigures = labels.some(
    (label, column) => label !== '' && figures(column) * 2 > rows.length,
  );
  return isLabel && isAboveFigures;
}

function literal(passage: Passage, { start, end }: { start: number; end: number }): string {
  return passage.text.slice(start - passage.start, end - passage.start);
}

/** The cells of a row, without the marks of Markdown. */
function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(CELL_END).map((cell) =>
    cell
      .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/[*_`~]/gu, '')
      .replace(/\\(?=\p{P}|\p{S})/gu, '')
      .trim(),
  );
}
