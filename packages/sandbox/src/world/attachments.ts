import type { Attachment } from './types.ts';
import type { World } from './world.ts';

/** A file that somebody chooses on their machine. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
  /** What their client takes its media type for. */
  type?: string;
}

/** The largest file that people without Nitro can upload, in bytes; Discord states it in each interaction. */
export const MAX_UPLOAD_BYTES = 10 * 2 ** 20;
/** Older uploads go: everything is kept in memory. In bytes. */
const MAX_KEPT_BYTES = 100 * 2 ** 20;

/**
 * Takes an upload.
 *
 * @throws Error for one that Discord's client does not send
 */
export function upload(world: World, { name, bytes, type }: Upload): Attachment {
  if (bytes.length > MAX_UPLOAD_BYTES) throw new Error('Your file is too powerful.');
  const attachment: Attachment = {
    id: world.ids.next(),
    filename: safeName(name),
    bytes: Buffer.from(bytes),
    content_type: type ?? null,
  };
  world.attachments.set(attachment.id, attachment);
  dropOldest(world);
  return attachment;
}

export function attachmentPath({ id, filename }: Attachment): string {
  return `/attachments/${id}/${encodeURIComponent(filename)}`;
}

export function attachmentJson(world: World, attachment: Attachment) {
  const url = `${world.origin}${attachmentPath(attachment)}`;
  const { id, filename, content_type, bytes } = attachment;
  return {
    id,
    filename,
    size: bytes.length,
    url,
    proxy_url: url,
    ...(content_type && { content_type }),
    ephemeral: true,
  };
}

/** As Discord renames files: nothing but letters, figures, `.`, `_` and `-`. */
function safeName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return base.replace(/[^\p{L}\p{N}._-]+/gu, '_') || 'unknown';
}

function dropOldest({ attachments }: World): void {
  let kept = [...attachments.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  for (const { id, bytes } of attachments.values()) {
    if (kept <= MAX_KEPT_BYTES) return;
    attachments.delete(id);
    kept -= bytes.length;
  }
}
