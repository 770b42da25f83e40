import type { Notice } from '../../contract/notice.js'
import { type GiveNotice, type NewNotice, noticeId } from '../notices/give-notice.js'
import type { NoticeStore } from '../notices/notice-store.js'
import type { Outbox } from '../ports.js'
import type { DeliveryStore } from './delivery-store.js'

type Ports = {
  readonly giveNotice: GiveNotice
  readonly notices: Pick<NoticeStore, 'find'>
  readonly deliveries: Pick<DeliveryStore, 'of' | 'open'>
  readonly outbox: Outbox
}
type NoticeOf<K extends Notice['kind']> = Extract<Notice, { readonly kind: K }>
export type SendNotice = ReturnType<typeof sendNotice>

/**
 * Gives a notice and has it delivered, once for one occasion however often it is asked: a crash between any
 * two effects is repaired by asking again. What was kept first is what is delivered.
 *
 * @param targetsOf - see `deliver-notice`.
 */
export function sendNotice({ giveNotice, notices, deliveries, outbox }: Ports) {
  return async <K extends Notice['kind']>(
    told: NewNotice & { readonly kind: K },
    occasion: string,
    targetsOf: (kept: NoticeOf<K>) => readonly string[],
  ): Promise<{ readonly notice: NoticeOf<K>; readonly isNew: boolean } | undefined> => {
    const given = await giveNotice<K>(told, occasion)
    const kept = given ?? (await notices.find(await noticeId(told, occasion)))
    if (kept === undefined) return undefined
    // Its id is made of its kind.
    const notice = kept as NoticeOf<K>
    const targets = targetsOf(notice)
    if (given === undefined && (await deliveries.of(notice.id)).length > 0) {
      return { notice, isNew: false }
    }
    for (const target of targets) {
      await outbox.ask('notifications.deliver', { notice: notice.id, target })
    }
    // Last: that they are open says that all of them were asked for.
    await deliveries.open(notice.id, targets)
    return { notice, isNew: given !== undefined }
  }
}
