/**
 * The layers of the cross-encoder that the reader's heads look at, counted from 0 of 12: the later
 * ones know less of single words, the earlier ones less of the question (docs/quality.md).
 */
export const READER_LAYERS = [7, 8, 9] as const;

/** The model's output that holds a layer's states, `[1, tokens, dimensions]`. */
export function hiddenStatesOf(layer: number): string {
  return `/bert/encoder/layer.${layer}/output/LayerNorm/Add_1_output_0`;
}
