import { GERMAN_METADATA } from './de.ts';
import { ENGLISH_METADATA } from './en.ts';
import { SPANISH_METADATA } from './es.ts';
import { FRENCH_METADATA } from './fr.ts';
import type { MetadataRules } from './metadata-rules.ts';

/** A new language is added here. */
export const METADATA_RULES: readonly MetadataRules[] = [
  ENGLISH_METADATA,
  GERMAN_METADATA,
  SPANISH_METADATA,
  FRENCH_METADATA,
];
