import { posix } from 'node:path';
import { ArticleError } from '../../../errors.ts';
import { oneLine } from '../extracted/clean.ts';
import type { DomDocument } from '../extracted/dom.ts';
import { entryText } from '../extracted/unzip.ts';
import { parseXml } from '../html/parse-markup.ts';

export interface EpubPackage {
  title: string | null;
  authors: string[];
  date: string;
  language: string;
  /** Names of the entries that are the chapters, in reading order. */
  chapters: string[];
  /** What the table of contents calls a chapter, by the name of its entry. */
  labels: Map<string, string>;
}

/**
 * Reads what a book says of itself, and the order of its chapters.
 *
 * @throws ArticleError for an archive that is no book
 */
export async function readPackage(
  file: string,
  entries: Map<string, Uint8Array>,
): Promise<EpubPackage> {
  const noBook = () =>
    new ArticleError(file, 'is no EPUB, or damaged: it does not list its chapters');
  const container = entryText(entries, 'META-INF/container.xml');
  if (container === undefined) throw noBook();
  const root = await parseXml(file, container);
  const path = root.querySelector('rootfile')?.getAttribute('full-path') ?? '';
  const opf = entryText(entries, path);
  if (opf === undefined) throw noBook();
  const book = await parseXml(file, opf);

  const items = new Map<string, { name: string; isNav: boolean }>();
  const navigations: string[] = [];
  for (const item of book.querySelectorAll('manifest > item')) {
    const name = entryName(path, item.getAttribute('href') ?? '');
    const isNav = /\bnav\b/.test(item.getAttribute('properties') ?? '');
    if (isNav || /dtbncx/.test(item.getAttribute('media-type') ?? '')) navigations.push(name);
    items.set(item.getAttribute('id') ?? '', { name, isNav });
  }
  const chapters = [...book.querySelectorAll('spine > itemref')].flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref') ?? '');
    return item && !item.isNav && entries.has(item.name) ? [item.name] : [];
  });
  if (chapters.length === 0) throw noBook();
  const [title = ''] = dublinCore(book, 'title');
  const [date = ''] = dublinCore(book, 'date');
  const [language = ''] = dublinCore(book, 'language');
  return {
    title: title || null,
    authors: dublinCore(book, 'creator'),
    date,
    language,
    chapters: [...new Set(chapters)],
    labels: await labelsIn(file, entries, navigations),
  };
}

function dublinCore(book: DomDocument, name: string): string[] {
  return [...book.querySelectorAll('metadata > *')]
    .filter(({ nodeName }) => nodeName.toLowerCase() === `dc:${name}`)
    .map(({ textContent }) => oneLine(textContent ?? ''))
    .filter(Boolean);
}

/** Of a navigation document (EPUB 3) or an NCX (EPUB 2); the first label of a chapter counts. */
async function labelsIn(file: string, entries: Map<string, Uint8Array>, names: readonly string[]) {
  const labels = new Map<string, string>();
  const note = (from: string, href: string, label: string) => {
    const name = entryName(from, href);
    if (label !== '' && !labels.has(name)) labels.set(name, label);
  };
  for (const name of names) {
    const navigation = await parseXml(file, entryText(entries, name) ?? '');
    for (const link of navigation.querySelectorAll('nav a')) {
      note(name, link.getAttribute('href') ?? '', oneLine(link.textContent ?? ''));
    }
    for (const point of navigation.querySelectorAll('navPoint')) {
      const href = point.querySelector('content')?.getAttribute('src') ?? '';
      note(name, href, oneLine(point.querySelector('navLabel')?.textContent ?? ''));
    }
  }
  return labels;
}

/** The name of the entry that an address in another entry leads to. */
function entryName(from: string, href: string): string {
  const path = href.replace(/[#?].*$/, '');
  try {
    return posix.join(posix.dirname(from), decodeURIComponent(path));
  } catch {
    return posix.join(posix.dirname(from), path);
  }
}
