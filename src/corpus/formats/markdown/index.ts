import type { TextFormat } from '../format.ts';
import { isNoContainer } from '../signatures.ts';
import { parseMarkdown } from './parse-markdown.ts';

/** `.md`: CommonMark and GFM, with front matter if there is some. */
export const markdown: TextFormat = {
  kind: 'text',
  name: 'Markdown',
  endings: ['md'],
  isMarkdown: true,
  detect: isNoContainer,
  read: parseMarkdown,
};
