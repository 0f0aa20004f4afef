import { describe, expect, it } from 'vitest';
import { passageInput, queryInput } from '../../src/inference/child/model-input.ts';
import { loadTokenizer } from '../../src/inference/child/tokenizer.ts';

/** XLM-R's tokenizer as the multilingual models bring it, with a vocabulary of a few words. */
const PIECES = ['<s>', '<pad>', '</s>', '<unk>', '▁', '▁passage', '▁query', ':', '▁Die', '▁Brücke'];
const XLM_R = {
  version: '1.0',
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [
      { type: 'WhitespaceSplit' },
      { type: 'Metaspace', replacement: '▁', str_rep: '▁', add_prefix_space: true },
    ],
  },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '<s>', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '</s>', type_id: 0 } },
    ],
    pair: [],
  },
  decoder: null,
  model: { type: 'Unigram', unk_id: 3, vocab: PIECES.map((piece) => [piece, -1]) },
};

const tokenizer = await loadTokenizer(XLM_R, { tokenizer_class: 'XLMRobertaTokenizer' });
const pieces = (ids: readonly number[]) => ids.map((id) => PIECES[id]);

describe('a multilingual model’s tokenizer', () => {
  it('reads a passage after its prefix as if both were one text', () => {
    const { input } = passageInput(
      tokenizer,
      { head: '', body: 'Die Brücke' },
      { prefix: 'passage: ', maxTokens: 512, window: 0 },
    );
    expect(pieces(input.ids)).toEqual(['<s>', '▁passage', ':', '▁Die', '▁Brücke', '</s>']);
    expect(input.typeIds).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('reads a question after its prefix, cut to what the model takes', () => {
    const { ids } = queryInput(tokenizer, 'Die Brücke', { prefix: 'query: ', maxTokens: 5 });
    expect(pieces(ids)).toEqual(['<s>', '▁query', ':', '▁Die', '</s>']);
  });

  it('takes a word that it does not know for an unknown one', () => {
    const { ids } = queryInput(tokenizer, 'Zug', { prefix: 'query: ', maxTokens: 512 });
    expect(pieces(ids)).toContain('<unk>');
  });
});
