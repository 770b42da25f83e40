import { MessageChannel } from 'node:worker_threads'

/** Below this the collector of garbage is good enough. */
const WORTH_BYTES = 64 * 1024

const { port1: nowhere } = new MessageChannel()
nowhere.close()

/**
 * Gives the memory of octets back at once. A gigabyte passes in a thousand buffers of a mebibyte;
 * left to the collector, some sixty of them lie about at any time and it is busy with little else.
 * Transferred to a port that is closed, they are gone.
 */
export function release({ buffer, byteLength }: Uint8Array): void {
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
  if (isWhole && byteLength >= WORTH_BYTES) nowhere.postMessage(undefined, [buffer])
}
