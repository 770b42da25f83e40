import type { Notice } from '../../contract/notice.js'
import { permissions } from '../../contract/permissions.js'
import type { Caller } from '../../contract/wire.js'
import type { NoticeStore } from './notice-store.js'
import { hasRole } from '../access/require-permission.js'

type Ports = { readonly notices: Pick<NoticeStore, 'newest' | 'inPerson'> }
type Query = { readonly kind?: Notice['kind'] | undefined; readonly limit: number }
export type ListNotices = ReturnType<typeof listNotices>

/**
 * Notices to the caller's authority, newest first; to a translator, and of access to a key to its holder, those that
 * are theirs in person.
 */
export function listNotices({ notices }: Ports) {
  return async (
    { authority, kid, roles }: Pick<Caller, 'authority' | 'kid' | 'roles'>,
    { kind, limit }: Query,
  ) => {
    const found =
      hasRole(roles, permissions.listen) && kind !== 'officer.access'
        ? await notices.newest(authority, kind, limit)
        : await notices.inPerson(kid, limit)
    const isTheirs = (one: Notice) =>
      (kind === undefined || one.kind === kind) &&
      (one.kind !== 'officer.access' || one.kid === kid)
    return { notices: found.filter(isTheirs) }
  }
}
