import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, oneLine, unescapeMarkdown } from '../../../src/discord/text/escape.ts';
import { nastyText } from '../nasty.ts';

/** What a Discord client shows of Markdown; throws where anything but plain text comes out. */
function shown(markdown: string): string {
  return parse(markdown, 'extended')
    .map((node) => {
      if (node.type === 'text' || node.type === 'twemoji') return String(node.content ?? node.name);
      if (node.type === 'br' || node.type === 'newline') return '\n';
      throw new Error(`${node.type} in ${JSON.stringify(markdown)}`);
    })
    .join('');
}

/** The parser, like the client, writes tabs as four spaces and drops form feeds. */
function whiteSpaceAsShown(text: string): string {
  return text.replaceAll('\t', '    ').replaceAll('\f', '');
}

describe('escapeMarkdown', () => {
  it('lets a client show the text itself, unformatted', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        const plain = text.toWellFormed().replace(/\r\n?/g, '\n');
        expect(shown(escapeMarkdown(plain))).toBe(whiteSpaceAsShown(plain));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is undone by unescapeMarkdown', () => {
    fc.assert(
      fc.property(nastyText(), (text) => {
        const plain = text.toWellFormed().replace(/\r\n?/g, '\n');
        expect(unescapeMarkdown(escapeMarkdown(plain))).toBe(plain);
      }),
    );
  });

  it.each([
    ['# A heading', '\\# A heading'],
    ['-# small print', '\\-# small print'],
    ['  - item', '  \\- item'],
    ['3. third', '3\\. third'],
    ['> said he', '\\> said he'],
    ['well-known, 3.5 > 3', 'well-known, 3.5 > 3'],
    ['@everyone', '\\@everyone'],
    ['https://a.example', 'https\\://a.example'],
    ['at 12:30: tea', 'at 12\\:30: tea'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('oneLine', () => {
  it('joins lines and takes direction overrides out', () => {
    expect(oneLine(' A\n\ttitle \u202egnp.exe\u202c ')).toBe('A title gnp.exe');
  });
});
