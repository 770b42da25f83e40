import { Redirect } from 'wouter'
import type { Role } from '#crypto/directory/officer-credential.js'
import { permissions } from '#server/contract/permissions.js'
import { useAccess } from '../api/signed-in.js'
import { SignIn } from '../sign-in/sign-in.js'

/** The address without anything: officers work, others sign in. */
export function Start() {
  const { signedIn } = useAccess()
  if (!signedIn) return <SignIn />
  const { roles } = signedIn.session.officer.credential.payload
  const may = (asked: readonly Role[]) => roles.some((role) => asked.includes(role))
  if (may(permissions.listPackages)) return <Redirect to="/packages" />
  // Whoever only translates, or watches the log, has no mailbox.
  return <Redirect to={may(permissions.listHandoffs) ? '/translation' : '/directory'} />
}
