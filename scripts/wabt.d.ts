declare module 'wabt' {
  interface WasmModule {
    toBinary(options: object): { buffer: Uint8Array };
    destroy(): void;
  }
  export default function openWabt(): Promise<{
    parseWat(name: string, source: string, features: { simd: boolean }): WasmModule;
  }>;
}
