import type { Role } from '#crypto/directory/officer-credential.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { generateOpeningKey, generateSigningKey } from '#crypto/keys/generate.js'
import type { OpeningKey, SigningKey } from '#crypto/keys/key.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { BEGIN, END } from './moments.js'
import { type Officer, officerOf } from './officers.js'
import { type Party, partyOf, trustIn } from './parties.js'

export type Authority = Party & {
  readonly credentialsKey: SigningKey
  readonly openingKey: OpeningKey
  readonly officer: (name: string, roles: Role[]) => Promise<Officer>
}

export type Relay = Party & {
  readonly evidenceKey: SigningKey
  readonly logKey: SigningKey
  readonly operatorKey: SigningKey
}

/** One network with a relay and two authorities: Xaland (Ed25519, X25519) and Xbland (P-256). */
export type World = {
  readonly root: CertificateIssuer
  readonly trust: TrustList
  readonly relay: Relay
  /** Its policy demands one approval. */
  readonly xa: Authority
  readonly xb: Authority
  /** Further authority, for what must not be theirs. */
  readonly xc: Authority
  readonly drafter: Officer
  readonly approver: Officer
  readonly registrar: Officer
}

let made: Promise<World> | undefined

/** The world of this process. RSA keys take their time, so there is one. */
export const world = (): Promise<World> => (made ??= makeWorld())

async function makeWorld(): Promise<World> {
  const root = await issueNetworkRoot({ name: 'Network root', notBefore: BEGIN, notAfter: END })
  const [relay, xa, xb, xc] = await Promise.all([
    relayOf(root),
    authorityOf(root, 'xa.moj', 'x25519', 1),
    authorityOf(root, 'xb.pgo', 'p256', 0),
    authorityOf(root, 'xc.court', 'x25519', 0),
  ])
  const [drafter, approver, registrar] = await Promise.all([
    xa.officer('Ana Drafter', ['case']),
    xa.officer('Axel Approver', ['legal']),
    xb.officer('Berta Registrar', ['registrar', 'duty']),
  ])
  return { root, trust: trustIn(root), relay, xa, xb, xc, drafter, approver, registrar }
}

export async function authorityOf(
  root: CertificateIssuer,
  id: string,
  suite: Suite,
  approvals: number,
): Promise<Authority> {
  const credentialsKey = await generateSigningKey(suite)
  const openingKey = await generateOpeningKey(suite, { extractable: true })
  const keys = { credentials: credentialsKey, envelopes: openingKey }
  const party = await partyOf({ id, kind: 'authority', root, keys, approvals })
  const officer = (name: string, roles: Role[]) => officerOf(party.id, credentialsKey, name, roles)
  return { ...party, credentialsKey, openingKey, officer }
}

export async function relayOf(root: CertificateIssuer, id = 'zz.relay'): Promise<Relay> {
  const evidenceKey = await generateSigningKey('x25519')
  const logKey = await generateSigningKey('x25519')
  const operatorKey = await generateSigningKey('p256')
  const keys = { evidence: evidenceKey, checkpoints: logKey, operator: operatorKey }
  const party = await partyOf({ id, kind: 'relay', root, keys })
  return { ...party, evidenceKey, logKey, operatorKey }
}
