import type { DomDocument } from '../extracted/dom.ts';
import { checkMarkup } from './check-markup.ts';

/**
 * The tree of a page. linkedom takes the first element of what has no `<html>` for the whole page,
 * so that is put around it.
 *
 * @throws ArticleError for one that is too deep or too large
 */
export async function parsePage(file: string, markup: string): Promise<DomDocument> {
  await checkMarkup(file, markup, { isXml: false });
  const { parseHTML } = await import('linkedom');
  const whole = /<html[\s>]/i.test(markup) ? markup : `<html><body>${markup}</body></html>`;
  return parseHTML(whole).document as unknown as DomDocument;
}

/**
 * The tree of an XML document.
 *
 * @throws ArticleError for one that is too deep or too large
 */
export async function parseXml(file: string, markup: string): Promise<DomDocument> {
  await checkMarkup(file, markup, { isXml: true });
  const { DOMParser } = await import('linkedom');
  return new DOMParser().parseFromString(markup, 'text/xml') as unknown as DomDocument;
}
