import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { parseSignatureLines } from '#crypto/transparency/note.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import type { DirectoryStore } from '../ports.js'
import { requirePermission } from '../access/require-permission.js'
import { keepCosignatures, type WitnessKeys } from './keep-cosignatures.js'
import type { CosignatureStore, LogStore } from './ports.js'
import { trustedWitnessKeys } from './trusted-witness-keys.js'

type Ports = {
  readonly log: Pick<LogStore, 'checkpoint'>
  readonly cosignatures: Pick<CosignatureStore, 'keep'>
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly relay: { readonly trust: TrustList }
}
export type AddCosignatures = ReturnType<typeof addCosignatures>

/**
 * Takes cosignatures that a witness made after it fetched a checkpoint by itself, for those whom the log
 * cannot reach. Its key is one that the trust list names for the caller's authority, or the caller's own
 * under a name that begins with the authority's id and a slash.
 *
 * @throws {@link Refusal} `not-permitted` without the role `witness`, `leaf-unknown` if there is no
 *   checkpoint of that size, `statement-invalid` if a cosignature is false or none is of such a key.
 */
export function addCosignatures({ log, cosignatures, directory, relay }: Ports) {
  return async (
    caller: Caller,
    { size, cosignatures: lines }: { readonly size: number; readonly cosignatures: string },
  ): Promise<{ kept: number }> => {
    requirePermission(caller, 'addCosignatures')
    const checkpoint = await log.checkpoint(size)
    if (checkpoint === undefined) {
      throw new Refusal('leaf-unknown', 'no checkpoint of this size was published')
    }
    const { note } = checkpoint
    const kept = await orInvalid('cosignature', async () => {
      const keys = [
        ...(await trustedWitnessKeys(relay.trust, caller.authority)),
        ...(await ownKeys(directory, caller, lines)),
      ]
      return keepCosignatures({ cosignatures, keys }, { size, note, lines })
    })
    if (kept > 0) return { kept }
    throw new Refusal('statement-invalid', 'cosignature: of no key of this witness')
  }
}

/** The caller's own key, under each name of its authority that the lines bear. */
async function ownKeys(
  directory: Ports['directory'],
  { kid, authority }: Caller,
  lines: string,
): Promise<WitnessKeys> {
  const names = new Set(parseSignatureLines(lines).map(({ name }) => name))
  const credential = await directory.findCredential(kid)
  if (credential === undefined) return []
  const { payload } = await readStatement(credential.statement)
  const { key: jwk } = OfficerCredential.parse(payload)
  // The note formats name no other algorithm.
  if (jwk.crv !== 'Ed25519') return []
  const key = await importVerificationKey(jwk)
  const own = [...names].filter((name) => name.startsWith(`${authority}/`))
  return Promise.all(own.map((name) => noteKey(name, 'cosignature', key)))
}
