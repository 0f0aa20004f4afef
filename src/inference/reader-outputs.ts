/**
 * The layers of the cross-encoder that the reader's heads look at, counted from 0 of 12: the later
 * ones know less of single words, the earlier ones less of the question (docs/quality.md).
 */
export const READER_LAYERS = [7, 8, 9] as const;
/** Those of them that tell best which sentence answers. */
export const SENTENCE_LAYERS = [8, 9] as const;

/** Numbers that one layer's states are pooled to: see child/pooled-states.ts. */
export const STATES_SIZE = { asked: 3 * 384, said: 2 * 384 };

/** The model's output that holds a layer's states, `[1, tokens, dimensions]`. */
export function hiddenStatesOf(layer: number): string {
  return `/bert/encoder/layer.${layer}/output/LayerNorm/Add_1_output_0`;
}
