import type { PreTrainedTokenizer } from '@xenova/transformers/src/tokenizers.js';

/** What a model reads: one row of token ids, and which of two texts each belongs to. */
export interface Encoded {
  ids: number[];
  typeIds: number[];
}

/** A model's tokenizer with the special tokens kept apart, so that a text can be cut by tokens. */
export interface Tokenizer {
  /** The tokens of a text without special tokens. */
  tokens(text: string): string[];
  /** Adds the special tokens around one text, or around and between two. */
  encode(tokens: string[], pair?: string[]): Encoded;
  /** How many tokens `encode` adds to one text, and to two. */
  readonly added: { one: number; two: number };
}

/** Loads a tokenizer from the parsed `tokenizer.json` and `tokenizer_config.json`. */
export async function loadTokenizer(
  tokenizer: object,
  config: { tokenizer_class?: string },
): Promise<Tokenizer> {
  const library = await import('@xenova/transformers/src/tokenizers.js');
  const name = config.tokenizer_class?.replace(/Fast$/, '') ?? '';
  const Class = library.AutoTokenizer.TOKENIZER_CLASS_MAPPING[name] ?? library.PreTrainedTokenizer;
  return wrap(new Class(tokenizer, config));
}

function wrap(tokenizer: PreTrainedTokenizer): Tokenizer {
  // An article may say "[SEP]": without this list, that is a text like any other.
  tokenizer.added_tokens = [];

  const encode = (tokens: string[], pair?: string[]): Encoded => {
    const processed = tokenizer.post_processor?.(tokens, pair ?? null);
    const all = processed?.tokens ?? [...tokens, ...(pair ?? [])];
    return {
      ids: tokenizer.model.convert_tokens_to_ids(all),
      typeIds: processed?.token_type_ids ?? all.map(() => 0),
    };
  };
  return {
    tokens: (text) => tokenizer._encode_text(text),
    encode,
    added: { one: encode([]).ids.length, two: encode([], []).ids.length },
  };
}
