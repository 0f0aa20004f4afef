import { ArticleError } from '../../../errors.ts';
import { type PageLine, pageLines, type TextItem } from './page-lines.ts';

export interface PdfContent {
  /** In the order of the pages. */
  pages: PageLine[][];
  /** As the file says them; empty where it does not. */
  title: string;
  author: string;
}

/**
 * Reads the text of a PDF, line by line.
 *
 * @throws ArticleError for one that is encrypted or damaged
 */
export async function readPdfPages(file: string, bytes: Buffer): Promise<PdfContent> {
  const { getDocumentProxy } = await import('unpdf');
  // pdf.js takes the memory that it is given away from us.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(
    (cause: unknown) => {
      throw unusable(file, cause);
    },
  );
  try {
    const pages: PageLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const texts = items.filter((item): item is Extract<typeof item, TextItem> => 'str' in item);
      pages.push(pageLines(texts, number));
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    const fields = info as Record<string, unknown>;
    const said = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
    return { pages, title: said('Title'), author: said('Author') };
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function unusable(file: string, cause: unknown): unknown {
  const { name, message } = cause as Error;
  if (name === 'PasswordException') {
    return new ArticleError(file, 'is encrypted; save it without a password', { cause });
  }
  // What pdf.js throws has names of its own, whatever is wrong in the file.
  if (/Exception$|^(?:FormatError|XRefEntryException|XRefParseException)$/.test(name)) {
    return new ArticleError(file, 'is a damaged PDF; save it again', { cause });
  }
  return /^(?:TypeError|RangeError|Error)$/.test(name) && isOfPdfjs(cause as Error)
    ? new ArticleError(file, `is a PDF that cannot be read (${message.slice(0, 80)})`, { cause })
    : cause;
}

function isOfPdfjs({ stack = '' }: Error): boolean {
  return /^\s+at .*\/unpdf\//m.test(stack.split('\n').slice(0, 3).join('\n'));
}
