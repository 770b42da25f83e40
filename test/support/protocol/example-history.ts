import { digestOf } from '#crypto/bytes/sha256.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import type { PackageEventCode } from '#crypto/evidence/event.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { issueReceipt } from '#crypto/evidence/issue-receipt.js'
import { openPackage } from '#crypto/package/open-package.js'
import { after, NOW } from '#test/support/world/moments.js'
import { sampleReceipt } from '#test/support/world/sample-receipt.js'
import type { exampleNetwork } from './example-network.js'
import type { examplePackage } from './example-package.js'

type Network = Awaited<ReturnType<typeof exampleNetwork>>
type Package = Awaited<ReturnType<typeof examplePackage>>

/** What relay and recipient say of the package, and what the authorities and the operator say later. */
export async function exampleHistory(network: Network, pkg: Package) {
  const { relay, sender, recipient, drafter, approver, registrar } = network
  const opened = await openPackage({
    ...pkg,
    credential: drafter.credential,
    senderEntry: sender.entry,
    approvals: [{ statement: pkg.approval, credential: approver.credential }],
    own: {
      authority: recipient.entry.payload.authority,
      keys: [recipient.envelopes],
      entries: [recipient.entry],
    },
    at: NOW,
  })
  const to = recipient.entry.payload.authority
  const receipt = await issueReceipt(sampleReceipt(opened, to), registrar.key)
  const evidence: string[] = []
  const state = async (code: PackageEventCode, subject: string | null) => {
    const claims = {
      about: 'package' as const,
      code,
      reasons: [],
      time: after(NOW, 1 + evidence.length).toISOString(),
      issuer: relay.entry.payload.authority,
      package: opened.header.payload.package,
      header: opened.header.digest,
      sequence: evidence.length,
      previous: evidence.length === 0 ? null : await digestOf(evidence.at(-1) ?? ''),
      sender: opened.header.payload.sender,
      recipient: code === 'A.1' ? null : to,
      submitted: after(NOW, 1).toISOString(),
      subject,
    }
    evidence.push(await issueEvidence(claims, relay.evidence))
  }
  for (const code of ['A.1', 'D.1', 'D.3', 'E.1'] as const) await state(code, null)
  await state('C.3', await digestOf(receipt))

  const later = after(NOW, 3600).toISOString()
  const revocation = await signRevocation(
    {
      authority: sender.entry.payload.authority,
      kid: drafter.key.kid,
      since: later,
      reason: 'left',
      declared: later,
    },
    sender.credentials,
  )
  const suspension = await signSuspension(
    {
      authority: sender.entry.payload.authority,
      standing: 'suspended',
      since: later,
      reason: 'At the request of the authority',
      declared: later,
    },
    relay.operator,
  )
  const acceptance = await issueEvidence(
    {
      about: 'directory',
      code: 'X.3',
      time: later,
      issuer: relay.entry.payload.authority,
      authority: sender.entry.payload.authority,
      subject: await digestOf(revocation),
    },
    relay.evidence,
  )
  return {
    receipt,
    evidence,
    revocation,
    suspension,
    acceptance,
    salt: opened.manifest.payload.salt,
    manifestDigest: opened.manifest.digest,
  }
}
