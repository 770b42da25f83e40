import type { TrustList } from '../directory/trust-list.js'
import { syntaxOf } from '../pki/certificate.js'
import { readRevocationList } from '../pki/revocation-list.js'
import { requireListOf } from '../pki/verify-revocation-list.js'
import { attempt, firstOf } from './attempt.js'
import type { ProofBundle, Renewal } from './bundle.js'
import { coveredOctets } from './covered-octets.js'
import { knownIssuers } from './known-issuers.js'
import { readPieces } from './pieces.js'

const MAX_LISTS = 16

export type NextRenewal = {
  /** What was known when it was renewed of the certificates of the older time-stamps. */
  readonly revocationLists: readonly string[]
  /** What the new tokens are to be over. */
  readonly octets: Uint8Array<ArrayBuffer>
  /** The bundle with the tokens, base64 of DER. Nothing of it is verified. */
  readonly with: (timestamps: readonly string[]) => ProofBundle
}

/**
 * Prepares the next renewal of a bundle (docs/protocol.md, clause "Renewal"). It takes along those
 * revocation lists of the trust list that the bundle does not hold yet and whose issuer it knows.
 */
export async function prepareRenewal(bundle: ProofBundle, trust: TrustList): Promise<NextRenewal> {
  const { renewals = [] } = bundle
  const revocationLists = await freshLists(bundle, trust)
  return {
    revocationLists,
    octets: coveredOctets(bundle, renewals.length, revocationLists),
    with: (timestamps) => {
      const renewal: Renewal = {
        revocationLists: [...revocationLists],
        timestamps: [...timestamps],
      }
      return { ...bundle, renewals: [...renewals, renewal] }
    },
  }
}

async function freshLists(bundle: ProofBundle, trust: TrustList): Promise<readonly string[]> {
  const there = new Set([
    ...bundle.revocationLists,
    ...(bundle.renewals ?? []).flatMap((renewal) => renewal.revocationLists),
  ])
  const offered = [...new Set(trust.revocationLists ?? [])].filter((text) => !there.has(text))
  if (offered.length === 0) return []
  const issuers = await knownIssuers((await readPieces(bundle)).entries, trust)
  const known: string[] = []
  for (const text of offered) {
    const list = await attempt(() => readRevocationList(text))
    const outcome = list.ok
      ? await firstOf(issuers, (issuer) => requireListOf(syntaxOf(issuer), list.value))
      : undefined
    if (outcome?.ok === true) known.push(text)
  }
  return known.slice(0, MAX_LISTS)
}
