import type { CitationRules } from './citation-rules.ts';
import { GERMAN_CITATIONS } from './de.ts';
import { ENGLISH_CITATIONS } from './en.ts';
import { SPANISH_CITATIONS } from './es.ts';
import { FRENCH_CITATIONS } from './fr.ts';

/** How each language asks for what stands in an article's citation; a new one is added here. */
export const CITATION_RULES: readonly CitationRules[] = [
  ENGLISH_CITATIONS,
  GERMAN_CITATIONS,
  SPANISH_CITATIONS,
  FRENCH_CITATIONS,
];
