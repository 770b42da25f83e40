import { digestOf } from '#crypto/bytes/sha256.js'
import { issueAbsence } from '#crypto/evidence/issue-absence.js'
import { Header } from '#crypto/package/header.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after, NOW } from '#test/support/world/moments.js'

type Log = { readonly early: { readonly checkpoint: string; readonly path: readonly string[] } }

/** What the relay of the examples signed before the receipt had come, as a bundle holds it. */
export async function exampleAbsence(
  header: string,
  [d1 = '', d3 = '', e1 = '']: readonly string[],
  { early: { checkpoint, path } }: Log,
  key: SigningKey,
) {
  const { payload, digest } = await readStatement(header)
  const { package: id, sender, recipients } = Header.parse(payload)
  const [to] = recipients
  if (!to) throw new TypeError('sent to somebody')
  const statement = await issueAbsence(
    {
      issuer: AuthorityId.parse('zz.relay'),
      time: after(NOW, 5).toISOString(),
      package: id,
      header: digest,
      sender,
      recipient: to.authority,
      checkpoint,
      evidence: [
        { code: 'D.1', digest: await digestOf(d1), index: 2 },
        { code: 'D.3', digest: await digestOf(d3), index: 3 },
        { code: 'E.1', digest: await digestOf(e1), index: 4 },
      ],
    },
    key,
  )
  return {
    absence: statement,
    'absence-bundled': { statement: '«absence»', path, timestamps: [] },
  }
}
