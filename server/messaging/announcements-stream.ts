/**
 * The stream in Redis by which the processes of one network hear each other's announcements.
 *
 * @param prefix - namespace of all keys.
 */
export const announcementsStream = (prefix: string): string => `${prefix}:sockets`
