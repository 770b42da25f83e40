import { digestOf } from '#crypto/bytes/sha256.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { CaseId, PackageId } from '#crypto/fields/fields.js'
import { type LoadedCase, loadCase } from '../cases/load-case.js'
import { checkRecord, type CheckedRecord } from '../proof/check-record.js'
import type { Session } from '../session/session.js'
import {
  type AbsentPackage,
  byPath,
  type DisclosedPackage,
  DisclosureIndex,
  INDEX,
  type PackFile,
  SUMS,
  sumsOf,
} from './disclosure-index.js'
import { disclosePackage, type DisclosureOptions } from './disclose-package.js'
import type { PackFolder, PackPapers } from './pack-folder.js'
import { type DisclosureChoices, planDisclosure } from './plan-disclosure.js'
import { requireLeave } from './require-leave.js'

export const VERIFIER = 'rogatory-verifier.html'
export const COVER = 'cover.pdf'

export type DisclosureOrder = DisclosureChoices &
  DisclosureOptions & {
    readonly language: string
    /** The cover, from the index as it will stand but for the cover itself. */
    readonly cover: (index: DisclosureIndex) => Promise<Uint8Array>
  }

/**
 * Makes the disclosure pack of a case: for each package that the authority sent or received its proof bundle, its
 * certificate, and what is not withheld of it, decrypted and verified; an index, a cover and the verification page.
 *
 * @throws ClientError `transfer-unapproved` while marks want leave, `part-unknown`, `usage`, `proof-pending`,
 *   `proof-contradicted`, `document-malicious`; and as `loadCase`, `openDocuments`. Then the pack is to be given up.
 */
export async function makeDisclosure(
  session: Session,
  id: CaseId,
  order: DisclosureOrder,
  folder: PackFolder,
  papers: PackPapers,
): Promise<DisclosureIndex> {
  const loaded = await loadCase(session, id)
  const plans = planDisclosure(loaded, order)
  for (const [name, plan] of plans) {
    const read = loaded.packages.get(name)
    if (read) await requireLeave(session, read, plan)
  }
  const files: PackFile[] = []
  const write = async (path: string, octets: Uint8Array) => {
    const file = { path, length: octets.length, digest: await digestOf(octets) }
    await folder.write(path, octets)
    files.push(file)
  }
  const told: DisclosedPackage[] = []
  const records = await recordsOf(session, loaded)
  for (const [place, record] of records.entries()) {
    const name = record.header.payload.package
    const read = loaded.packages.get(name)
    const plan = plans.get(name)
    const at = `packages/${String(place + 1).padStart(String(records.length).length, '0')}-${name}`
    const one = { record, at, ...(read && plan && { opened: { read, plan } }) }
    const { entry, documents } = await disclosePackage(session, one, order, {
      folder,
      papers,
      write,
    })
    told.push(entry)
    files.push(...documents)
  }
  await write(VERIFIER, await papers.verifier())
  const draft = {
    format: 'rogatory-disclosure',
    version: 1,
    case: id,
    authority: session.officer.authority,
    officer: session.officer.credential.payload.name,
    made: session.platform.now().toISOString(),
    language: order.language,
    packages: told,
    absent: absentOf(loaded, told),
  }
  const before = DisclosureIndex.parse({ ...draft, files })
  await write(COVER, await order.cover(before))
  const index = { ...before, files: files.toSorted(byPath) }
  const text = `${canonicalize(index)}\n`
  await folder.write(INDEX, toUtf8(text))
  await folder.write(SUMS, toUtf8(sumsOf(index.files, await digestOf(text))))
  return index
}

/** Of every package of the case that the relay hands evidence of, in the order of submission. */
async function recordsOf(
  session: Session,
  { packages, deleted }: LoadedCase,
): Promise<readonly CheckedRecord[]> {
  const records = [...packages.values()].map(({ record }) => record)
  for (const id of deleted) {
    const wire = await session.relay.call('readPackage', { params: { package: id } })
    records.push(await checkRecord(session, wire, id))
  }
  const keyOf = ({ submitted, header }: CheckedRecord) => `${submitted} ${header.payload.package}`
  return records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** What belongs to the case and is not in the pack, so that nothing is left out in silence. */
function absentOf(
  { shut }: LoadedCase,
  told: readonly DisclosedPackage[],
): readonly AbsentPackage[] {
  const known = new Set<PackageId>([...told.map((one) => one.package), ...shut])
  const answered = told.flatMap(({ said }) => (said?.answers ? [said.answers] : []))
  const elsewhere = new Set(answered.filter((one) => !known.has(one)))
  return [
    ...shut.map((one) => ({ package: one, why: 'shut' as const })),
    ...[...elsewhere].map((one) => ({ package: one, why: 'not-held' as const })),
  ]
}
