/** Makes src/store/scan/scan.wasm of scan.wat, which has to be done after each change of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openWabt from 'wabt';

const FOLDER = join(import.meta.dirname, '../src/store/scan');

/** @returns the bytes of the module. */
export async function buildScan(): Promise<Uint8Array> {
  const wabt = await openWabt();
  const source = readFileSync(join(FOLDER, 'scan.wat'), 'utf8');
  const module = wabt.parseWat('scan.wat', source, { simd: true });
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(FOLDER, 'scan.wasm'), await buildScan());
}
