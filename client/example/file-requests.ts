import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../core/client-error.js'
import { exportProof } from '../core/proof/export-proof.js'
import { listMailbox, type MailboxItem } from '../core/packages/list-mailbox.js'
import { openDocuments, readPackage } from '../core/packages/open-package.js'
import { RelayProblem } from '../core/relay-problem.js'
import type { Session } from '../core/session/session.js'
import type { DocumentScanner } from '../files/document-scanner.js'
import { intoFolder } from '../files/into-folder.js'
import { makeFolder } from '../files/make-folder.js'
import { writeDurably } from '../files/write-durably.js'

/** What one round did, by package. */
export type FilingRound = {
  readonly filed: readonly PackageId[]
  /** Those that have a new proof, since more has become of them. */
  readonly proved: readonly PackageId[]
  /** Those whose content the relay does not give out: rejected, expired or deleted before they were filed. */
  readonly passedOver: readonly PackageId[]
  /** Those with a document of which the scanner says nothing: not filed, and tried again in the next round. */
  readonly unsearched: readonly PackageId[]
}

const NEWEST = 1_000
/** One document may break a scanner, and must not hold up what others send; of so many packages in a row it is broken itself. */
const BROKEN_AFTER = 3
/** What the relay says of content that it does not give out any more. */
const GONE = ['content-deleted', 'package-unknown']

/**
 * An integration as a case management system would have it: every request that has come in is a folder,
 * `<sender>/<case>/<package>`, with its documents, its form, what is known of it (`record.json`), and the
 * bundle that proves it (`proof-<state>.rogatory-proof`).
 *
 * A folder appears whole or not at all, so that whoever watches the tree needs no lock; a round that was cut
 * off is done again. What was filed is never changed: as more becomes of a package, a further proof is added.
 * Nothing is acknowledged, since a receipt is an officer's act.
 *
 * @param scan - what each document passes before it is filed. What is found malicious is not: `record.json` names it,
 *   without a path.
 *
 * @throws as `listMailbox` and `readPackage`: a package that does not verify stops the round; ClientError
 *   `scanner-failed` where several in a row cannot be searched.
 */
export async function fileRequests(
  session: Session,
  tree: string,
  scan?: DocumentScanner,
): Promise<FilingRound> {
  await makeFolder(tree)
  const filed: PackageId[] = []
  const proved: PackageId[] = []
  const passedOver: PackageId[] = []
  const unsearched: PackageId[] = []
  let inRow = 0
  for (const item of await listMailbox(session, 'inbox', NEWEST)) {
    const folder = join(tree, item.sender, item.case, item.package)
    const names = await readdir(folder).catch(() => undefined)
    if (names === undefined) {
      const outcome = await file(session, item, { folder, tree, scan }).catch((error: unknown) => {
        inRow += 1
        if (!isUnsearched(error) || inRow === BROKEN_AFTER) throw error
        return 'unsearched' as const
      })
      if (outcome !== 'filed') {
        ;(outcome === 'gone' ? passedOver : unsearched).push(item.package)
        continue
      }
      inRow = 0
      filed.push(item.package)
    }
    const proof = `proof-${item.state}.rogatory-proof`
    if (
      names?.includes(proof) !== true &&
      (await prove(session, item.package, join(folder, proof)))
    )
      proved.push(item.package)
  }
  return { filed, proved, passedOver, unsearched }
}

const isUnsearched = (error: unknown): boolean =>
  error instanceof ClientError && error.code === 'scanner-failed'

type Place = {
  readonly folder: string
  readonly tree: string
  readonly scan: DocumentScanner | undefined
}

async function file(
  session: Session,
  item: MailboxItem,
  { folder, tree, scan }: Place,
): Promise<'filed' | 'gone'> {
  // Inside the tree, so that the renaming stays on one disk; hidden, so that nobody takes it for a request.
  const unfinished = join(tree, `.${item.package}`)
  await rm(unfinished, { recursive: true, force: true })
  try {
    const read = await readPackage(session, item.package)
    await makeFolder(unfinished)
    const sinks = intoFolder(join(unfinished, 'documents'), read.manifest, { scan })
    const documents = await openDocuments(session, read, sinks)
    const { template, form, marks } = read.manifest
    const record = {
      ...item,
      template,
      marks,
      officer: read.opened.credential.payload.name,
      documents: documents.map(({ part, contradicted, isMalicious }) => ({
        name: part.name,
        digest: part.digest,
        length: part.length,
        path: isMalicious ? null : sinks.pathOf(part).slice(unfinished.length + 1),
        // What the sender said of it that its octets contradict.
        mediaType: part.mediaType,
        contradicted: contradicted ?? null,
        malicious: isMalicious,
      })),
    }
    await writeDurably(join(unfinished, 'form.json'), `${JSON.stringify(form, undefined, 2)}\n`)
    await writeDurably(join(unfinished, 'record.json'), `${JSON.stringify(record, undefined, 2)}\n`)
    await mkdir(join(folder, '..'), { recursive: true, mode: 0o700 })
    await rename(unfinished, folder)
    return 'filed'
  } catch (error) {
    if (error instanceof RelayProblem && GONE.includes(error.code)) return 'gone'
    throw error
  }
}

/** @returns false while checkpoint or time-stamp have not come: the next round asks again. */
async function prove(session: Session, id: PackageId, path: string): Promise<boolean> {
  try {
    const { octets } = await exportProof(session, id, { withinMs: 0 })
    await writeDurably(path, octets)
    return true
  } catch (error) {
    if (error instanceof ClientError && error.code === 'proof-pending') return false
    throw error
  }
}
