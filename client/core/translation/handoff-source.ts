import { toBase64Url } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { PackageId, PartId } from '#crypto/fields/fields.js'
import type { Manifest, Marks } from '#crypto/package/manifest.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import type { HandoffItem } from '#crypto/translation/handoff-content.js'
import type { DocumentProgress } from '../packages/draft.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { DocumentSource } from '../ports.js'
import { sealPart } from '../packages/seal-part.js'
import type { Session } from '../session/session.js'

/** What can be handed over: the ciphertext that the relay has, with what opens it. */
export type HandoffSource = {
  readonly sender: AuthorityId
  readonly package: PackageId
  /** Digest of the package's header; null for what was uploaded to be translated. */
  readonly header: string | null
  readonly marks: Marks
  readonly form: Manifest['form']
  readonly parts: readonly {
    readonly opened: HandoffItem
    readonly sealed: Handoff['source']['parts'][number]
  }[]
}

/** A package that was sent or received, opened and verified here, as a source. */
export function packageSource({ manifest, record }: ReadPackage): HandoffSource {
  const { payload, digest: header } = record.header
  return {
    sender: payload.sender,
    package: payload.package,
    header,
    marks: manifest.marks,
    form: manifest.form,
    parts: manifest.parts.flatMap(({ part, name, mediaType, length, digest, key, mark }) => {
      const its = payload.parts.find((one) => one.part === part)
      return its === undefined
        ? []
        : {
            opened: { part, name, mediaType, length, digest, key, mark },
            sealed: { part, length: its.length, digest: its.digest },
          }
    }),
  }
}

/**
 * Seals documents that no package has yet, such as those of a draft, each with a fresh key, and brings the
 * ciphertext to the relay. So what is to be sent is translated before it is sent; and what a recalled translator
 * had the keys of is handed over anew under others.
 *
 * @param of - the form of the draft, whose fields can be handed over, and its marks.
 * @throws ClientError `document-type-contradicted`; whatever reading throws; RelayProblem `too-large`, `storage-full`, `uploads-full`
 */
export async function uploadedSource(
  { platform, relay, officer }: Session,
  documents: readonly DocumentSource[],
  of: Partial<Pick<HandoffSource, 'form' | 'marks'>> = {},
  onProgress?: DocumentProgress,
): Promise<HandoffSource> {
  const pkg = PackageId.parse(uuidV7(platform.now()))
  const parts: HandoffSource['parts'][number][] = []
  try {
    for (const document of documents) {
      const part = PartId.parse(uuidV7(platform.now()))
      const { key, plaintext, ciphertext } = await sealPart(
        document,
        { package: pkg, part, sink: await platform.outgoing.createPart(pkg, part) },
        (length) => platform.digester(length),
        (octets) => onProgress?.(document.name, octets, document.length),
      )
      const body = await platform.outgoing.part(pkg, part)
      await relay.upload({ package: pkg, part, digest: ciphertext.digest, body })
      const { name, mediaType } = document
      parts.push({
        opened: { part, name, mediaType, ...plaintext, key: toBase64Url(key), mark: null },
        sealed: { part, ...ciphertext },
      })
    }
  } finally {
    await platform.outgoing.remove(pkg).catch(() => undefined)
  }
  const { form = {}, marks = { tlp: null, classification: null } } = of
  return { sender: officer.authority, package: pkg, header: null, marks, form, parts }
}
