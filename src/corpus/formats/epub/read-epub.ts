import { ArticleError } from '../../../errors.ts';
import { canonicalLanguage } from '../../article-fields.ts';
import { isoDate } from '../../calendar-date.ts';
import type { Draft } from '../../draft.ts';
import { addBlocks } from '../extracted/dom-blocks.ts';
import { ExtractedText } from '../extracted/extracted-text.ts';
import { entryText, unzip } from '../extracted/unzip.ts';
import { parsePage } from '../html/parse-markup.ts';
import { readPackage } from './package.ts';

const WANTED = /\.(?:opf|ncx|xml|xhtml|html?)$/i;
/** Fonts are made unreadable by these, and no text is. */
const FONTS_ONLY = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/g;
const ENCRYPTED = /<(?:\w+:)?EncryptionMethod\b/g;
/** HTML knows no such tags but of elements that are always empty. */
const SELF_CLOSING =
  /<((?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[a-z][\w:-]*)(\s[^<>]*)?\/>/gi;

/**
 * Reads a book: its chapters in reading order, each below its heading, or below what the table of
 * contents calls it.
 *
 * @throws ArticleError for one that is protected, damaged, none, or unpacks to too much
 */
export async function readEpub(file: string, bytes: Buffer): Promise<Draft> {
  const entries = await unzip(file, bytes, (name) => WANTED.test(name));
  const encryption = entryText(entries, 'META-INF/encryption.xml') ?? '';
  const locked = encryption.match(ENCRYPTED)?.length ?? 0;
  if (locked > (encryption.match(FONTS_ONLY)?.length ?? 0)) {
    throw new ArticleError(file, 'is protected (DRM), so that its text cannot be read');
  }
  const book = await readPackage(file, entries);
  const extracted = new ExtractedText(book.title);
  for (const name of book.chapters) {
    const markup = (entryText(entries, name) ?? '').replace(SELF_CLOSING, '<$1$2></$1>');
    const page = await parsePage(file, markup.replace(/^\s*<\?xml[^>]*\?>/, ''));
    const body = page.body ?? page.documentElement;
    for (const navigation of body.querySelectorAll('nav')) navigation.remove();
    extracted.endSection();
    const label = book.labels.get(name);
    if (label && !body.querySelector('h1, h2, h3, h4, h5, h6')) extracted.heading(1, label);
    addBlocks(body, extracted);
  }
  const { text, blocks } = extracted;
  return {
    title: book.title,
    authors: book.authors,
    date: isoDate(book.date),
    url: null,
    tags: [],
    language: canonicalLanguage(book.language) ?? null,
    text,
    blocks,
    warnings: [],
  };
}
