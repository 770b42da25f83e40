/** Begins every key of ours in Redis: queues, the stream of announcements, ids that were used. `deploy/redis/users.acl` names it, too. */
export const REDIS_PREFIX = 'rogatory'
