import { createHash } from 'node:crypto'
import type {
  Digester,
  DocumentSink,
  DocumentSource,
  OpenedRecord,
  OutgoingStore,
  Platform,
  SealedBody,
} from '#client/core/ports.js'
import { PackageId } from '#crypto/fields/fields.js'
import { memoryDirectoryMemory } from '../memory/memory-directory-memory.js'
import { memoryLogMemory } from '../memory/memory-log-memory.js'
import type { Interruptions } from './interruptions.js'

/** The promises of `Platform`, in memory; every effect can be interrupted. */
export function memoryPlatform(now: () => Date, { effect }: Interruptions) {
  const parts = new Map<string, Buffer>()
  const submissions = new Map<string, string>()
  const opened = new Map<string, OpenedRecord>()
  const swept: Date[] = []
  const held = new Set<string>()
  const open = { digesters: 0 }

  const outgoing: OutgoingStore = {
    createPart: (pkg, part) =>
      effect('outgoing.createPart', () =>
        memorySink((octets) =>
          effect('outgoing.commitPart', () => void parts.set(`${pkg}/${part}`, octets)),
        ),
      ),
    part: (pkg, part) =>
      effect('outgoing.part', () => bodyOf(parts.get(`${pkg}/${part}`) ?? Buffer.alloc(0))),
    keepSubmission: (pkg, text) =>
      effect('outgoing.keepSubmission', () => void submissions.set(pkg, text)),
    hold: (pkg) => effect('outgoing.hold', () => void held.add(pkg)),
    submission: (pkg) => Promise.resolve(submissions.get(pkg)),
    waiting: () => Promise.resolve([...submissions.keys()].map((id) => PackageId.parse(id)).sort()),
    remove: (pkg) =>
      effect('outgoing.remove', () => {
        submissions.delete(pkg)
        held.delete(pkg)
        for (const name of parts.keys()) if (name.startsWith(pkg)) parts.delete(name)
      }),
    sweep: (idleSince) => Promise.resolve(void swept.push(idleSince)),
  }
  const platform: Platform = {
    outgoing,
    opened: {
      record: (header, record) => effect('opened.record', () => void opened.set(header, record)),
      find: (header) => Promise.resolve(opened.get(header)),
    },
    seen: memoryDirectoryMemory(),
    logs: memoryLogMemory(),
    digester: () => counted(open),
    now,
  }
  return { ...platform, state: { parts, submissions, opened, swept, held, open } }
}
export type MemoryPlatform = ReturnType<typeof memoryPlatform>

/** A document whose octets come in chunks of so many. Most tests mean octets, whatever they are called: they are not judged by it. */
export const memoryDocument = (
  name: string,
  octets: Uint8Array,
  { chunk = 100_000, ...changes }: Partial<DocumentSource> & { readonly chunk?: number } = {},
): DocumentSource => ({
  name,
  mediaType: 'application/pdf',
  isAsReceived: true,
  length: octets.length,
  async *read() {
    for (let at = 0; at < octets.length; at += chunk) {
      await Promise.resolve()
      yield octets.slice(at, at + chunk)
    }
  },
  ...changes,
})

/** Sinks that a test can look into: what was committed under which name, and what was given up. */
export function memoryFolder() {
  const files = new Map<string, Buffer>()
  const discarded: string[] = []
  return {
    files,
    discarded,
    sinkFor: ({ name }: { readonly name: string }): Promise<DocumentSink> =>
      Promise.resolve(
        memorySink(
          (octets) => Promise.resolve(void files.set(name, octets)),
          () => discarded.push(name),
        ),
      ),
  }
}

function memorySink(
  keep: (octets: Buffer) => Promise<void>,
  onDiscard: () => void = () => undefined,
): DocumentSink {
  const chunks: Uint8Array[] = []
  return {
    write: (chunk) => Promise.resolve(void chunks.push(chunk.slice())),
    commit: () => keep(Buffer.concat(chunks)),
    discard: () => {
      onDiscard()
      return Promise.resolve()
    },
  }
}

const bodyOf = (octets: Buffer): SealedBody => ({
  length: octets.length,
  slice: (start, end) => octets.subarray(start, end),
})

function counted(open: { digesters: number }): Digester {
  open.digesters++
  const hash = createHash('sha256')
  return {
    update: (chunk) => Promise.resolve(void hash.update(chunk)),
    digest: () => Promise.resolve(hash.digest('hex')),
    close: () => {
      open.digesters--
    },
  }
}
