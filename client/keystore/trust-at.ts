import { readTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import { type Profile, readProfile } from './profile.js'
import { textInHome } from './text-in-home.js'

/** The trust list of a home. Whoever only verifies loads no more than this of a home's code. */
export async function trustAt(home: string, profile?: Profile): Promise<TrustList> {
  const { trust } = profile ?? (await readProfile(home))
  return readTrustList(await textInHome(home, trust))
}
