import { announcementsStream } from '#server/messaging/announcements-stream.js'
import { redisAnnouncer } from '#server/messaging/announcer.js'
import type { SocketParts } from '#server/realtime/socket-server.js'
import { socketRelay } from './socket-relay.js'
import { testReader, testRedis } from './test-services.js'

/** A door for sockets that hears by the real Redis what is announced; it listens already. */
export async function announcedRelay(changes: Partial<SocketParts> = {}) {
  const { redis, prefix, flush, drop } = testRedis()
  const { reader, reading } = testReader(redis)
  const stream = announcementsStream(prefix)
  const relay = await socketRelay({ redis: { commands: redis, reader, stream }, ...changes })
  await reading()
  return {
    ...relay,
    redis,
    reader,
    stream,
    flush,
    announcer: redisAnnouncer(redis, stream),
    async close() {
      await relay.close()
      reader.disconnect()
      await drop()
    },
  }
}
export type AnnouncedRelay = Awaited<ReturnType<typeof announcedRelay>>
