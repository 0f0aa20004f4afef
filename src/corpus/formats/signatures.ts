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

/** An EPUB says what it is in its first entry, which is not compressed. */
export function isEpub(bytes: Buffer): boolean {
  return isZip(bytes) && bytes.subarray(0, 100).includes('application/epub+zip');
}

/** Whether the first character that is no blank, in whatever encoding, is one of these. */
export function beginsWith(first: RegExp): (bytes: Buffer) => boolean {
  return (bytes) => {
    const beginning = bytes.subarray(0, 1_024).toString('latin1');
    return first.test(
      beginning.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*/, '')[0] ?? '',
    );
  };
}
