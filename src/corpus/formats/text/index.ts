import type { TextFormat } from '../format.ts';
import { isNoContainer } from '../signatures.ts';

/** `.txt`: a text as newspapers hand it out. */
export const text: TextFormat = {
  id: 'text',
  kind: 'text',
  name: 'plain text',
  endings: ['txt'],
  isMarkdown: false,
  detect: isNoContainer,
};
