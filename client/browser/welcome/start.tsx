import { Redirect } from 'wouter'
import { useAccess } from '../api/signed-in.js'
import { SignIn } from '../sign-in/sign-in.js'

/** The address without anything: officers work, others sign in. */
export function Start() {
  const { signedIn } = useAccess()
  if (!signedIn) return <SignIn />
  const { roles } = signedIn.session.officer.credential.payload
  // Whoever only translates has no mailbox.
  const isLinguist = roles.every((role) => role === 'translator')
  return <Redirect to={isLinguist ? '/translation' : '/packages'} />
}
