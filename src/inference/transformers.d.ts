/**
 * The parts of @xenova/transformers that are used. They are imported one by one, because its main
 * module also loads its pipelines and image processing: 50 ms more for each child process.
 */

declare module '@xenova/transformers/src/backends/onnx.js' {
  /** onnxruntime-node, as far as it is used. */
  export const ONNX: {
    InferenceSession: {
      create(
        path: string,
        options: {
          executionProviders: string[];
          intraOpNumThreads: number;
          interOpNumThreads: number;
        },
      ): Promise<Session>;
    };
    Tensor: new (type: 'int64', data: BigInt64Array, dims: number[]) => InputTensor;
  };

  export interface InputTensor {
    readonly dims: readonly number[];
  }

  export interface OutputTensor {
    readonly dims: readonly number[];
    readonly data: Float32Array;
  }

  export interface Session {
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(inputs: Record<string, InputTensor>): Promise<Record<string, OutputTensor>>;
  }
}

declare module '@xenova/transformers/src/tokenizers.js' {
  export type TokenizerClass = new (tokenizer: object, config: object) => PreTrainedTokenizer;

  export class PreTrainedTokenizer {
    constructor(tokenizer: object, config: object);
    added_tokens: { content: string }[];
    _encode_text(text: string): string[];
    post_processor:
      | ((
          tokens: string[],
          pair: string[] | null,
        ) => { tokens: string[]; token_type_ids?: number[] })
      | null;
    model: { convert_tokens_to_ids(tokens: string[]): number[] };
  }

  export const AutoTokenizer: { TOKENIZER_CLASS_MAPPING: Record<string, TokenizerClass> };
}

declare module '@xenova/transformers/src/utils/hub.js' {
  /** Fetches a file of a model on the hub into the cache folder; rejects when it cannot. */
  export function getModelFile(
    id: string,
    file: string,
    fatal: boolean,
    options: object,
  ): Promise<Uint8Array>;
}

declare module '@xenova/transformers/src/env.js' {
  export const env: { cacheDir: string; remoteHost: string };
}
