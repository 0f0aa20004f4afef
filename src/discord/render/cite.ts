import type { ArticleCard, Sentence } from '../../passage.ts';
import { citationFormats } from '../../retrieval/citation-formats.ts';
import { linkToText } from '../../retrieval/text-fragment.ts';
import { card, type Reply, reply, text } from '../message/components.ts';
import { shorten } from '../text/graphemes.ts';
import type { View } from '../turn/turn.ts';
import { safeUrl } from './citation.ts';

const LABELS = { apa: 'APA', mla: 'MLA', bibtex: 'BibTeX' } as const;
/** Characters of one format that fit beside the others. */
const MAX_LENGTH = 1_000;

/** The article's reference, in blocks to copy from, and the link to the quoted sentence. */
export function renderCite(
  article: ArticleCard,
  quoted: Sentence | undefined,
  { words }: View,
): Reply {
  const formats = citationFormats(article);
  const blocks = (['apa', 'mla', 'bibtex'] as const).map((format) =>
    text(`**${LABELS[format]}**\n${toCopy(formats[format])}`),
  );
  const { url } = article;
  const link = safeUrl(quoted && url ? linkToText(url, quoted.plain) : url) ?? safeUrl(url);
  const links = link === null ? [] : [text(`[${words.sentenceLink}](<${link}>)`)];
  return reply(card([...blocks, ...links]));
}

/** A code block; three backticks would end it. */
function toCopy(citation: string): string {
  return `\`\`\`\n${shorten(citation.toWellFormed(), MAX_LENGTH).replaceAll('```', "'''")}\n\`\`\``;
}
