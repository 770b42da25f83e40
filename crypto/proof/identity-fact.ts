import type { Outcome } from './attempt.js'
import { type Fact, type FactCode, factOf } from './fact.js'
import type { Identified } from './identify.js'

const WHO = {
  'relay-identified': 'The relay',
  'sender-identified': 'The sender',
  'recipient-identified': 'The recipient',
} as const satisfies Partial<Record<FactCode, string>>

/** The fact that a party is who it says, from what identifying it came to. */
export function identityFact(
  fact: keyof typeof WHO,
  party: string | undefined,
  outcome: Outcome<Identified> | undefined,
): Fact {
  const who = party === undefined ? WHO[fact] : `${WHO[fact]} ${party}`
  const data = party === undefined ? {} : { authority: party }
  if (!outcome) return factOf(fact, 'unproved', `${who} has no directory entry here.`, { data })
  if (!outcome.ok) {
    const { code, message } = outcome.error
    const text = `${who} is not identified by its directory entry: ${message}.`
    return factOf(fact, 'contradicted', text, { data: { ...data, code } })
  }
  const { entry, status } = outcome.value
  const { certificate, root, payload, digest } = entry
  return factOf(fact, 'proved', `${who} is identified under the root ${root.subject}.`, {
    statement: digest,
    data: {
      authority: payload.authority,
      version: String(payload.version),
      certificate: certificate.fingerprint,
      subject: certificate.subject,
      root: root.fingerprint,
      rootSubject: root.subject,
      // What revocation lists say of the certificates at that moment.
      certificateStatus: status,
    },
  })
}
