import { useEffect, useState } from 'react'

/** Gives the focus back to what opened this, once this is gone and the focus with it. */
export function useReturnFocus(): void {
  // By the first effect a field of what was opened may have it.
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isLost = document.activeElement === document.body || document.activeElement === null
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus()
    },
    [opener],
  )
}
