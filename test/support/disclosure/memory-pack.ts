import { createHash } from 'node:crypto'
import type { PackSource } from '#client/core/disclosure/check-disclosure.js'
import type { PackFolder, PackPapers } from '#client/core/disclosure/pack-folder.js'
import type { DocumentSink } from '#client/core/ports.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'

/** A pack in memory, as it is written and as it is checked; and which documents were ever opened into it. */
export function memoryPack() {
  const files = new Map<string, Uint8Array>()
  const sinkAt = (path: string): DocumentSink => {
    const chunks: Uint8Array[] = []
    return {
      write: (chunk) => Promise.resolve(void chunks.push(chunk.slice())),
      commit: () => Promise.resolve(void files.set(path, new Uint8Array(Buffer.concat(chunks)))),
      discard: () => Promise.resolve(),
    }
  }
  const folder: PackFolder = {
    write: (path, octets) => Promise.resolve(void files.set(path, octets)),
    documents: (at, parts) => ({
      sinkFor: ({ name }) => Promise.resolve(sinkAt(`${at}/${name}`)),
      nameOf: ({ part }) => parts.find((one) => one.part === part)?.name ?? part,
    }),
    redacted: (at, part, name) =>
      Promise.resolve({ sink: sinkAt(`${at}/${part}/${name}`), path: `${at}/${part}/${name}` }),
  }
  const papers: PackPapers = {
    certificate: (bundle) => Promise.resolve(toUtf8(`certificate of ${bundle.length} octets`)),
    verifier: () => Promise.resolve(toUtf8('<!doctype html>')),
  }
  const source = (): PackSource => ({
    files: [...files].map(([path, octets]) => ({
      path,
      length: octets.length,
      isPlain: true,
      digest: createHash('sha256').update(octets).digest('hex'),
    })),
    read: (path) => Promise.resolve(files.get(path) ?? new Uint8Array()),
  })
  return { files, folder, papers, source }
}
