import { readFileSync } from 'node:fs';
import onnxProto from 'onnx-proto';
import writeFileAtomic from 'write-file-atomic';
import { ModelError } from '../src/errors.ts';
import { hiddenStatesOf, READER_LAYERS } from '../src/inference/reader-outputs.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';

const { onnx } = onnxProto;
/** Numbers in a hidden state of MiniLM-L12. */
const DIMENSIONS = 384;

await runCommand(async () => {
  const [from, to] = createCommand('npm run add-reader-outputs --')
    .description('Lets the cross-encoder give its inner layers too; its weights stay as they are.')
    .argument('<original.onnx>', 'the weights as they were published')
    .argument('<changed.onnx>', 'where the changed file goes')
    .parse().args as [string, string];
  const original = readFileSync(from);
  await writeFileAtomic(to, Buffer.concat([original, addition(original)]));
  return EXIT.answered;
});

/**
 * What is appended to the file. An ONNX file is one Protocol Buffers message, and two such messages
 * one after the other are read as one whose lists are joined
 * (https://protobuf.dev/programming-guides/encoding/#last-one-wins): the graph's outputs here.
 *
 * @throws ModelError when the model has no such layers, or gives their states already.
 */
function addition(original: Uint8Array): Uint8Array {
  const { graph } = onnx.ModelProto.decode(original);
  const computed = new Set(graph?.node?.flatMap(({ output }) => output ?? []));
  const given = new Set(graph?.output?.map(({ name }) => name));
  const names = READER_LAYERS.map(hiddenStatesOf);
  const fault = names.find((name) => !computed.has(name) || given.has(name));
  if (fault) throw new ModelError(`${fault} is no inner result of this model: take the original`);
  const shape = { dim: [{ dimValue: 1 }, { dimParam: 'tokens' }, { dimValue: DIMENSIONS }] };
  const type = { tensorType: { elemType: onnx.TensorProto.DataType.FLOAT, shape } };
  const output = names.map((name) => onnx.ValueInfoProto.create({ name, type }));
  return onnx.ModelProto.encode({ graph: { output } }).finish();
}
