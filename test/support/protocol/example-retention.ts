import { digestOf } from '#crypto/bytes/sha256.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import type { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { signHold } from '#crypto/retention/legal-hold.js'
import { signRetention } from '#crypto/retention/retention-schedule.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Pick<Awaited<ReturnType<typeof exampleNetwork>>, 'relay'>

/** The operator says how long content is kept, holds a package, and a year later one is deleted. */
export async function exampleRetention(
  { relay }: Network,
  header: string,
  evidence: readonly string[],
) {
  const id = relay.entry.payload.authority
  const at = (days: number) => after(NOW, days * 24 * 3600).toISOString()
  const schedule = await signRetention(
    {
      relay: id,
      version: 1,
      days: { routine: 365, urgent: 365, emergency: 3650, undecided: null },
      declared: at(0),
    },
    relay.operator,
  )
  const { package: held, sender } = (await readStatement(header)).payload as Header
  const hold = await signHold(
    {
      relay: id,
      hold: 'court-2026-17',
      standing: 'placed',
      scope: { of: 'packages', packages: [held] },
      reason: 'Order of the court of 1 March 2026',
      declared: at(1),
    },
    relay.operator,
  )
  const deletion = await issueEvidence(
    {
      about: 'package',
      code: 'R.1',
      reasons: [
        {
          code: 'retention-ended',
          text: `routine: 365 days since ${after(NOW, 5).toISOString()}, by version 1 of the schedule`,
        },
      ],
      time: at(366),
      issuer: id,
      package: held,
      header: await digestOf(header),
      sequence: evidence.length,
      previous: await digestOf(evidence.at(-1) ?? ''),
      sender,
      recipient: null,
      submitted: after(NOW, 1).toISOString(),
      subject: await digestOf(schedule),
    },
    relay.evidence,
  )
  return { 'retention-schedule': schedule, 'legal-hold': hold, 'evidence-r1': deletion }
}
