import type { Draft } from '../../draft.ts';
import { addBlocks } from '../extracted/dom-blocks.ts';
import { ExtractedText } from '../extracted/extracted-text.ts';
import { decodeHtml } from './decode-html.ts';
import { mainContent } from './main-content.ts';
import { metadataOf } from './metadata.ts';
import { parsePage } from './parse-markup.ts';
import { removeFurniture } from './remove-furniture.ts';

/**
 * Reads the article of a saved web page, without what is around it.
 *
 * @throws ArticleError for one that is no text, too deep or too large
 */
export async function readHtml(file: string, bytes: Buffer): Promise<Draft> {
  const document = await parsePage(file, decodeHtml(file, bytes));
  removeFurniture(document);
  const fields = metadataOf(document);
  const extracted = new ExtractedText(fields.title);
  addBlocks(await mainContent(document), extracted);
  const { text, blocks } = extracted;
  return { ...fields, text, blocks, warnings: [] };
}
