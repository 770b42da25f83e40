import { useEffect } from 'react'
import { keyring } from '../api/keyring.js'
import { useAccess } from '../api/signed-in.js'

const LOOK_MS = 10_000
const NOTED_EVERY_MS = 20_000

/**
 * Locks when nobody has touched any tab of this identity for a while, and when the keys have been unlocked for long. The browser's storage is what tells,
 * so a lock in one tab is seen in the others, and a computer that slept finds itself locked.
 */
export function useIdleLock(): void {
  const { signedIn, lock } = useAccess()
  useEffect(() => {
    if (signedIn === undefined) return undefined
    const { id } = signedIn.identity
    const isOver = () => new Date() >= signedIn.unlocking.until
    let noted = 0
    const note = (): void => {
      const now = Date.now()
      if (now - noted < NOTED_EVERY_MS) return
      noted = now
      void keyring().then(({ kept }) => kept.touch(id, new Date(now)))
    }
    const look = (): void => {
      void keyring()
        .then(({ kept }) => kept.going(id, new Date()))
        .then((going) => (going ? undefined : lock(isOver() ? 'ended' : 'idle')))
    }
    const events = ['pointerdown', 'keydown'] as const
    for (const event of events) addEventListener(event, note, { passive: true })
    addEventListener('focus', look)
    const timer = setInterval(look, LOOK_MS)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
      for (const event of events) removeEventListener(event, note)
    }
  }, [signedIn, lock])
}
