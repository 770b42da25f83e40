import { expect } from 'chai'
import { makeCertificate } from '#client/certificate/make-certificate.js'
import { certificateFonts } from '#client/files/certificate-fonts.js'
import { textsOf } from '#client/languages/texts-of.js'
import type { Identity } from '#crypto/pki/identity.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { plain, poppler } from '#test/support/poppler.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { world } from '#test/support/world/world.js'

async function senderIdentity(): Promise<Identity> {
  const { identity } = (await world()).xa
  const chain = identity.chain.map((one) => readCertificate(one))
  const [certificate] = chain
  if (!certificate) throw new Error('an identity has a certificate')
  return { certificate, chain, key: identity.key, privateKeyPem: '' }
}

async function signedPdf(): Promise<Uint8Array<ArrayBuffer>> {
  const { pdf } = await makeCertificate({
    bundle: serialiseBundle(await sampleBundle()),
    trust: await worldTrust(),
    language: 'en',
    at: new Date('2026-04-01T10:00:00.000Z'),
    signer: await senderIdentity(),
    fonts: certificateFonts,
  })
  return pdf
}

describe('signature of a certificate', function () {
  this.timeout(300_000)

  it('is valid in the eyes of pdfsig, and covers the whole document', async () => {
    const judge = poppler(await signedPdf())
    const said = judge.signature()
    expect(said).to.include('Signature is Valid')
    expect(said).to.include('Total document signed')
    expect(said).to.include('ETSI.CAdES.detached')
    expect(said).to.include('xa.moj')
    expect(judge.text()).to.include(plain('This PDF bears an electronic signature of'))
    expect(judge.text()).not.to.include(plain(textsOf('en').certificate.unsigned))
    judge.close()
  })

  it('breaks with one changed octet', async () => {
    const pdf = await signedPdf()
    const at = Math.floor(pdf.length * 0.75)
    pdf[at] = (pdf[at] ?? 0) ^ 1
    const judge = poppler(pdf)
    expect(judge.signature()).not.to.include('Signature is Valid')
    judge.close()
  })
})
