import { createContext, type ReactNode, useContext } from 'react'
import type { SignedIn } from './keyring.js'

/** Nobody used it for a while; or the session is over, by its time or since somebody ended it. */
export type LockReason = 'ended' | 'idle'

type Access = {
  /** Undefined while nobody is signed in here. */
  readonly signedIn: SignedIn | undefined
  readonly enter: (signedIn: SignedIn) => void
  readonly lock: (reason?: LockReason) => Promise<void>
  /** Why it was locked, if not by hand. */
  readonly lockedBy: LockReason | undefined
}
const AccessContext = createContext<Access | undefined>(undefined)

export const AccessProvider = ({
  access,
  children,
}: {
  readonly access: Access
  readonly children: ReactNode
}) => <AccessContext value={access}>{children}</AccessContext>

export function useAccess(): Access {
  const access = useContext(AccessContext)
  if (access === undefined) throw new TypeError('a screen stands inside of the shell')
  return access
}

/** The officer of this tab; for screens that the router shows to officers only. */
export function useSignedIn(): SignedIn {
  const { signedIn } = useAccess()
  if (signedIn === undefined) throw new TypeError('this screen is for officers')
  return signedIn
}
