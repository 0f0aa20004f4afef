import wrap from 'wrap-ansi';

/** White space where a line was broken; formatting may be opened before it. */
const BROKEN_OFF = /^((?:\p{Cc}\[\d+m)*) +/u;

/**
 * Breaks lines between words so that none is wider than `columns`, unless a word is. The
 * indentation of a line stays.
 */
export function fold(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = wrap(line, columns, { trim: false, hard: false }).split('\n');
      return [first, ...others.map((other) => other.replace(BROKEN_OFF, '$1'))];
    })
    .join('\n');
}
