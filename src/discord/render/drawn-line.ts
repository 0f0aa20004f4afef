import type { Style, Unit } from '../../corpus/index.ts';
import { escapeMarkdown } from '../text/escape.ts';
import { safeUrl } from './citation.ts';

/** Characters that would end the formatting around a piece of code. */
const ENDS_FORMATTING = /[*_~|\\[\]]/u;
/** What Discord takes for no link's label: another address. */
const NO_LABEL = /\w:\S/u;

/** A unit, and how it can be shown. */
interface Drawn extends Style {
  text: string;
  /** The text in Discord's Markdown, where nothing else is said. */
  escaped: string;
}

/**
 * A line of an article in Discord's Markdown: its emphasis, code and links are drawn with Discord's
 * own marks, and nothing else in it has a meaning there. What is drawn nests in one order, bold
 * outermost; what Discord would not understand at its place is left out.
 *
 * @param isMarked whether a unit belongs to the sentence that stands in bold as a whole
 * @param canLink whether links are drawn, not their text alone
 */
export function drawnLine(
  units: readonly Unit[],
  isMarked: (unit: Unit) => boolean,
  canLink: boolean,
): string {
  const escaped = escapedUnits(units.map(({ text }) => text).join(''));
  let at = 0;
  const drawn = units.map((unit): Drawn => {
    const { text, style } = unit;
    const own = escaped.slice(at, at + text.length).join('');
    at += text.length;
    return { ...style, text, escaped: own, strong: style.strong === true || isMarked(unit) };
  });
  withoutEmphasisInWords(drawn);
  withLinksThatWork(drawn, canLink);
  return layered(drawn);
}

/** Discord's `_` is a mark at the edges of words only. */
function withoutEmphasisInWords(units: Drawn[]): void {
  for (const { run, start, end } of runsOf(units, 'emphasis')) {
    const inWord = /\w$/u.test(units[start - 1]?.text ?? '') || /^\w/u.test(units[end]?.text ?? '');
    if (inWord) for (const unit of run) unit.emphasis = false;
  }
}

/** A link to a safe address, under a label that may be one. */
function withLinksThatWork(units: Drawn[], canLink: boolean): void {
  for (const { run } of runsOf(units, 'link')) {
    const url = safeUrl(run[0]?.link ?? null)?.replace(/[*_~|[\]]/gu, percentEncoded);
    const works = canLink && url !== undefined && !NO_LABEL.test(textOf(run));
    for (const unit of run) {
      if (works) unit.link = url;
      else delete unit.link;
    }
  }
}

/** In an address a character and its code mean the same, but the code does not end any formatting. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Discord's marks, the outermost first. */
const LAYERS: readonly { by: keyof Style; open: string; close: (link?: string) => string }[] = [
  { by: 'strong', open: '**', close: () => '**' },
  { by: 'link', open: '[', close: (link) => `](<${link}>)` },
  { by: 'deleted', open: '~~', close: () => '~~' },
  { by: 'emphasis', open: '_', close: () => '_' },
];

/** @param isInside whether an outer layer has put marks around the units */
function layered(units: readonly Drawn[], depth = 0, isInside = false): string {
  const layer = LAYERS[depth];
  if (!layer) return coded(units, isInside);
  return runsOf(units, layer.by)
    .map(({ run }) => {
      if (!run[0]?.[layer.by]) return layered(run, depth + 1, isInside);
      return around(layer.open, layered(run, depth + 1, true), layer.close(run[0].link));
    })
    .join('');
}

function coded(units: readonly Drawn[], isInside: boolean): string {
  return runsOf(units, 'code')
    .map(({ run }) => {
      const code = textOf(run);
      const canBeDrawn = !code.includes('`') && !(isInside && ENDS_FORMATTING.test(code));
      if (run[0]?.code && canBeDrawn) return around('`', code, '`');
      return run.map(({ escaped }) => escaped).join('');
    })
    .join('');
}

/** Neighbours that look the same in one respect. */
function runsOf(units: readonly Drawn[], by: keyof Style) {
  const runs: { run: Drawn[]; start: number; end: number }[] = [];
  for (const [index, unit] of units.entries()) {
    const last = runs.at(-1);
    const isSame = last?.run[0] && (last.run[0][by] || undefined) === (unit[by] || undefined);
    if (last && isSame) {
      last.run.push(unit);
      last.end = index + 1;
    } else runs.push({ run: [unit], start: index, end: index + 1 });
  }
  return runs;
}

function textOf(units: readonly Drawn[]): string {
  return units.map(({ text }) => text).join('');
}

/** Marks stand at ink, as Discord takes none beside white space; around white space alone are none. */
function around(open: string, text: string, close: string): string {
  const ink = text.trim();
  if (ink === '') return text;
  const start = text.indexOf(ink);
  return text.slice(0, start) + open + ink + close + text.slice(start + ink.length);
}

/** The Markdown of each UTF-16 unit: the unit, with a backslash before it where it needs one. */
function escapedUnits(line: string): string[] {
  const escaped = escapeMarkdown(line);
  const units: string[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    const isEscape = escaped[at] === '\\' && units.length < line.length;
    if (isEscape) at += 1;
    units.push((isEscape ? '\\' : '') + (escaped[at] ?? ''));
  }
  return units;
}
