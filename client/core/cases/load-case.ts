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
import { packagePages } from '../packages/package-pages.js'
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
  /** What the authority rejected or let expire: the relay does not hand it out any more. */
  readonly shut: readonly PackageId[]
}

const SHUT = ['refused', 'expired']

/** No case has as many packages in one mailbox: whoever makes it so wants us to read for ever. */
const MOST_PACKAGES = 5_000

/**
 * Reads a case: opens and verifies every package of it that the authority sent or received, checks every
 * receipt that the relay states, and derives from them what has become of it.
 *
 * @throws ClientError `case-unknown`, `case-deleted`, `case-too-long`; and as `readPackage`: one forged package is a reason to stop.
 */
export async function loadCase(session: Session, id: CaseId): Promise<LoadedCase> {
  const boxes = (['inbox', 'sent'] as const).map((box) => namesIn(session, box, id))
  const names = (await Promise.all(boxes)).flat()
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
  const shut: PackageId[] = []
  for (const name of names) {
    const wire = await session.relay.call('readPackage', { params: { package: name } })
    const record = await checkRecord(session, wire, name)
    if (SHUT.includes(record.states.get(own) ?? '')) {
      shut.push(name)
      continue
    }
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
  return { view, register: deriveRegister(view, told), packages, passedOn: passed, deleted, shut }
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

/**
 * Every package of a case in a mailbox, by what its header claims: each is verified when it is read. A case is read whole or
 * not at all: of its newer half alone another state would be derived.
 */
async function namesIn(
  session: Session,
  box: 'inbox' | 'sent',
  id: CaseId,
): Promise<readonly PackageId[]> {
  const names: PackageId[] = []
  for await (const page of packagePages(session, { box, case: id })) {
    for (const { header } of page) {
      const claimed = Header.safeParse((await readStatement(header)).payload).data
      if (claimed?.case === id) names.push(claimed.package)
    }
    if (names.length > MOST_PACKAGES) throw tooLong(id)
  }
  return names
}

const tooLong = (id: CaseId): ClientError =>
  new ClientError(
    'case-too-long',
    `case ${id} has more than ${MOST_PACKAGES} packages, and of a part of them nothing can be said`,
    'Go on in a new case. Each package can still be read: rogatory open PACKAGE --out FOLDER',
  )
