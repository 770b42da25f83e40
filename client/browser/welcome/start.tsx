import { Redirect } from 'wouter'
import { useAccess } from '../api/signed-in.js'
import { SignIn } from '../sign-in/sign-in.js'

/** The address without anything: officers work, others sign in. */
export function Start() {
  const { signedIn } = useAccess()
  return signedIn ? <Redirect to="/packages" /> : <SignIn />
}
