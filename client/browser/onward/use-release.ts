import { useMutation } from '@tanstack/react-query'
import { DOWNGRADE_MEDIA_TYPE } from '#crypto/downgrade/downgrade-record.js'
import { plainText } from '#crypto/fields/fields.js'
import { downgradeDocuments } from '../../core/downgrade/downgrade-documents.js'
import type { ReadPackage } from '../../core/packages/open-package.js'
import { useSignedIn } from '../api/signed-in.js'
import { carried } from '../compose/carried.js'
import { fileDocument } from '../platform/file-document.js'
import { handOut } from '../platform/hand-out.js'
import type { Redaction } from './redaction-fields.js'
import type { ReleasePair } from './release-pairs.js'

/** As the command line names them: the one is sent, the other is kept. */
const RECORD = 'released.rogatory-downgrade'
const SEALED = 'originals.sealed'

export type Wanted = {
  readonly documents: readonly { readonly [K in keyof ReleasePair]: NonNullable<ReleasePair[K]> }[]
  readonly redactions: readonly Redaction[]
  readonly from: string
  readonly to: string
  readonly by: string
  readonly basis: string
  readonly decided: string
}

export type MadeRelease = {
  readonly files: readonly File[]
  readonly from: string
  readonly to: string
  readonly save: () => void
}

/** Signs the release. What shows which originals they were is saved as a file; the rest goes along to be sent. */
export function useRelease(read: ReadPackage | undefined) {
  const { session } = useSignedIn()
  return useMutation({
    mutationFn: async ({ documents, redactions, ...said }: Wanted): Promise<MadeRelease> => {
      const [from, to] = [plainText(said.from), plainText(said.to)]
      const { record, sealed } = await downgradeDocuments(session, {
        from,
        to,
        by: said.by.trim(),
        basis: said.basis.trim(),
        decided: said.decided,
        documents: documents.map(({ original, released }) => ({
          original: original instanceof File ? fileDocument(original) : original,
          released: fileDocument(released),
        })),
        redactions: redactions.map(({ document, place, reason, removed }) => ({
          document,
          reason,
          place: plainText(place),
          removed: removed.trim() === '' ? null : removed,
        })),
        ...(read && { of: read }),
      })
      const save = () => handOut(new Blob([sealed]), SEALED)
      // Without it the record proves less than it could: it is saved before anything can be sent.
      save()
      const made = [
        ...documents.map(({ released }) => released),
        new File([JSON.stringify(record)], RECORD, { type: DOWNGRADE_MEDIA_TYPE }),
      ]
      carried.take(session, { files: made, classification: to })
      return { files: made, from, to, save }
    },
  })
}
