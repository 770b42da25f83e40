import { useEffect, useState } from 'react'
import { keyring } from '../api/keyring.js'
import { noteUse } from '../api/note-use.js'
import { useAccess } from '../api/signed-in.js'
import { isClosing } from './is-closing.js'

const LOOK_MS = 10_000
/** Whatever somebody does who reads, writes or looks on. */
const USE = [
  ...(['pointerdown', 'click', 'keydown', 'input'] as const),
  ...(['wheel', 'scroll', 'touchstart', 'touchmove'] as const),
]

/**
 * Locks when nobody has used any tab of this identity for a while, and when the keys have been unlocked for long. The browser's storage is what tells,
 * so a lock in one tab is seen in the others, and a computer that slept finds itself locked. Work that goes on in a
 * worker is use as well (`useSending`).
 *
 * @returns whether it is about to lock: any use, in whichever tab, prevents it.
 */
export function useIdleLock(): boolean {
  const { signedIn, lock } = useAccess()
  const [isWarned, setWarned] = useState(false)
  useEffect(() => {
    if (signedIn === undefined) return undefined
    const { id } = signedIn.identity
    const isOver = () => new Date() >= signedIn.unlocking.until
    const note = (): void => {
      noteUse(id)
      setWarned(false)
    }
    const look = (): void => {
      const now = new Date()
      void keyring()
        .then(({ kept }) => kept.idleUntil(id, now))
        .then((until) => {
          if (until === undefined) return lock(isOver() ? 'ended' : 'idle')
          setWarned(isClosing(until, now))
          return undefined
        })
    }
    for (const event of USE) addEventListener(event, note, { passive: true, capture: true })
    addEventListener('focus', look)
    const timer = setInterval(look, LOOK_MS)
    return () => {
      clearInterval(timer)
      setWarned(false)
      removeEventListener('focus', look)
      for (const event of USE) removeEventListener(event, note, { capture: true })
    }
  }, [signedIn, lock])
  return isWarned
}
