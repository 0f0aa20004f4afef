import type { DomDocument } from '../extracted/dom.ts';

/** Never an article's text, wherever it stands. */
const FURNITURE =
  'script:not([type="application/ld+json"]), style, noscript, template, nav, form, dialog, iframe, [hidden], [aria-hidden="true"], [role="navigation"], [role="contentinfo"], [role="dialog"], [role="alertdialog"], [role="complementary"], [role="search"], .mw-editsection, amp-ad, amp-sidebar, amp-consent, amp-social-share, [placeholder]';
/** What links to a heading from itself. */
const ANCHOR = /^[#¶§🔗\s]*$/u;

/** Takes out of a page what is around its article, as far as the markup says so. */
export function removeFurniture(document: DomDocument): void {
  for (const element of document.querySelectorAll(FURNITURE)) element.remove();
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const text = link.textContent ?? '';
    const { parentElement: parent } = link;
    // A link within the page that stands for itself, as in `Jump to recipe`.
    const isAlone = parent?.matches('body, div, p, header, article, main, section, nav') === true;
    if (ANCHOR.test(text) || (isAlone && ownText(parent) === '')) link.remove();
  }
}

function ownText(element: {
  childNodes: Iterable<{ nodeType: number; textContent: string | null }>;
}) {
  return [...element.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ textContent }) => textContent?.trim())
    .join('');
}
