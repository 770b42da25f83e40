import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { type OpenedDocument, openDocuments } from '../../core/packages/open-package.js'
import type { DocumentSink } from '../../core/ports.js'
import { RelayProblem } from '../../core/relay-problem.js'
import { useSignedIn } from '../api/signed-in.js'
import { blobSink } from '../platform/blob-sink.js'
import { documentSink, type SavingSink } from '../platform/document-sink.js'
import { problemWords } from '../components/problem-words.js'
import type { ShownPackage } from './use-package.js'

type Work = { readonly name: string; readonly percent: number }

/** Fetching, decrypting and verifying documents of one package: to disk, to memory, or only to verify. */
export function useOpening({ read }: ShownPackage) {
  const { package: id } = read.manifest
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [work, setWork] = useState<Work | undefined>()
  const [error, setError] = useState<unknown>()
  const [failed, setFailed] = useState<readonly string[]>([])
  const [saved, setSaved] = useState<string | undefined>()

  async function open<S extends DocumentSink>(
    parts: readonly ManifestPart[],
    sinkFor: (part: ManifestPart) => Promise<S>,
  ): Promise<readonly OpenedDocument[] | undefined> {
    setError(undefined)
    setSaved(undefined)
    const opened: OpenedDocument[] = []
    for (const part of parts) {
      setWork({ name: part.name, percent: 0 })
      const one = { ...read, manifest: { ...read.manifest, parts: [part] } }
      try {
        const found = await openDocuments(session, one, sinkFor, (name, done, total) =>
          setWork({ name, percent: total === 0 ? 100 : Math.floor((100 * done) / total) }),
        )
        opened.push(...found)
      } catch (reason) {
        if (!isAborted(reason)) setError(reason)
        if (problemWords(reason).isDistrust) setFailed([...failed, part.part])
        setWork(undefined)
        // Another copy is served by now: the page reads that one, and whoever asks again is given it.
        if (isResealed(reason)) await queries.invalidateQueries({ queryKey: ['package', id] })
        return undefined
      }
    }
    setWork(undefined)
    await queries.invalidateQueries({ queryKey: ['package', id] })
    return opened
  }

  return {
    work,
    error,
    failed,
    saved,
    /** Its verified content, for a preview: none of what is something else than its name or type says. */
    async fetchPart(part: ManifestPart): Promise<Blob | undefined> {
      const sink = blobSink('application/octet-stream')
      const [opened] = (await open([part], () => Promise.resolve(sink))) ?? []
      return opened?.contradicted === undefined ? sink.content() : undefined
    },
    async savePart(part: ManifestPart): Promise<void> {
      const saving: { sink?: SavingSink } = {}
      const [opened] =
        (await open([part], async () => (saving.sink = await documentSink(part)))) ?? []
      if (opened) setSaved(saving.sink?.nameOf(opened.contradicted))
    },
    verifyAll: () => open(read.manifest.parts, () => Promise.resolve(nowhere)),
  }
}

/** Verified and thrown away: the next reading verifies again. */
const nowhere: DocumentSink = {
  write: () => Promise.resolve(),
  commit: () => Promise.resolve(),
  discard: () => Promise.resolve(),
}

const isResealed = (reason: unknown) =>
  reason instanceof RelayProblem && reason.code === 'content-resealed'

/** The person closed the dialogue for saving. */
const isAborted = (reason: unknown) =>
  reason instanceof DOMException && reason.name === 'AbortError'
