import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { PackageRecord } from '#server/contract/wire.js'
import { type CheckedEvidence, checkEvidence } from '../proof/check-evidence.js'
import { pageTurner } from '../page-turner.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { Session } from '../session/session.js'
import { digestOf } from '#crypto/bytes/sha256.js'

/** One act of a key, and whether it still proves something once the key is revoked. */
export type KeyAct = {
  readonly package: PackageId
  readonly act: 'header' | 'approval' | 'receipt'
  /** When the relay observed it. */
  readonly observed: string
  readonly provable: boolean
}

/**
 * What a revocation as of a moment does to the authority's own packages: what the key signed before
 * stays proved, by the relay's clock; what it signed from then on proves nothing.
 *
 * The officer's standing is not judged here, so it can be asked before a key is revoked and after.
 *
 * @param since - from when on the key proves nothing.
 * @throws ClientError `evidence-untrusted`; RelayProblem
 */
export async function keyImpact(
  session: Session,
  kid: string,
  since: Date,
): Promise<readonly KeyAct[]> {
  const acts: KeyAct[] = []
  for (const box of ['sent', 'inbox'] as const) {
    for await (const id of packagesIn(session, box)) acts.push(...(await actsIn(id)))
  }
  return acts

  async function actsIn(id: PackageId): Promise<readonly KeyAct[]> {
    const record = await session.relay.call('readPackage', { params: { package: id } })
    const { digest, payload, kid: drafter } = await readStatement(record.header)
    const { sender, package: named } = Header.parse(payload)
    const about = { package: named, header: digest, sender }
    const evidence = await Promise.all(
      record.evidence.map((item) => checkEvidence(session, item, about)),
    )
    const submitted = evidence[0]?.payload.submitted
    if (submitted === undefined) return []
    const act = (name: KeyAct['act'], observed: string): KeyAct => ({
      package: id,
      act: name,
      observed,
      provable: new Date(observed) < since,
    })
    return [
      ...(drafter === kid ? [act('header', submitted)] : []),
      ...(await approvalsBy(kid, record)).map(() => act('approval', submitted)),
      ...(await receiptsBy(kid, record, evidence)).map((time) => act('receipt', time)),
    ]
  }
}

async function* packagesIn({ relay }: Session, box: 'sent' | 'inbox') {
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await relay.call('listPackages', { query: { box, after, limit: 200 } })
    for (const { header } of page.packages) {
      yield Header.parse((await readStatement(header)).payload).package
    }
    after = nextOf(page)
  } while (after !== undefined)
}

async function approvalsBy(kid: string, { approvals }: PackageRecord) {
  const signers = await Promise.all(approvals.map(({ approval }) => readStatement(approval)))
  return signers.filter((signer) => signer.kid === kid)
}

/** When the relay took each receipt of that key. */
async function receiptsBy(
  kid: string,
  { receipts }: PackageRecord,
  evidence: readonly CheckedEvidence[],
): Promise<readonly string[]> {
  const times = await Promise.all(
    receipts.map(async ({ receipt }) => {
      if ((await readStatement(receipt)).kid !== kid) return []
      const digest = await digestOf(receipt)
      return evidence
        .filter(({ payload }) => payload.subject === digest)
        .map(({ payload }) => payload.time)
    }),
  )
  return times.flat()
}
