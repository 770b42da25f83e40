import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** So long after a passphrase was typed, what hands over power asks for it again (ASVS 5.0, V7.5.3). */
const OPEN_MS = 15 * 60_000
const LOOK_MS = 10_000

/** `meta` of what may go on for hours and does not use such keys: they are not kept for it. */
export const WITHOUT_KEYS = { withoutKeys: true }
const mayUseKeys = ({ meta }: { readonly meta: Readonly<Record<string, unknown>> | undefined }) =>
  meta?.['withoutKeys'] !== true

/**
 * State for keys that sign what hands over power: it is forgotten a while after it was there first, however often it
 * is replaced, but not in the middle of an act.
 */
export function useForAWhile<T>(): readonly [T | undefined, (value: T | undefined) => void] {
  const queries = useQueryClient()
  const [value, setValue] = useState<T | undefined>()
  const isHeld = value !== undefined
  useEffect(() => {
    if (!isHeld) return undefined
    const due = Date.now() + OPEN_MS
    const timer = setInterval(() => {
      const isInUse = queries.isMutating({ predicate: mayUseKeys }) > 0
      if (Date.now() >= due && !isInUse) setValue(undefined)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [isHeld, queries])
  return [value, setValue]
}
