import { Readable } from 'node:stream'
import { noteKey } from '#crypto/transparency/note-key.js'
import { assembleProof } from '#server/domain/assemble-proof.js'
import { authenticate } from '#server/domain/authenticate.js'
import { authoriseRequest } from '#server/domain/authorise-request.js'
import { listAuthorities } from '#server/domain/list-authorities.js'
import { addCosignatures } from '#server/domain/log/add-cosignatures.js'
import { proveConsistency } from '#server/domain/log/prove-consistency.js'
import { proveInclusion } from '#server/domain/log/prove-inclusion.js'
import { readCheckpoint } from '#server/domain/log/read-checkpoint.js'
import { readTile } from '#server/domain/log/read-tile.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { openBlob } from '#server/domain/open-blob.js'
import type { BlobStore } from '#server/domain/ports.js'
import { readAuthority } from '#server/domain/read-authority.js'
import { readCredential } from '#server/domain/read-credential.js'
import { readVault } from '#server/domain/read-vault.js'
import { storeVault } from '#server/domain/store-vault.js'
import { afterwards } from '#server/http/afterwards.js'
import { type AppParts, createApp } from '#server/http/app.js'
import { createHttpServer } from '#server/http/http-server.js'
import type { UseCases } from '#server/http/use-cases.js'
import { createLogger } from '#server/observability/logger.js'
import { fakeRelay } from './fake-relay.js'
import {
  memoryCosignatureStore,
  memoryLogStore,
  memoryTimestampStore,
} from './memory/memory-log.js'
import { Outage } from './fake-ports.js'
import { octetsOf } from './octets.js'
import { signedIn } from './signed-in.js'

const LIMITS = { partBytes: 8 * 1024 * 1024, uploadLifetimeMs: 3_600_000 }

/** A real listener before the real use-cases, over fake ports; the clock stands still. */
export async function httpRelay(changes: Partial<AppParts> = {}) {
  const relay = await fakeRelay()
  const lines: string[] = []
  const log = createLogger({ name: 'relay', level: 'info', write: (line) => lines.push(line) })
  const { evidence, receipts, directory, acceptances } = relay.state
  const statements = memoryLogStore(() => [...directory, ...acceptances, ...evidence, ...receipts])
  const logKey = await noteKey('relay.example/log', 'note', relay.relay.evidenceKey)
  const round = sequencer({ log: statements, key: logKey, clock: relay.clock })
  const ports = {
    ...relay,
    log: statements,
    timestamps: memoryTimestampStore(),
    cosignatures: memoryCosignatureStore(),
    blobs: withOctets(relay.blobs),
    proofLifetimeSeconds: 60,
    tokenLifetimeSeconds: 300,
  }
  const useCases: UseCases = {
    authenticate: authenticate(ports),
    authoriseRequest: authoriseRequest(ports),
    listAuthorities: listAuthorities(ports),
    readAuthority: readAuthority(ports),
    readCredential: readCredential(ports),
    publishEntry: relay.publishEntry,
    publishCredential: relay.publishCredential,
    publishRevocation: relay.publishRevocation,
    publishSuspension: relay.publishSuspension,
    readVault: readVault(ports),
    storeVault: storeVault(ports),
    submitPackage: relay.submit,
    listPackages: relay.list,
    readPackage: relay.read,
    openBlob: openBlob(ports),
    noteBlobServed: relay.noteServed,
    acknowledgePackage: relay.acknowledge,
    assembleProof: assembleProof(ports),
    readFeed: relay.feed,
    proveInclusion: proveInclusion(ports),
    proveConsistency: proveConsistency(ports),
    addCosignatures: addCosignatures(ports),
    readCheckpoint: readCheckpoint(ports),
    readTile: readTile(ports),
    ...changes.useCases,
  }
  const after = afterwards()
  const http = createHttpServer(
    createApp({
      uploads: noUploads,
      log,
      afterwards: after,
      ready: { mongodb: () => Promise.resolve() },
      isOutage: (error) => error instanceof Outage,
      origin: relay.relay.origin,
      trustedProxyHops: 0,
      limits: LIMITS,
      ...changes,
      useCases,
    }),
  )
  const { port } = await http.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${port}`
  return {
    relay,
    useCases,
    http,
    url,
    port,
    lines,
    after,
    /** One round of the sequencer: everything kept gets its place in the log. */
    sequence: () => round(1),
    /** An officer's fetch: logs in, and proves possession with every request. */
    as: signedIn(url, relay.relay.origin, relay.clock),
    close: () => http.close(0),
  }
}
export type HttpRelay = Awaited<ReturnType<typeof httpRelay>>

/** The fake store knows lengths only; octets of that length are made up. */
function withOctets(blobs: BlobStore): BlobStore {
  let length = 0
  return {
    async find(key) {
      const found = await blobs.find(key)
      length = found?.length ?? 0
      return found
    },
    read: (_key, range) => {
      const octets = octetsOf(length)
      return Readable.from([range ? octets.subarray(range.start, range.end + 1) : octets], {
        objectMode: false,
      })
    },
  }
}

const no = () => Promise.reject(new Error('this test has no uploads'))
const noUploads = { begin: no, find: no, append: no, discard: no, expire: no, check: no }

export const octetsIn = async (response: Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer())
