import type { CaseId, PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import type { Manifest } from '#crypto/package/manifest.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { CasePackage, CaseView } from '../../case/case-view.js'
import { deriveCase } from '../../case/derive-case.js'
import { deriveRegister } from '../../case/register/derive-register.js'
import type { Register } from '../../case/register/register-entry.js'
import { checkReceipts } from '../proof/check-receipts.js'
import { checkRecord } from '../proof/check-record.js'
import { ClientError } from '../client-error.js'
import { type PassedOn, passedOn } from '../forwarding/passed-on.js'
import { isContentDeleted } from '../packages/is-content-deleted.js'
import { openRecord, type ReadPackage } from '../packages/open-package.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'

export type LoadedCase = {
  readonly view: CaseView
  /** Assurances, conditions and limits, as they stand. */
  readonly register: Register
  readonly packages: ReadonlyMap<PackageId, ReadPackage>
  /** What the relay does not show us, but was redirected and forwarded to us with its proof. */
  readonly passedOn: ReadonlyMap<PackageId, PassedOn>
  /** Packages of it whose content the relay has deleted: what they said is not in the view. */
  readonly deleted: readonly PackageId[]
}

const SHUT = ['refused', 'expired']

/** So many packages of each mailbox, the newest, are looked through for a case. */
const MOST_PACKAGES = 2_000

/**
 * Reads a case: opens and verifies every package of it that the authority sent or received, checks every
 * receipt that the relay states, and derives from them what has become of it.
 *
 * @throws ClientError `case-unknown`, `case-deleted`; and as `readPackage`: one forged package is a reason to stop.
 */
export async function loadCase(session: Session, id: CaseId): Promise<LoadedCase> {
  const names = (await Promise.all((['inbox', 'sent'] as const).map((box) => named(session, box))))
    .flat()
    .filter((one) => one.case === id)
    .map((one) => one.package)
  if (names.length === 0) {
    throw new ClientError(
      'case-unknown',
      `no package of case ${id} is among yours`,
      'See your cases with: rogatory case list',
    )
  }
  const own = session.officer.authority
  const packages = new Map<PackageId, ReadPackage>()
  const deleted: PackageId[] = []
  for (const name of names) {
    const wire = await session.relay.call('readPackage', { params: { package: name } })
    const record = await checkRecord(session, wire, name)
    // What we rejected, or let expire, the relay does not hand out any more.
    if (SHUT.includes(record.states.get(own) ?? '')) continue
    if (isContentDeleted(record)) {
      deleted.push(name)
      continue
    }
    await checkReceipts(session, record, wire)
    packages.set(name, await openRecord(session, wire, record))
  }
  if (packages.size === 0 && deleted.length > 0) {
    throw new ClientError(
      'case-deleted',
      `the relay has deleted the content of every package of case ${id}`,
      'The evidence stays: rogatory status PACKAGE',
    )
  }
  const brought = (
    await Promise.all([...packages.values()].map((one) => passedOn(session, one)))
  ).flat()
  const passed = new Map(brought.map((one) => [one.manifest.package, one]))
  const told = toldOf({ packages, passedOn: passed })
  const view = deriveCase(id, told, own)
  return { view, register: deriveRegister(view, told), packages, passedOn: passed, deleted }
}

/** What a case is derived from. */
export const toldOf = ({
  packages,
  passedOn: passed,
}: Pick<LoadedCase, 'packages' | 'passedOn'>): readonly CasePackage[] => [
  ...[...passed.values()].map(({ told }) => told),
  ...[...packages.values()].map(casePackage),
]

/** The manifest of a package of the case, wherever it is known from. */
export const manifestIn = (
  { packages, passedOn: passed }: Pick<LoadedCase, 'packages' | 'passedOn'>,
  id: PackageId,
): Manifest | undefined => (packages.get(id) ?? passed.get(id))?.manifest

/** What a case needs of a package that was opened. */
function casePackage({ record, manifest, opened }: ReadPackage): CasePackage {
  return {
    header: record.header.digest,
    manifest,
    urgency: record.header.payload.urgency,
    notBefore: record.header.payload.notBefore,
    officer: opened.credential.payload.name,
    evidence: record.evidence.map(({ payload, digest, index }) => ({
      code: payload.code,
      recipient: payload.recipient,
      time: payload.time,
      sequence: payload.sequence,
      digest,
      index,
    })),
  }
}

type Named = { readonly package: PackageId; readonly case: CaseId; readonly submitted: number }

/** Packages of a mailbox by what their headers claim: each is verified when it is read. */
export async function named(session: Session, box: 'inbox' | 'sent'): Promise<readonly Named[]> {
  const found: Named[] = []
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await session.relay.call('listPackages', { query: { box, after, limit: 200 } })
    for (const { header } of page.packages) {
      const claimed = Header.safeParse((await readStatement(header)).payload).data
      if (claimed === undefined) continue
      const { package: name, case: id, created } = claimed
      found.push({ package: name, case: id, submitted: Date.parse(created) })
    }
    after = nextOf(page)
  } while (after !== undefined && found.length < MOST_PACKAGES)
  return found
}
