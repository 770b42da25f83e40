import { Emitter } from '@socket.io/redis-emitter'
import type { Redis } from 'ioredis'
import { personalRoomOf, RESUME, roomOf, SESSION_ENDED } from '../contract/socket-events.js'
import type { DraftNotice } from '../contract/draft-wire.js'
import type { Notice } from '../contract/notice.js'
import type { DraftAnnouncer } from '../domain/drafts/draft-store.js'
import type { NoticeAnnouncer } from '../domain/notices/notice-store.js'
import type { SessionAnnouncer } from '../domain/sessions/session-store.js'
import type { FeedEvent } from '../contract/wire.js'
import type { Announcer } from '../domain/ports.js'

/**
 * Announces to every relay process through Redis, for processes that hold no sockets themselves.
 *
 * Best-effort: what Redis does not take is in the feed. Once Redis takes something again, every relay
 * process is asked to replay the feed to its clients (docs/adr/0022-the-feed-is-the-stream.md).
 *
 * @param key - of the sockets' Redis adapter, the same in every process.
 * @param onLoss - told when an announcement was not taken.
 */
export function redisAnnouncer(
  redis: Pick<Redis, 'publish' | 'on'>,
  key: string,
  onLoss: () => void = () => undefined,
): Announcer & DraftAnnouncer & NoticeAnnouncer & SessionAnnouncer {
  let isMissing = false
  // The emitter drops the promise of `publish`; a rejection nobody hears would end the process.
  const publish = (channel: string, message: string | Buffer): void => {
    redis.publish(channel, message).then(makeUp, () => {
      isMissing = true
      onLoss()
    })
  }
  function makeUp(): void {
    if (!isMissing) return
    isMissing = false
    emitter.serverSideEmit(RESUME)
  }
  const emitter = new Emitter<{
    event: (event: FeedEvent) => void
    draft: (notice: DraftNotice) => void
    notice: (notice: Notice) => void
  }>({ publish }, { key })
  redis.on('ready', makeUp)
  return {
    announce(authorities, event) {
      if (authorities.length > 0) emitter.to(authorities.map(roomOf)).emit('event', event)
    },
    announceDraft(authority, notice) {
      emitter.to(roomOf(authority)).emit('draft', notice)
    },
    sessionEnded(id) {
      emitter.serverSideEmit(SESSION_ENDED, id)
    },
    tell(notice) {
      emitter.to(roomsOf(notice)).emit('notice', notice)
    },
  }
}

/** Who is in both rooms hears it once; what concerns a key alone its colleagues do not hear. */
function roomsOf(notice: Notice): string[] {
  if (notice.kind === 'officer.access') return [personalRoomOf(notice.kid)]
  const linguists = notice.kind === 'handoff.step' ? (notice.linguists ?? []) : []
  return [roomOf(notice.authority), ...linguists.map(personalRoomOf)]
}
