/**
 * Where the operator's link leads into the board of queues (docs/adr/0040-the-queue-board-opens-with-the-operators-key.md): the
 * audience of the assertion that is in it, so that a link to one board opens no other.
 *
 * @param origin - of the board, such as `http://127.0.0.1:9480`.
 */
export const boardEntrance = (origin: string): string => `${origin}/open`
