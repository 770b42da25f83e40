import { composePackage, type Draft } from '#client/core/packages/compose-package.js'
import type { Session } from '#client/core/session/session.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { signHeader } from '#crypto/package/sign-statements.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { Submission } from '#server/contract/wire.js'

/** A package that is sealed and not sent: what a client would hand in, open to be spoilt. */
export async function sealedRequest(session: Session, changes: Partial<Draft> = {}) {
  const id = await composePackage(session, {
    to: [AuthorityId.parse('xb.pgo')],
    template: { id: 'mla-request', version: 1 },
    form: { facts: 'none' },
    documents: [],
    ...changes,
  })
  const text = (await session.platform.outgoing.submission(id)) ?? ''
  const submission = Submission.parse(JSON.parse(text))
  const header = Header.parse((await readStatement(submission.header)).payload)
  /** The same with another header, signed by the same officer. */
  async function withHeader(change: Partial<Header>): Promise<Submission> {
    const signed = await signHeader({ ...header, ...change }, session.officer.signingKey)
    return { ...submission, header: signed }
  }
  return { id, submission, header, withHeader }
}

/** A document that is nowhere but in memory. */
export const document = (octets: Buffer): Draft['documents'][number] => ({
  name: 'order.bin',
  mediaType: 'application/octet-stream',
  length: octets.length,
  read: async function* () {
    yield await Promise.resolve(octets)
  },
})
