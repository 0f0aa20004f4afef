import { DOMParser, parseHTML } from 'linkedom';
import type { DomDocument } from '../extracted/dom.ts';
import { checkMarkup } from './check-markup.ts';

/**
 * The tree of a page. linkedom takes the first element of what has no `<html>` for the whole page,
 * so that is put around it.
 *
 * @throws ArticleError for one that is too deep or too large
 */
export function parsePage(file: string, markup: string): DomDocument {
  checkMarkup(file, markup, false);
  const whole = /<html[\s>]/i.test(markup) ? markup : `<html><body>${markup}</body></html>`;
  return parseHTML(whole).document as unknown as DomDocument;
}

/**
 * The tree of an XML document.
 *
 * @throws ArticleError for one that is too deep or too large
 */
export function parseXml(file: string, markup: string): DomDocument {
  checkMarkup(file, markup, true);
  return new DOMParser().parseFromString(markup, 'text/xml') as unknown as DomDocument;
}
