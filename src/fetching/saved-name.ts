import { createHash } from 'node:crypto';

/** Below the corpus folder; a folder for each site. */
const FOLDER = 'added';
/** File systems take 255 bytes, and a number and an ending follow. */
const MAX_NAME_LENGTH = 100;
/** Enough of a sha256, in hex, to tell the pages of one site apart. */
const DIGEST_LENGTH = 8;

/**
 * The path below the corpus folder where a page is saved, without an ending: the same for the same
 * address, and telling for a person who looks into the folder (`added/example.org/news-2025-flood`).
 */
export function savedName(url: URL): string {
  const path = decoded(url.pathname).replace(/\.(?:x?html?|php|aspx?|md|txt|pdf|docx|epub)$/i, '');
  const plain = nameOf(path);
  const isWhole = url.search === '' && plain.length <= MAX_NAME_LENGTH && plain.length > 0;
  const digest = createHash('sha256').update(url.href).digest('hex').slice(0, DIGEST_LENGTH);
  const beginning = plain.slice(0, MAX_NAME_LENGTH).replace(/-+$/, '') || 'page';
  const isFaithful = isWhole && nameOf(path) === path.replace(/^\/|\/$/g, '').replaceAll('/', '-');
  const host = url.host.replace(/^www\./, '').replace(/[^\w.-]+/g, '-');
  return `${FOLDER}/${host}/${isFaithful ? plain : `${beginning}-${digest}`}`;
}

/** Of Windows: no file of such a name can be checked out there. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The path below the corpus folder where an uploaded file is saved, without an ending. */
export function uploadedName(name: string): string {
  const base = nameOf(name.replace(/\.[^.]*$/, ''))
    .slice(0, MAX_NAME_LENGTH)
    .replace(/-+$/, '');
  return `${FOLDER}/${base === '' || RESERVED.test(base) ? `article${base && `-${base}`}` : base}`;
}

function nameOf(path: string): string {
  return path
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
