/** Redis does not answer now; what was wanted of it may be wanted again. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway'
  readonly code = 'redis-away'
}
