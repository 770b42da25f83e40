import { toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { ClientError } from '../client-error.js'
import { openDocuments, type ReadPackage } from '../packages/open-package.js'
import type { CheckedRecord } from '../proof/check-record.js'
import { exportProof, type ProofOptions } from '../proof/export-proof.js'
import type { Session } from '../session/session.js'
import type { DisclosedDocument, DisclosedPackage, PackFile } from './disclosure-index.js'
import { keepRedacted } from './keep-redacted.js'
import type { PackFolder, PackPapers } from './pack-folder.js'
import type { PackagePlan } from './plan-disclosure.js'

export type DisclosureOptions = Pick<ProofOptions, 'withinMs' | 'onWaiting'>

/** One package of the case; `opened` where its content is at hand. */
export type PackageToDisclose = {
  readonly record: CheckedRecord
  /** The folder of the package inside the pack. */
  readonly at: string
  readonly opened?: { readonly read: ReadPackage; readonly plan: PackagePlan }
}

type Writing = {
  readonly folder: PackFolder
  readonly papers: PackPapers
  /** Writes a file and lists it. */
  readonly write: (path: string, octets: Uint8Array) => Promise<void>
}

type Disclosed = { readonly entry: DisclosedPackage; readonly documents: readonly PackFile[] }

/**
 * Bundle, certificate, form and documents of one package. The manifest is disclosed only where nothing is withheld: it
 * names every document and holds the form. Else single documents are, and the form is the officer's word.
 */
export async function disclosePackage(
  session: Session,
  { record, at, opened }: PackageToDisclose,
  options: DisclosureOptions,
  { folder, papers, write }: Writing,
): Promise<Disclosed> {
  const { payload: header, digest } = record.header
  const shown = opened?.plan.withheld === null ? opened : undefined
  const isWhole = shown?.plan.form === null && shown.plan.parts.size === 0
  const chosen = shown?.read.manifest.parts.filter(({ part }) => !shown.plan.parts.has(part)) ?? []

  const [proof, certificate] = [`${at}/proof.rogatory-proof`, `${at}/certificate.pdf`]
  const { octets } = await exportProof(session, header.package, {
    ...options,
    ...(isWhole ? { discloseManifest: true } : { discloseParts: chosen.map(({ part }) => part) }),
  })
  await write(proof, octets)
  await write(certificate, await papers.certificate(octets))

  const form = `${at}/form.json`
  if (shown?.plan.form === null) {
    await write(form, toUtf8(`${canonicalize(shown.read.manifest.form)}\n`))
  }
  const kept = shown
    ? await keepDocuments(session, shown.read, chosen, folder, `${at}/documents`)
    : new Map<string, PackFile>()
  const documents: DisclosedDocument[] = []
  for (const [place, { part, length, commitment }] of header.parts.entries()) {
    const withheld = shown?.plan.parts.get(part)
    const redacted = withheld?.redacted
      ? await keepRedacted(session, withheld.redacted, `${at}/redacted`, folder, {
          part,
          original: shown?.read.manifest.parts.find((one) => one.part === part)?.digest,
        })
      : null
    documents.push({
      position: place + 1,
      part,
      sealed: length,
      commitment,
      redacted,
      document: kept.get(part) ?? null,
      withheld: withheld?.reason ?? null,
    })
  }
  return {
    entry: {
      package: header.package,
      header: digest,
      submitted: record.submitted,
      sender: header.sender,
      signedBy: record.header.credential.payload.name,
      recipients: header.recipients.map(({ authority }) => authority),
      content: shown ? (isWhole ? 'disclosed' : 'in-part') : opened ? 'withheld' : 'deleted',
      withheld: opened?.plan.withheld ?? null,
      said: shown ? saidIn(shown.read) : null,
      despiteMarks: shown?.plan.despiteMarks ?? null,
      proof,
      certificate,
      documents,
      form: shown
        ? {
            path: shown.plan.form === null ? form : null,
            isProved: isWhole,
            withheld: shown.plan.form,
          }
        : null,
    },
    documents: documents.flatMap(({ document, redacted }) =>
      [document, redacted].filter((file) => file !== null),
    ),
  }
}

const saidIn = ({ manifest: { template, inReplyTo, marks } }: ReadPackage) => ({
  template: `${template.id}@${template.version}`,
  answers: inReplyTo?.package ?? null,
  marks,
})

/** Opens what is disclosed and nothing else. @throws ClientError `document-malicious` */
async function keepDocuments(
  session: Session,
  read: ReadPackage,
  parts: readonly ManifestPart[],
  folder: PackFolder,
  at: string,
): Promise<ReadonlyMap<string, PackFile>> {
  const chosen = { ...read, manifest: { ...read.manifest, parts: [...parts] } }
  const { sinkFor, nameOf } = folder.documents(at, parts)
  const kept = new Map<string, PackFile>()
  for (const { part, isMalicious } of await openDocuments(session, chosen, sinkFor)) {
    if (isMalicious) {
      throw new ClientError(
        'document-malicious',
        `the scanner of this machine found document ${part.part} malicious`,
        `Withhold it: --withhold ${part.part}=REASON`,
      )
    }
    const { length, digest } = part
    kept.set(part.part, { path: `${at}/${nameOf(part)}`, length, digest })
  }
  return kept
}
