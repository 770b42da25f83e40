import type { Fact, FactCode, Verdict } from '#crypto/proof/fact.js'
import type { Pieces } from '#crypto/proof/pieces.js'
import type { KeyChain } from './report.js'

const IDENTITIES: readonly FactCode[] = ['sender-identified', 'recipient-identified']

/** From each signature that holds, over credential and entry, to a root of the trust list. */
export function keyChains(pieces: Pieces, { facts }: Verdict): readonly KeyChain[] {
  return facts.flatMap((fact) => {
    if (fact.standing !== 'proved') return []
    if (fact.fact === 'relay-identified') return chain(fact, fact, pieces)
    if (fact.fact !== 'header-signed' && fact.fact !== 'receipt-signed') return []
    const authority = fact.data['authority'] ?? fact.data['recipient']
    const identity = facts.find(
      ({ fact: code, data, standing }) =>
        IDENTITIES.includes(code) && standing === 'proved' && data['authority'] === authority,
    )
    return identity ? chain(fact, identity, pieces) : []
  })
}

function chain(act: Fact, identity: Fact, pieces: Pieces): KeyChain[] {
  const { data } = identity
  const signed = [...pieces.headers, ...pieces.receipts]
  const evidence = pieces.evidence.find(({ claims }) => claims.issuer === data['authority'])
  const { name, officer, credential } = act.data
  return [
    {
      act,
      authority: data['authority'] ?? '',
      officer:
        name !== undefined && officer !== undefined && credential !== undefined
          ? { name, id: officer, credential }
          : undefined,
      key:
        act === identity
          ? evidence?.kid
          : signed.find(({ digest }) => digest === act.statement)?.kid,
      entry: { digest: identity.statement ?? '', version: data['version'] ?? '' },
      certificate: {
        subject: data['subject'] ?? '',
        fingerprint: data['certificate'] ?? '',
        status: data['certificateStatus'] === 'good' ? 'good' : 'unknown',
      },
      root: { subject: data['rootSubject'] ?? '', fingerprint: data['root'] ?? '' },
    },
  ]
}
