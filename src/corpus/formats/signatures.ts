/** How files of formats that are no text begin. */

export function isPdf(bytes: Buffer): boolean {
  // Readers accept a header within the first kilobyte.
  return bytes.subarray(0, 1_024).includes('%PDF-');
}

export function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
}

/** Whether bytes may be text, by their beginning. */
export function isNoContainer(bytes: Buffer): boolean {
  return !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) && !isZip(bytes);
}

/** A `.doc`, or a `.docx` behind a password. */
export function isOldOffice(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
}
