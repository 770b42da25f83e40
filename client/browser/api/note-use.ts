import { keyring } from './keyring.js'

const NOTED_EVERY_MS = 20_000

const noted = new Map<string, number>()

/** Somebody, or work that somebody has begun, uses the keys of this identity now. Written at most every so often. */
export function noteUse(id: string, now = Date.now()): void {
  if (now - (noted.get(id) ?? 0) < NOTED_EVERY_MS) return
  noted.set(id, now)
  void keyring().then(({ kept }) => kept.touch(id, new Date(now)))
}
