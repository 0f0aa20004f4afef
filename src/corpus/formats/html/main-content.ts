import type { DomDocument, DomElement } from '../extracted/dom.ts';

/** Where pages say themselves what their article is. */
const MAIN = ['main, [role="main"]', 'article'];
/** A shorter one may be an empty shell, in characters. */
const MIN_MAIN_LENGTH = 100;
/** Of all text of the page: where Readability finds less, it has taken the wrong part. */
const MIN_SHARE = 0.25;

/**
 * The element of a page that holds its article; takes the page apart. Within what the page calls
 * its main part, if it does, Readability chooses.
 */
export async function mainContent(document: DomDocument): Promise<DomElement> {
  const { Readability } = await import('@mozilla/readability');
  const body = document.body ?? document.documentElement;
  const main = onlyMain(document);
  if (main) {
    main.remove();
    body.replaceChildren(main);
  }
  const whole = body.cloneNode(true);
  const found = new Readability<DomElement>(document, {
    charThreshold: 200,
    keepClasses: true,
    serializer: (element) => element as unknown as DomElement,
  }).parse()?.content;
  if (found && lengthOf(found) >= MIN_SHARE * lengthOf(whole)) return found;
  for (const element of whole.querySelectorAll('header, footer, aside')) element.remove();
  return whole;
}

function onlyMain(document: DomDocument): DomElement | undefined {
  for (const selector of MAIN) {
    const found = [...document.querySelectorAll(selector)];
    const [main] = found;
    if (main && found.length === 1 && lengthOf(main) >= MIN_MAIN_LENGTH) return main;
  }
  return undefined;
}

function lengthOf(element: DomElement): number {
  return element.textContent?.trim().length ?? 0;
}
