import type { TextFormat } from '../format.ts';
import { isNoContainer } from '../signatures.ts';

/** `.md`: CommonMark and GFM, with front matter if there is some. */
export const markdown: TextFormat = {
  id: 'markdown',
  kind: 'text',
  name: 'Markdown',
  endings: ['md'],
  isMarkdown: true,
  detect: isNoContainer,
};
