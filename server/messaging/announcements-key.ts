import type { Redis } from 'ioredis'

/**
 * The name of the channel between relay processes. Publishing in Redis knows no databases: without its number in
 * the name, relays of two networks that share a Redis, each in a database of its own, would hear each other's
 * announcements, and show an authority what is of another network.
 *
 * @param prefix - namespace of all keys.
 */
export const announcementsKey = (redis: Pick<Redis, 'options'>, prefix: string): string =>
  `${prefix}:sockets:${redis.options.db ?? 0}`
