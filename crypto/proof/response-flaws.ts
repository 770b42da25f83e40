import { anchorsOf } from '../directory/trust-list.js'
import { CryptoError } from '../errors.js'
import { syntaxOf } from '../pki/certificate.js'
import type { CertificateSyntax } from '../pki/certificate-syntax.js'
import { isNamedBy } from '../pki/chain-profile.js'
import { ocspAnswers } from '../pki/ocsp-answers.js'
import { readCertificate } from '../pki/read-certificate.js'
import { readStatement } from '../statement/read-statement.js'
import { attempt } from './attempt.js'
import type { Case } from './case.js'
import type { Flaw } from './pieces.js'

/** Every OCSP response is about a certificate of this story; else it would be passed over in silence. */
export async function responseFlaws(its: Case): Promise<Flaw[]> {
  const responses = its.bundle.ocspResponses ?? []
  if (responses.length === 0) return []
  const links = await linksOf(its)
  const flaws = responses.map(async (text, index) => {
    const why = await flawOf([text], links)
    return why === undefined ? [] : [{ where: `OCSP response ${index + 1}`, why }]
  })
  return (await Promise.all(flaws)).flat()
}

type Link = readonly [certificate: CertificateSyntax, issuer: CertificateSyntax]

async function flawOf(response: readonly [string], links: readonly Link[]) {
  for (const [certificate, issuer] of links) {
    const answers = await attempt(() => ocspAnswers(certificate, issuer, response))
    if (!answers.ok) return answers.error.code
    if (answers.value.length > 0) return undefined
  }
  return new CryptoError('pki/chain', 'an answer about no certificate of this story').code
}

/** Each certificate in an entry's chain, once, with whoever issued it. */
async function linksOf({ pieces, trust }: Case): Promise<readonly Link[]> {
  const links = new Map<string, Link>()
  const roots = anchorsOf(trust).roots
  for (const { statement } of pieces.entries) {
    const { x5c = [] } = await readStatement(statement)
    const read = await attempt(() => x5c.map((one) => readCertificate(one)))
    const chain = read.ok ? read.value : []
    for (const [place, certificate] of chain.entries()) {
      const own = syntaxOf(certificate)
      const issuer = [...chain.slice(place + 1), ...roots]
        .map(syntaxOf)
        .find((one) => isNamedBy(own, one))
      if (issuer !== undefined) links.set(certificate.fingerprint, [own, issuer])
    }
  }
  return [...links.values()]
}
