import { unshared } from '#crypto/bytes/bytes.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import type { Identity } from '#crypto/pki/identity.js'
import { signDetached } from '#crypto/pki/sign-detached.js'
import type { DocumentClaim } from '#crypto/proof/verify-bundle.js'
import { ClientError } from '../core/client-error.js'
import { fill } from '../languages/fill.js'
import type { Language } from '../languages/language.js'
import { textsOf } from '../languages/texts-of.js'
import { makeReport } from '../report/make-report.js'
import type { Report } from '../report/report.js'
import { utcTime } from '../report/utc-time.js'
import { annex } from './annex.js'
import { type Block, textsIn } from './block.js'
import { firstPage } from './first-page.js'
import { translationPages } from './translation-pages.js'
import { createDocument, octetsOf } from './typeset/document.js'
import { faceName, type FontFiles } from './typeset/faces.js'
import { fontsFor } from './typeset/fonts-for.js'
import { pageSetter } from './typeset/page-setter.js'
import { addSignatureField, fillSignature } from './typeset/signature-field.js'
import { mainScript, textSetter } from './typeset/text-setter.js'

export type CertificateOrder = {
  /** The octets of the `.rogatory-proof` file: embedded as they are. */
  readonly bundle: Uint8Array<ArrayBuffer>
  readonly trust: TrustList
  readonly documents?: readonly DocumentClaim[]
  readonly language: Language
  /** Of the translations of its documents, in both languages, rather than of the transmission. */
  readonly about?: 'transmission' | 'translation'
  /** The clock of whoever makes the certificate. It proves nothing, and says so. */
  readonly at: Date
  /** Signs the PDF. Without it, the certificate says that it is not signed. */
  readonly signer?: Identity | undefined
  readonly fonts: FontFiles
}

export type Certificate = {
  /** PDF 1.7, written by the rules of PDF/A-3a, the bundle attached as its source. */
  readonly pdf: Uint8Array<ArrayBuffer>
  readonly report: Report
}

/**
 * Makes the certificate of transmission and receipt: what the verifier finds in a bundle, retold in one
 * of six languages, with the bundle inside.
 *
 * A bundle that proves only a part makes a certificate that names the rest.
 *
 * @throws {@link ClientError} `proof-contradicted` if anything in the bundle is false;
 *   {@link CryptoError} `proof/malformed` if it is no bundle, `directory/trust` for a bad trust list.
 */
export async function makeCertificate(order: CertificateOrder): Promise<Certificate> {
  const { bundle, trust, documents = [], language, at, signer } = order
  const report = await makeReport(bundle, trust, { documents, at })
  const pkg = requireCertifiable(report)
  const texts = textsOf(language)
  const name = `${pkg.id}.rogatory-proof`
  const isOfTranslation = order.about === 'translation'
  const blocks: readonly Block[] = [
    ...(isOfTranslation
      ? translationPages(report, pkg, { language, standing: standingIn(order) })
      : [...firstPage(report, pkg, texts, language), ...standing(order)]),
    ...annex(report, { name }, texts),
  ]
  const { page, ...words } = texts.certificate
  const title = isOfTranslation ? words.translationTitle : words.title
  const all = [...blocks.flatMap(textsIn), page]
  const fonts = new Map<string, Uint8Array>()
  for (const one of new Set([language, ...blocks.flatMap(languagesOf)])) {
    for (const [face, octets] of await fontsFor(all, mainScript(one), order.fonts)) {
      fonts.set(face, octets)
    }
  }
  const doc = createDocument({ title: `${title}: ${pkg.id}`, language, at, fonts })
  if (signer) {
    const font = faceName({ script: 'latin', bold: false })
    addSignatureField(doc, { name: signer.certificate.subject, at, font })
  }
  const pages = pageSetter(doc, textSetter(doc, language), (one) => textSetter(doc, one))
  for (const block of blocks) pages.add(block)
  pages.foot((number, count) => fill(page, { page: String(number), pages: String(count) }))
  pages.end()
  attach(order, name)
  const pdf = await octetsOf(doc)
  return {
    report,
    pdf: signer ? await fillSignature(pdf, (content) => signDetached(content, signer)) : pdf,
  }

  function attach({ bundle: octets }: CertificateOrder, file: string): void {
    doc.file(unshared(octets).buffer, {
      name: file,
      type: 'application/json',
      description: texts.certificate.attachment,
      creationDate: at,
      modifiedDate: at,
      relationship: 'Source',
    })
  }
}

function requireCertifiable({ verdict, package: pkg }: Report) {
  if (verdict.verdict !== 'contradicted' && pkg) return pkg
  const falsehoods = verdict.facts.filter(({ standing }) => standing === 'contradicted')
  const what = falsehoods.map(({ text }) => text).join(' ')
  throw new ClientError(
    'proof-contradicted',
    `no certificate is made of a bundle that is contradicted: ${what}`,
    'Keep the bundle as it is, ask whoever gave it to you for another, and see "rogatory verify".',
  )
}

const languagesOf = (block: Block): readonly Language[] =>
  block.kind === 'bilingual' ? block.languages : []

/** How the document itself stands: issued when, signed by whom. */
const standingIn =
  ({ at, signer }: CertificateOrder) =>
  (language: Language): readonly [string, string] => {
    const { certificate } = textsOf(language)
    const signature = signer
      ? fill(certificate.signed, { subject: signer.certificate.subject })
      : certificate.unsigned
    return [signature, fill(certificate.issued, { at: utcTime(at.toISOString()) })]
  }

function standing(order: CertificateOrder): readonly Block[] {
  const text = textsOf(order.language).certificate.signature
  const said = standingIn(order)(order.language)
  return [
    { kind: 'heading', level: 2, text },
    ...said.map((one) => ({ kind: 'paragraph', text: one }) as const),
  ]
}
