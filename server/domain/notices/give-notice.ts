import { digestOf } from '#crypto/bytes/sha256.js'
import type { Notice } from '../../contract/notice.js'
import type { NoticeAnnouncer, NoticeStore } from './notice-store.js'
import type { Clock } from '../ports.js'
import { timestamp } from '../timestamp.js'

type Ports = {
  readonly notices: Pick<NoticeStore, 'keep'>
  readonly announcer: NoticeAnnouncer
  readonly clock: Clock
}
type Distributed<T> = T extends Notice ? Omit<T, 'id' | 'at'> : never
/** A notice before it has an id and a moment. */
export type NewNotice = Distributed<Notice>
export type GiveNotice = ReturnType<typeof giveNotice>

/** The same for the same occasion, whoever asks. */
export const noticeId = (
  { authority, kind }: Pick<Notice, 'authority' | 'kind'>,
  occasion: string,
): Promise<string> => digestOf(`${authority}/${kind}/${occasion}`)

/**
 * Keeps a notice and tells whoever is connected, once for one occasion.
 *
 * @param occasion - what tells this occasion from every other of its kind and authority.
 * @returns the notice if it is new, undefined if it was given before.
 */
export function giveNotice({ notices, announcer, clock }: Ports) {
  return async <K extends Notice['kind']>(
    told: NewNotice & { readonly kind: K },
    occasion: string,
  ): Promise<Extract<Notice, { readonly kind: K }> | undefined> => {
    const id = await noticeId(told, occasion)
    const notice = { ...told, id, at: timestamp(clock.now()) } as Extract<
      Notice,
      { readonly kind: K }
    >
    if (!(await notices.keep(notice))) return undefined
    announcer.tell(notice)
    return notice
  }
}
