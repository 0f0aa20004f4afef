import type { ExtractedFormat, ReadBytes, ReadText, TextFormat } from './format.ts';
import { readHtml } from './html/read-html.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { parsePlainText } from './text/parse-plain-text.ts';

export const TEXT_READERS: Readonly<Record<TextFormat['id'], ReadText>> = {
  markdown: parseMarkdown,
  text: (_file, text) => parsePlainText(text),
};

export const READERS: Readonly<Record<ExtractedFormat['id'], ReadBytes>> = { html: readHtml };
