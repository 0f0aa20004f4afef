import type { Picture } from './draw.ts';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

export interface Page {
  title: string;
  /** Paragraphs below the title: what was measured, and how far. */
  lead: readonly (Html | string)[];
  pictures: readonly Picture[];
  tables: readonly Html[];
  /** What comes below the tables. */
  rest: Html;
}

/** One HTML page that opens without a network: pictures, then tables, then the rest. */
export function renderReport({ title, lead, pictures, tables, rest }: Page): string {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
<header>
<h1>${title}</h1>
${lead.map((paragraph) => html`<p>${paragraph}</p>\n`)}</header>
<main>
<section class="pictures">${pictures.map(
    (picture) =>
      html`<figure class="card"><h2>${picture.title}</h2>${new Html(picture.html)}<figcaption>${picture.caption}</figcaption></figure>`,
  )}</section>
<section class="tables">${tables}</section>
${rest}
</main>
</html>
`.text;
}
