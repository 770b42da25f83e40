import { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'

/** Authorities that an option names. @throws {@link ClientError} `usage` */
export function readAuthorities(option: string, named: unknown): readonly AuthorityId[] {
  const all = Array.isArray(named) ? (named as readonly unknown[]) : []
  return all.map((one) => {
    const id = AuthorityId.safeParse(one)
    if (id.success) return id.data
    throw new ClientError('usage', `${option} names no authority`, 'Give ids such as xa.moj.')
  })
}
