/**
 * The stream in Redis by which the processes of one network hear each other's announcements.
 * Not within the namespace of the queues: whoever may look at those (deploy/redis/users.acl) sees no evidence.
 *
 * @param prefix - of the names of all keys.
 */
export const announcementsStream = (prefix: string): string => `${prefix}-announcements`
