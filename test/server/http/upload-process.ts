/**
 * A relay with uploads in a process of its own, for tests that kill it. Prints its port; tokens are
 * not asked for, since everything else about access is tested elsewhere.
 *
 * @packageDocumentation
 */
import express from 'express'
import { OfficerId } from '#crypto/fields/fields.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { createHttpServer } from '#server/http/http-server.js'
import { problemHandler } from '#server/http/problem-handler.js'
import { uploadsRoute } from '#server/http/uploads/serve-uploads.js'
import { silentLogger } from '#server/observability/logger.js'
import { openStores } from '../blobs/fixtures.js'

const [, , root = ''] = process.argv
const caller = {
  authority: AuthorityId.parse('xa.moj'),
  officer: OfficerId.parse(uuidV7(new Date())),
  kid: 'A'.repeat(43),
  roles: ['case' as const],
}
const door = {
  origin: 'https://relay.example',
  takeTurn: () => Promise.resolve(() => undefined),
  authoriseRequest: () =>
    Promise.resolve({ caller, session: 'A'.repeat(22), expires: new Date(8.64e15) }),
}
const { uploads } = openStores(root)
const app = express()
  .use(
    uploadsRoute({
      uploads,
      lifetimeMs: 3_600_000,
      longest: 64 * 1024 * 1024,
      translatorBytes: 1024,
    })(door),
  )
  .use(problemHandler(silentLogger, () => false))
const { port } = await createHttpServer(app).listen({ host: '127.0.0.1', port: 0 })
console.log(port)
