import { csv } from './csv/index.ts';
import { docx } from './docx/index.ts';
import { epub } from './epub/index.ts';
import type { Format } from './format.ts';
import { html } from './html/index.ts';
import { json } from './json/index.ts';
import { jsonl } from './jsonl/index.ts';
import { markdown } from './markdown/index.ts';
import { pdf } from './pdf/index.ts';
import { text } from './text/index.ts';

/** All formats of article files. To add one: its folder beside the others, a line here and in readers.ts. */
export const FORMATS: readonly Format[] = [markdown, text, html, docx, pdf, epub, json, jsonl, csv];

const BY_ENDING: ReadonlyMap<string, Format> = new Map(
  FORMATS.flatMap((format) => format.endings.map((ending) => [ending, format])),
);

/** The format that a file's name tells. */
export function formatOf(file: string): Format | undefined {
  const ending = /\.([^./]+)$/.exec(file)?.[1];
  return ending === undefined ? undefined : BY_ENDING.get(ending.toLowerCase());
}

/**
 * The ending that fits a file by its name and its content: where these tell two formats, and the
 * content is sure, that of the content.
 */
export function endingFor(name: string, bytes: Buffer): string | undefined {
  const named = formatOf(name);
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  if (named?.detect(bytes)) return ending;
  const real = FORMATS.find(
    (format) => format.kind === 'extracted' && format.isCertain && format.detect(bytes),
  );
  return real?.endings[0] ?? (named && ending);
}

/** Whether quotes of an article in this file are drawn as Markdown. */
export function isMarkdown(file: string): boolean {
  const format = formatOf(file);
  return format?.kind === 'text' && format.isMarkdown;
}

/** `.md, .txt or .pdf`: what a person is told to put into the corpus folder. */
export function endingsInWords(): string {
  const endings = FORMATS.flatMap((format) => format.endings.map((ending) => `.${ending}`));
  return `${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}`;
}
