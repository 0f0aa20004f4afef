import type { TextFormat } from '../format.ts';
import { isNoContainer } from '../signatures.ts';
import { parsePlainText } from './parse-plain-text.ts';

/** `.txt`: a text as newspapers hand it out. */
export const text: TextFormat = {
  kind: 'text',
  name: 'plain text',
  endings: ['txt'],
  isMarkdown: false,
  detect: isNoContainer,
  read: (_file, content) => parsePlainText(content),
};
