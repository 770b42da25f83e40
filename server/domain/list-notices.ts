import type { Notice } from '../contract/notice.js'
import type { Caller } from '../contract/wire.js'
import type { NoticeStore } from './notice-store.js'

type Ports = { readonly notices: Pick<NoticeStore, 'newest'> }
type Query = { readonly kind?: Notice['kind'] | undefined; readonly limit: number }
export type ListNotices = ReturnType<typeof listNotices>

/** Notices to the caller's authority, newest first. */
export function listNotices({ notices }: Ports) {
  return async ({ authority }: Pick<Caller, 'authority'>, { kind, limit }: Query) => ({
    notices: [...(await notices.newest(authority, kind, limit))],
  })
}
