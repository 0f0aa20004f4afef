import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

const FRONT_MATTER = ['yaml', 'toml'] as const;

/** What is read as Markdown: CommonMark, GFM, and front matter in YAML or TOML. */
export const MARKDOWN = {
  extensions: [frontmatter([...FRONT_MATTER]), gfm()],
  // Without the search for further addresses in parsed text: what it finds has no position.
  mdastExtensions: [
    frontmatterFromMarkdown([...FRONT_MATTER]),
    ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  ],
};
