import type { Message } from './messages.js'

/** A percent of many gigabytes takes longer than the page waits before it locks itself. */
const AT_LEAST_EVERY_MS = 60_000

/** At most one message for each percent, so that the page draws and does not drown; and one every minute while octets move. */
export function progressOf(
  kind: 'sealing' | 'uploading',
  tell: (message: Message) => void,
  now: () => number = Date.now,
) {
  let last = ''
  let told = 0
  return (name: string, octets: number, total: number): void => {
    const percent = total === 0 ? 100 : Math.floor((100 * octets) / total)
    const isSame = last === `${name} ${percent}`
    if (isSame && now() - told < AT_LEAST_EVERY_MS) return
    last = `${name} ${percent}`
    told = now()
    tell({ kind, name, percent })
  }
}
