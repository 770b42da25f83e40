import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { makeCertificate } from '../../certificate/make-certificate.js'
import { certificateFonts } from '../../files/certificate-fonts.js'
import { writeDurably } from '../../files/write-durably.js'
import { LANGUAGES } from '../../languages/language.js'
import { askPassphrase } from '../ask-passphrase.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-codes.js'
import { verdictLine } from '../lines/fact-lines.js'
import { documentsOf, octetsIn, trustFor } from '../offline-files.js'
import { terminalOf } from '../terminal-of.js'

/** Needs no relay and no account: the bundle, a trust list, and an identity if the PDF is to be signed. */
export async function certificate(context: CommandContext, file: string): Promise<void> {
  const { options } = context
  const out = String(options['out'])
  const { pdf, report } = await makeCertificate({
    bundle: await octetsIn(file),
    trust: await trustFor(context),
    documents: await documentsOf(context),
    about: options['translation'] === true ? 'translation' : 'transmission',
    language: LANGUAGES.find((language) => language === options['lang']) ?? 'en',
    at: new Date(),
    signer: await signerOf(context),
    fonts: certificateFonts,
  })
  await writeDurably(out, pdf)
  const { verdict } = report
  process.exitCode = verdict.verdict === 'proved' ? EXIT.done : EXIT.incomplete
  const result = { out, bytes: pdf.length, verdict: verdict.verdict, signed: 'sign' in options }
  terminalOf(context).result(result, [
    `wrote ${out}, ${pdf.length.toLocaleString('en')} octets`,
    verdictLine(verdict),
  ])
}

async function signerOf({ options, global }: CommandContext) {
  const { sign } = options
  if (typeof sign !== 'string') return undefined
  const identity = await octetsIn(sign)
  return fromPkcs12(identity, await askPassphrase(global.passphraseFile, `Passphrase of ${sign}`))
}
