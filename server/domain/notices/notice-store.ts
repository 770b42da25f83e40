import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Notice } from '../../contract/notice.js'

export interface NoticeAnnouncer {
  /** Tells connected clients of the notice's authority, best-effort: it is kept. */
  tell(notice: Notice): void
}

export interface NoticeStore {
  /** True for the first one with this id; the one kept before stays as it is. Durable on return. */
  keep(notice: Notice): Promise<boolean>
  find(id: string): Promise<Notice | undefined>
  /** Notices that concern one officer's key in person, newest first. */
  inPerson(kid: string, limit: number): Promise<readonly Notice[]>
  /** Newest first. */
  newest(
    authority: AuthorityId,
    kind: Notice['kind'] | undefined,
    limit: number,
  ): Promise<readonly Notice[]>
}
