import { readCsv } from './csv/read-csv.ts';
import { readDocx } from './docx/read-docx.ts';
import { readEpub } from './epub/read-epub.ts';
import type { ExtractedFormat, ReadBytes, ReadText, TextFormat } from './format.ts';
import { readHtml } from './html/read-html.ts';
import { readJson } from './json/read-json.ts';
import { readJsonl } from './jsonl/read-jsonl.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { parsePlainText } from './text/parse-plain-text.ts';

export const TEXT_READERS: Readonly<Record<TextFormat['id'], ReadText>> = {
  markdown: parseMarkdown,
  text: (_file, text) => parsePlainText(text),
};

export const READERS: Readonly<Record<ExtractedFormat['id'], ReadBytes>> = {
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
  epub: readEpub,
  json: readJson,
  jsonl: readJsonl,
  csv: readCsv,
};
