import type { DocumentClaim } from '#crypto/proof/verify-bundle.js'
import type { CertificateOrder } from '../../../certificate/make-certificate.js'
import type { Language } from '../../../languages/language.js'

/** To the worker, once: what the certificate retells. */
export type CertificateTask = {
  readonly bundle: Uint8Array<ArrayBuffer>
  /** As the file has it. */
  readonly trust: string
  readonly documents: readonly DocumentClaim[]
  readonly language: Language
  /** Of the certified translations of its documents, in both languages, rather than of the transmission. */
  readonly about: NonNullable<CertificateOrder['about']>
  /** Signs the PDF: a PKCS#12 file, which is opened in the worker and kept nowhere. */
  readonly signer: { readonly pkcs12: Uint8Array<ArrayBuffer>; readonly passphrase: string } | null
}

/** From the worker, once. */
export type CertificateMessage =
  { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly code: string; readonly message: string }
