import type { Redis } from 'ioredis'
import { type ClusterMessage, MessageType } from 'socket.io-adapter'
import { personalRoomOf, RESUME, roomOf, SESSION_ENDED } from '../contract/socket-events.js'
import type { AssignmentAnnouncer } from '../domain/assignments/assignment-store.js'
import type { DraftAnnouncer } from '../domain/drafts/draft-store.js'
import type { Notice } from '../contract/notice.js'
import type { NoticeAnnouncer } from '../domain/notices/notice-store.js'
import type { SessionAnnouncer } from '../domain/sessions/session-store.js'
import type { Announcer } from '../domain/ports.js'

/** About as many announcements are kept, for relays and clients that were away for a moment. */
const KEPT = 10_000
/** Socket.IO: a packet that is an event, and the namespace of all of ours. */
const EVENT = 2
const NAMESPACE = '/'
/** A server passes over what it said itself; whoever announces here is no server. */
const BY = { uid: 'announcer', nsp: NAMESPACE }

/**
 * Announces to every relay process through Redis, for processes that hold no sockets themselves: entries of the
 * stream that Socket.IO's adapter over streams reads, as that adapter writes them.
 *
 * Best-effort: what Redis does not take is in the feed. Once Redis takes something again, every relay
 * process is asked to replay the feed to its clients (docs/adr/0042-announcements-in-a-stream.md).
 *
 * @param stream - which the sockets' adapter reads, the same in every process.
 * @param onLoss - told when an announcement was not taken.
 */
export function redisAnnouncer(
  redis: Pick<Redis, 'xadd' | 'on'>,
  stream: string,
  onLoss: () => void = () => undefined,
): Announcer & AssignmentAnnouncer & DraftAnnouncer & NoticeAnnouncer & SessionAnnouncer {
  let isMissing = false
  function add(message: Extract<ClusterMessage, { data: unknown }>): void {
    const { type, data } = message
    const entry = { ...message, type: String(type), data: JSON.stringify(data) }
    const fields = Object.entries(entry).flat()
    redis.xadd(stream, 'MAXLEN', '~', KEPT, '*', ...fields).then(makeUp, () => {
      isMissing = true
      onLoss()
    })
  }
  function makeUp(): void {
    if (!isMissing) return
    isMissing = false
    toRelays(RESUME)
  }
  function toRelays(...packet: string[]): void {
    add({ ...BY, type: MessageType.SERVER_SIDE_EMIT, data: { packet } })
  }
  function toRooms(rooms: string[], ...data: [name: string, what: unknown]): void {
    const packet = { type: EVENT, data, nsp: NAMESPACE }
    const opts = { rooms, except: [], flags: {} }
    add({ ...BY, type: MessageType.BROADCAST, data: { packet, opts } })
  }
  redis.on('ready', makeUp)
  return {
    announce(authorities, event) {
      if (authorities.length > 0) toRooms(authorities.map(roomOf), 'event', event)
    },
    announceDraft(authority, notice) {
      toRooms([roomOf(authority)], 'draft', notice)
    },
    announceAssignment(authority, notice) {
      toRooms([roomOf(authority)], 'assignment', notice)
    },
    sessionEnded(id) {
      toRelays(SESSION_ENDED, id)
    },
    tell(notice) {
      toRooms(roomsOf(notice), 'notice', notice)
    },
  }
}

/** Who is in both rooms hears it once; what concerns a key alone its colleagues do not hear. */
function roomsOf(notice: Notice): string[] {
  if (notice.kind === 'officer.access') return [personalRoomOf(notice.kid)]
  const linguists = notice.kind === 'handoff.step' ? (notice.linguists ?? []) : []
  return [roomOf(notice.authority), ...linguists.map(personalRoomOf)]
}
