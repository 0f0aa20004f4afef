import { ArticleError } from '../../../errors.ts';

/** What walks the tree does so by recursion. */
const MAX_DEPTH = 500;
/** Elements and pieces of text between them; a long page has some thousand. */
const MAX_NODES = 200_000;

export interface MarkupLimits {
  isXml: boolean;
  maxNodes?: number;
}

/**
 * Refuses a page whose tree would take all stack or memory, before it is built: by the events of
 * the parser that builds it.
 *
 * @throws ArticleError
 */
export async function checkMarkup(
  file: string,
  markup: string,
  { isXml, maxNodes = MAX_NODES }: MarkupLimits,
): Promise<void> {
  const { Parser } = await import('htmlparser2');
  let depth = 0;
  let nodes = 0;
  const count = () => {
    if (++nodes > maxNodes) {
      throw new ArticleError(file, `has more than ${maxNodes} elements and texts; split it`);
    }
  };
  const parser = new Parser(
    {
      onopentag() {
        if (++depth > MAX_DEPTH) {
          throw new ArticleError(file, `nests more than ${MAX_DEPTH} elements; save it as text`);
        }
        count();
      },
      onclosetag() {
        depth--;
      },
      ontext: count,
      oncomment: count,
    },
    { xmlMode: isXml, decodeEntities: true },
  );
  parser.write(markup);
  parser.end();
}
