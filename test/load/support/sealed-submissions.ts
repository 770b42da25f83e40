import { signProof } from '#crypto/access/proof.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId, PackageId } from '#crypto/fields/fields.js'
import { sealPackage } from '#crypto/package/seal-package.js'
import { exampleForm } from '#client/example/request-form.js'
import type { Session } from '#client/core/session/session.js'
import { access } from '#client/transport/access.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Submission } from '#server/contract/wire.js'
import { requestOf } from './wire-load.js'

export type SealedSubmission = {
  readonly id: PackageId
  readonly manifest: string
  readonly submission: Submission
}

/** Requests without documents, sealed and signed. */
export async function sealedSubmissions(
  session: Session,
  to: AuthorityId,
  count: number,
): Promise<SealedSubmission[]> {
  const { officer, directory, platform } = session
  const sender = { entry: await directory.current(officer.authority) }
  const recipients = [{ entry: await directory.current(to) }]
  return Promise.all(Array.from({ length: count }, seal))

  async function seal(): Promise<SealedSubmission> {
    const at = platform.now()
    const id = PackageId.parse(uuidV7(at))
    const draft = {
      package: id,
      case: CaseId.parse(uuidV7(at)),
      template: { id: 'mla-request', version: 1 },
      form: exampleForm,
      inReplyTo: null,
      marks: { tlp: null, classification: null },
      urgency: 'routine' as const,
      notBefore: null,
      expires: null,
    }
    const key = officer.signingKey
    const sealed = await sealPackage({ draft, sender, recipients, parts: [], key, at })
    const { header, envelope, manifest } = sealed
    const credential = officer.credential.statement
    return { id, manifest, submission: { header, envelope, credential, approvals: [] } }
  }
}

/** The same as HTTP requests, each with a proof of its own. */
export async function submissionRequests(
  { officer, platform }: Session,
  origin: string,
  sealed: readonly SealedSubmission[],
): Promise<Uint8Array[]> {
  const path = '/v1/packages'
  const key = officer.signingKey
  const token = await access(origin, key, () => platform.now()).token()
  return Promise.all(
    sealed.map(async ({ submission }) => {
      const url = origin + path
      const dpop = await signProof({ key, method: 'POST', url, at: platform.now(), token })
      const headers = {
        authorization: `DPoP ${token}`,
        dpop,
        'content-type': 'application/json',
      }
      return requestOf('POST', path, headers, JSON.stringify(submission))
    }),
  )
}
