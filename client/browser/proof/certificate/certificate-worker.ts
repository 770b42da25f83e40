import '../../zod-without-code.js'
import arabicBold from '../../../../node_modules/@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf?url'
import arabic from '../../../../node_modules/@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf?url'
import latinBold from '../../../../node_modules/@embedpdf/fonts-latin/fonts/NotoSans-Bold.ttf?url'
import latin from '../../../../node_modules/@embedpdf/fonts-latin/fonts/NotoSans-Regular.ttf?url'
import chinese from '../../../../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf?url'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { makeCertificate } from '../../../certificate/make-certificate.js'
import type { FontFiles } from '../../../certificate/typeset/faces.js'
import type { CertificateMessage, CertificateTask } from './messages.js'

/** Sets the PDF away from the page; its program and fonts are fetched when somebody asks for a certificate. */
const FONTS = {
  latin: { regular: latin, bold: latinBold },
  arabic: { regular: arabic, bold: arabicBold },
  // One weight for both: each is 8 MB, kept by the relay and fetched by the browser.
  chinese: { regular: chinese, bold: chinese },
} as const

const fonts: FontFiles = async ({ script, bold }) => {
  const response = await fetch(FONTS[script][bold ? 'bold' : 'regular'], { redirect: 'error' })
  if (!response.ok) throw new TypeError(`a font is not there: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

async function make({
  bundle,
  trust,
  documents,
  language,
  about,
  signer,
}: CertificateTask): Promise<CertificateMessage> {
  const order = {
    bundle,
    trust: readTrustList(trust),
    documents,
    language,
    about,
    at: new Date(),
    fonts,
  }
  const identity = signer === null ? undefined : await fromPkcs12(signer.pkcs12, signer.passphrase)
  return { pdf: (await makeCertificate({ ...order, signer: identity })).pdf }
}

addEventListener('message', ({ data }: MessageEvent<CertificateTask>) => {
  void make(data)
    .catch((error: unknown): CertificateMessage => {
      const message = error instanceof Error ? error.message : 'unknown'
      const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string'
      return { code: isCoded ? String(error.code) : 'unknown', message }
    })
    .then((message) => postMessage(message))
})
