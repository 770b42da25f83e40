import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import { MAX_BUNDLE_BYTES } from '#crypto/proof/parse-bundle.js'
import type { DocumentClaim } from '#crypto/proof/verify-bundle.js'
import { makeReport } from '../report/make-report.js'
import type { Report } from '../report/report.js'
import { measureDocument } from './measure-document.js'
import type { PageState, Problem } from './page-state.js'

type Chosen = Pick<PageState, 'bundle' | 'trust' | 'documents'>

/** What came of the chosen files: a report, or what is wrong with them. */
export async function examine(
  { bundle, trust, documents }: Chosen,
  onWork: (work: PageState['work']) => void,
): Promise<Report | readonly Problem[]> {
  if (!bundle || !trust) {
    return [
      ...(bundle ? [] : [{ code: 'needBundle', field: 'bundle' } as const]),
      ...(trust ? [] : [{ code: 'needTrust', field: 'trust' } as const]),
    ]
  }
  const octets = await octetsOf(bundle, 'bundle')
  if ('code' in octets) return [octets]
  const trustOctets = await octetsOf(trust, 'trust')
  if ('code' in trustOctets) return [trustOctets]
  const trustList = await orProblem(
    { code: 'notATrustList', file: trust.name, field: 'trust' },
    () => readTrustList(fromUtf8(trustOctets)),
  )
  if ('code' in trustList) return [trustList]
  const claims: DocumentClaim[] = []
  for (const file of documents) {
    const claim = await measureDocument(file, (percent) =>
      onWork({ file: file.name, percent }),
    ).catch((): Problem => ({ code: 'unreadable', file: file.name, field: 'documents' }))
    if ('code' in claim) return [claim]
    claims.push(claim)
  }
  onWork('verifying')
  const report = await orProblem({ code: 'notABundle', file: bundle.name, field: 'bundle' }, () =>
    makeReport(octets, trustList, { documents: claims, at: new Date() }),
  )
  return 'code' in report ? [report] : report
}

async function octetsOf(
  file: File,
  field: 'bundle' | 'trust',
): Promise<Uint8Array<ArrayBuffer> | Problem> {
  if (file.size > MAX_BUNDLE_BYTES) return { code: 'tooLarge', file: file.name, field }
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => ({ code: 'unreadable', file: file.name, field }),
  )
}

/** What is refused is a problem to tell; anything else that is thrown is a bug and passes. */
async function orProblem<T>(problem: Problem, run: () => T | Promise<T>): Promise<T | Problem> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CryptoError) return problem
    throw error
  }
}
