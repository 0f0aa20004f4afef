import { lineText, type PageLine } from './page-lines.ts';

/** So many lines at the top and at the bottom of a page may be headers and footers. */
const EDGE_LINES = 2;
/** What stands there on such a share of the pages, its numbers aside, belongs to no article. */
const MIN_SHARE = 0.5;
const PAGE_NUMBER =
  /^(?:page |seite |p\. ?|[-–—|] ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|\/|von|de) ?\d{1,4})?(?: ?[-–—|])?$/i;

/** The lines of each page without headers, footers and page numbers. */
export function withoutRunningLines(pages: readonly PageLine[][]): PageLine[][] {
  const times = new Map<string, number>();
  const edges = pages.map(edgesOf);
  for (const edge of edges) {
    for (const key of new Set([...edge].map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1);
  }
  const isRunning = (line: PageLine) =>
    pages.length > 1 && (times.get(keyOf(line)) ?? 0) >= Math.max(2, MIN_SHARE * pages.length);
  return pages.map((lines, index) =>
    lines.filter(
      (line) => !edges[index]?.has(line) || !(isRunning(line) || PAGE_NUMBER.test(lineText(line))),
    ),
  );
}

function edgesOf(lines: PageLine[]): Set<PageLine> {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return new Set([...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)]);
}

function keyOf(line: PageLine): string {
  return lineText(line).toLowerCase().replace(/\d+/g, '#');
}
