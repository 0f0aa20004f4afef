import { z } from 'zod';
import type { DomDocument } from '../extracted/dom.ts';

/** A script longer than this is no description of an article. In characters. */
const MAX_LENGTH = 500_000;
const MAX_DEPTH = 8;
/** Types of schema.org whose data are an article's. */
const ARTICLE =
  /^(?:\w*Article|\w*Posting|BlogPosting|Report|Recipe|NewsArticle|Review|HowTo|LiveBlogPosting|CreativeWork|WebPage)$/;

const name = z.union([z.string(), z.object({ name: z.string() }).transform((thing) => thing.name)]);
const names = z.union([name.transform((one) => [one]), z.array(name)]);
const address = z.union([
  z.string(),
  z.object({ '@id': z.string() }).transform((thing) => thing['@id']),
]);

const schema = z.object({
  '@type': z.union([z.string().transform((type) => [type]), z.array(z.string())]),
  headline: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  author: names.optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  mainEntityOfPage: address.optional().catch(undefined),
  keywords: z
    .union([z.string().transform((words) => words.split(',')), z.array(z.string())])
    .optional()
    .catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
});
export type JsonLd = z.infer<typeof schema>;

/** What a page's JSON-LD says of its article; what is no JSON is passed over. */
export function jsonLdIn(document: DomDocument): JsonLd | undefined {
  const found: JsonLd[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length <= MAX_LENGTH) found.push(...articlesIn(parsed(text), 0));
  }
  const isPage = ({ '@type': types }: JsonLd) => types.includes('WebPage');
  return found.find((one) => !isPage(one)) ?? found[0];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!\[CDATA\[|\/\/<!\[CDATA\[)|(?:\/\/)?\]\]>\s*$/g, ''));
  } catch {
    return undefined;
  }
}

function articlesIn(value: unknown, depth: number): JsonLd[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => articlesIn(one, depth + 1));
  const read = schema.safeParse(value).data;
  const own = read?.['@type'].some((type) => ARTICLE.test(type)) ? [read] : [];
  return [...own, ...articlesIn((value as Record<string, unknown>)['@graph'], depth + 1)];
}
