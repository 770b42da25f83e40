import type { TrustList } from '#crypto/directory/trust-list.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { parseVerifierKey } from '#crypto/transparency/note-key.js'
import type { WitnessKeys } from './keep-cosignatures.js'

/**
 * The keys of the witnesses that a trust list names, of one authority if told.
 *
 * @throws CryptoError `transparency/note` if one cannot be read.
 */
export async function trustedWitnessKeys(
  { witnesses = [] }: TrustList,
  authority?: AuthorityId,
): Promise<WitnessKeys> {
  const named = witnesses.filter((one) => authority === undefined || one.authority === authority)
  const keys = await Promise.all(named.map(({ key }) => parseVerifierKey(key)))
  return keys.filter(({ use }) => use === 'cosignature')
}
