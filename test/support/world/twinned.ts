import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { world } from './world.js'

/** The bundle where Xcland vouches for everybody's key, too, in credentials that stand in front of theirs. */
export async function twinned(bundle: ProofBundle): Promise<ProofBundle> {
  const { xc } = await world()
  const twins = bundle.credentials.map(async (credential) => {
    const claims = OfficerCredential.parse((await readStatement(credential)).payload)
    const twin = { ...claims, authority: xc.id, name: 'Somebody Else' }
    return signCredential(twin, xc.credentialsKey)
  })
  return {
    ...bundle,
    entries: [...bundle.entries, xc.entry.statement],
    credentials: [...(await Promise.all(twins)), ...bundle.credentials],
  }
}
