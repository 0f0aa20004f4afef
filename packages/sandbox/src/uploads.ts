import type { FastifyInstance } from 'fastify';
import { attachmentPath, MAX_UPLOAD_BYTES, upload } from './world/attachments.ts';
import type { World } from './world/world.ts';

/** Where the page sends a file before it sends the command that names it. */
const UPLOAD_PATH = '/page/upload';

/** Takes the files that people upload on the page, and gives them to whoever has their address. */
export function uploads(server: FastifyInstance, world: World): void {
  server.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));

    app.post(UPLOAD_PATH, { bodyLimit: MAX_UPLOAD_BYTES }, (request) => {
      const { name = '' } = request.query as { name?: string };
      const type = request.headers['content-type'] ?? 'application/octet-stream';
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return { id: upload(world, { name, bytes, type }).id };
    });

    app.get('/attachments/:id/:name', (request, reply) => {
      const { id } = request.params as { id: string };
      const found = world.attachments.get(id);
      if (!found || request.url !== attachmentPath(found)) return reply.code(404).send();
      // A page among them must not run as one of the sandbox's own.
      return reply
        .headers({ 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff' })
        .type(found.content_type ?? 'application/octet-stream')
        .send(found.bytes);
    });
  });
}
