import { ArticleError } from '../../../errors.ts';
import { canonicalLanguage } from '../../article-fields.ts';
import { splitNames } from '../../author-names.ts';
import type { Draft } from '../../draft.ts';
import { oneLine } from '../extracted/clean.ts';
import { creatorNames, givenTitle } from '../extracted/document-properties.ts';
import type { DomDocument, DomElement } from '../extracted/dom.ts';
import { addBlocks } from '../extracted/dom-blocks.ts';
import { ExtractedText } from '../extracted/extracted-text.ts';
import { entryText, unzip } from '../extracted/unzip.ts';
import { checkMarkup } from '../html/check-markup.ts';
import { parsePage, parseXml } from '../html/parse-markup.ts';
import { isOldOffice } from '../signatures.ts';
import { parseByline } from '../text/byline.ts';

const DOCUMENT = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';
/** Pictures and fonts are left in the archive. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/core\.xml$|word\/(?!media\/|fonts\/|embeddings\/))/;
/** Word has several elements for each run of letters. */
const MAX_NODES = 2_000_000;
/** So many paragraphs below the title may be a byline. */
const BYLINE_PARAGRAPHS = 2;
/** Word's own style for a document's title, besides what mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
];

/**
 * Reads a Word document: headings by their styles, lists, tables, foot- and endnotes.
 *
 * @throws ArticleError for one that is encrypted, damaged, none, or unpacks to too much
 */
export async function readDocx(file: string, bytes: Buffer): Promise<Draft> {
  if (isOldOffice(bytes)) {
    throw new ArticleError(
      file,
      'is behind a password, or an old .doc; save it as .docx without a password',
    );
  }
  const entries = await unzip(file, bytes, (name) => WANTED.test(name));
  const main = entryText(entries, DOCUMENT);
  if (main === undefined) throw new ArticleError(file, 'is no Word document; save it as .docx');
  await checkMarkup(file, main, { isXml: true, maxNodes: MAX_NODES });
  const page = await parsePage(file, await toHtml(file, entries));
  for (const link of page.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) {
    link.remove();
  }
  const properties = await propertiesIn(file, entryText(entries, PROPERTIES));
  const title = titleOf(page) ?? properties.title ?? firstHeading(page);
  const byline = takeByline(page);
  const extracted = new ExtractedText(title);
  addBlocks(page.body ?? page.documentElement, extracted);
  const { text, blocks } = extracted;
  return {
    title,
    authors: byline?.authors ?? properties.authors,
    // The day on which the file was made is none on which the article says that it was published.
    date: byline?.date ?? null,
    url: null,
    tags: [],
    language: properties.language,
    text,
    blocks,
    warnings: [],
  };
}

async function toHtml(file: string, entries: Map<string, Uint8Array>): Promise<string> {
  const [{ zipSync }, { default: mammoth }] = await Promise.all([
    import('fflate'),
    import('mammoth'),
  ]);
  // Packed anew without compression, so that what mammoth unpacks has the size that was checked.
  const bounded = Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 }));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bounded },
      { styleMap: STYLES, includeEmbeddedStyleMap: false },
    );
    return value;
  } catch (cause) {
    throw new ArticleError(file, 'is a damaged Word document; save it again', { cause });
  }
}

function titleOf(page: DomDocument): string | null {
  return oneLine(page.querySelector('h1.title')?.textContent ?? '') || null;
}

function firstHeading(page: DomDocument): string | null {
  return oneLine(page.querySelector('h1, h2')?.textContent ?? '') || null;
}

/** Takes the byline off the top of the page. */
function takeByline(page: DomDocument) {
  const paragraphs: DomElement[] = [...page.querySelectorAll('p')].slice(0, BYLINE_PARAGRAPHS);
  for (const paragraph of paragraphs) {
    const byline = parseByline(oneLine(paragraph.textContent ?? ''));
    if (!byline || byline.authors.length === 0) continue;
    paragraph.remove();
    return byline;
  }
  return undefined;
}

async function propertiesIn(file: string, xml: string | undefined) {
  const properties = xml === undefined ? undefined : await parseXml(file, xml);
  const said = new Map<string, string>();
  for (const element of properties?.querySelectorAll('*') ?? []) {
    said.set(
      element.nodeName.replace(/^.*:/, '').toLowerCase(),
      oneLine(element.textContent ?? ''),
    );
  }
  return {
    title: givenTitle(said.get('title') ?? ''),
    authors: creatorNames(splitNames(said.get('creator') ?? '')),
    language: canonicalLanguage(said.get('language') ?? '') ?? null,
  };
}
