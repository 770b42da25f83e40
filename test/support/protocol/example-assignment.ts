import { signAssignment } from '#crypto/assignment/assignment-statement.js'
import type { AuthorityId, OfficerId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { NOW } from '#test/support/world/moments.js'

type By = {
  readonly key: SigningKey
  readonly claims: { readonly authority: AuthorityId; readonly officer: OfficerId }
}

/** The recipient's registrar takes the case of the worked examples. */
export async function exampleAssignment(
  { key, claims: { authority, officer } }: By,
  headerStatement: string,
): Promise<string> {
  const { case: id } = Header.parse((await readStatement(headerStatement)).payload)
  return signAssignment(
    { case: id, version: 1, authority, officer, declared: NOW.toISOString() },
    key,
  )
}
