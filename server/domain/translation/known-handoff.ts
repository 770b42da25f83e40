import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { HandoffEvidence } from '#crypto/evidence/evidence.js'
import type { HandoffId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import { type DerivedHandoff, deriveHandoff } from '#crypto/translation/derive-handoff.js'
import { Handoff } from '#crypto/translation/handoff.js'
import { HandoffAct } from '#crypto/translation/handoff-act.js'
import type { ActedBy } from '#crypto/translation/handoff-state.js'
import { readKept } from '../read-kept.js'
import type {
  HandoffStore,
  StoredHandoff,
  StoredHandoffAct,
  StoredHandoffEvidence,
} from './handoff-store.js'

/** A hand-off, all that was done about it, and where it stands. */
export type KnownHandoff = {
  readonly kept: StoredHandoff
  readonly payload: Handoff
  readonly acts: readonly StoredHandoffAct[]
  readonly chain: readonly StoredHandoffEvidence[]
  readonly derived: DerivedHandoff
}

type Ports = { readonly handoffs: Pick<HandoffStore, 'find' | 'acts' | 'chain'> }

/** Reads a hand-off with its history, or undefined if there is none of that id. */
export async function knownHandoff(
  { handoffs }: Ports,
  id: HandoffId,
): Promise<KnownHandoff | undefined> {
  const kept = await handoffs.find(id)
  if (kept === undefined) return undefined
  // Evidence first: it never names an act that is not kept yet.
  const chain = await handoffs.chain(id)
  const acts = await handoffs.acts(id)
  const { payload } = await readKept(kept, Handoff)
  const evidence = chain.map(async (one) => ({
    digest: one.digest,
    payload: (await readKept(one, HandoffEvidence)).payload,
  }))
  const derived = deriveHandoff({
    assignment: { digest: kept.digest, payload },
    acts: await Promise.all(acts.filter(isAct).map(readAct)),
    evidence: await Promise.all(evidence),
  })
  return { kept, payload, acts, chain, derived }
}

const isAct = ({ typ }: StoredHandoffAct) => typ !== 'rogatory-handoff'

async function readAct(kept: StoredHandoffAct) {
  const schema = kept.typ === 'rogatory-translation' ? CertifiedTranslation : HandoffAct
  const { digest, payload } = await readKept<HandoffAct | CertifiedTranslation>(kept, schema)
  return { digest, payload, by: await actedBy(kept.credential) }
}

/** Whom a credential, verified before it was kept, speaks of. */
export async function actedBy(credential: string): Promise<ActedBy> {
  const { payload } = await readStatement(credential)
  const { authority, officer, kid } = OfficerCredential.parse(payload)
  return { authority, officer, kid }
}
