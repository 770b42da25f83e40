import type { Outcome } from './attempt.js'
import { doubtOfEntry, inDoubt } from './doubt.js'
import { type Fact, type FactCode, factOf } from './fact.js'
import type { Identified } from './identify.js'

const WHO = {
  'relay-identified': 'The relay',
  'sender-identified': 'The sender',
  'recipient-identified': 'The recipient',
} as const satisfies Partial<Record<FactCode, string>>

/**
 * The fact that a party is who it says, from what identifying it came to.
 *
 * @param kid - of the key by which it spoke, where it is identified by that.
 */
export function identityFact(
  fact: keyof typeof WHO,
  party: string | undefined,
  outcome: Outcome<Identified> | undefined,
  kid?: string,
): Fact {
  const who = party === undefined ? WHO[fact] : `${WHO[fact]} ${party}`
  const data = party === undefined ? {} : { authority: party }
  if (!outcome) return factOf(fact, 'unproved', `${who} has no directory entry here.`, { data })
  if (!outcome.ok) {
    const { code, message } = outcome.error
    const text = `${who} is not identified by its directory entry: ${message}.`
    return factOf(fact, 'contradicted', text, { data: { ...data, code } })
  }
  const { entry } = outcome.value
  const { root, payload, digest } = entry
  const text = `${who} is identified under the root ${root.subject}.`
  const identified = factOf(fact, 'proved', text, {
    statement: digest,
    data: {
      authority: payload.authority,
      ...entryData(outcome.value),
      ...(kid !== undefined && { kid }),
    },
  })
  return inDoubt(identified, doubtOfEntry(outcome.value))
}

/** By which entry something was verified, and how that leads to a root. */
export const entryData = ({ entry, status }: Identified) => ({
  entry: entry.digest,
  version: String(entry.payload.version),
  certificate: entry.certificate.fingerprint,
  subject: entry.certificate.subject,
  root: entry.root.fingerprint,
  rootSubject: entry.root.subject,
  // What revocation lists say of the certificates at that moment.
  certificateStatus: status,
})
