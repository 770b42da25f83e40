import { signInvitation } from '#crypto/directory/invitation.js'
import { type AuthorityId, plainText } from '#crypto/fields/fields.js'
import type { Operator } from '../operations/operator.js'

/** Makes a one-time invitation, to be handed over outside the network. Nothing is sent. */
export const inviteAuthority = (
  { key, relay }: Operator,
  invited: { readonly authority: AuthorityId; readonly name: string },
  at: Date,
  validTo: Date,
): Promise<string> =>
  signInvitation(
    {
      ...invited,
      name: plainText(invited.name),
      relay,
      declared: at.toISOString(),
      validTo: validTo.toISOString(),
    },
    key,
  )
