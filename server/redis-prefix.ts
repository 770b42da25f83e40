/** Namespace of every key of ours in Redis, and of the channel between relay processes. */
export const REDIS_PREFIX = 'rogatory'
