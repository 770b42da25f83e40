import { hasExpired } from '#crypto/evidence/has-expired.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Header } from '#crypto/package/header.js'
import { isSuspended } from '../directory/is-suspended.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { Refusal } from '../errors.js'
import { packageUnknown, type VisiblePackage } from '../packages/find-visible.js'

/**
 * Whether an authority that sees a package is served its content now: a recipient neither after it rejected it nor
 * after it let it expire; the sender always; nobody while suspended, or once the content is deleted.
 *
 * @throws {@link Refusal} `authority-suspended`, `package-unknown`, `content-deleted`
 */
export async function requireServed(
  authorities: KnownAuthorities,
  { pkg, chain }: VisiblePackage,
  { expires, sender }: Pick<Header, 'expires' | 'sender'>,
  own: AuthorityId,
  at: Date,
): Promise<void> {
  const known = await authorities.of(own)
  if (known === undefined || isSuspended(known, at)) {
    throw new Refusal('authority-suspended', `${own} is suspended`)
  }
  if (own !== sender) {
    const mine = chain.filter(({ recipient }) => recipient === own).map(({ code }) => code)
    const expired = hasExpired({ expires }, at) && !mine.includes('C.3')
    if (expired || mine.includes('C.4') || mine.includes('C.5')) throw packageUnknown(pkg.package)
  }
  if (pkg.contentDeletedAt !== undefined || chain.some(({ code }) => code === 'R.1')) {
    throw new Refusal('content-deleted', `the content of package ${pkg.package} is deleted`)
  }
}
