import { disclosureCover } from '../../certificate/disclosure-cover.js'
import { makeCertificate } from '../../certificate/make-certificate.js'
import { ClientError } from '../../core/client-error.js'
import { makeDisclosure } from '../../core/disclosure/make-disclosure.js'
import { certificateFonts } from '../../files/certificate-fonts.js'
import { diskDocument } from '../../files/disk-document.js'
import { diskPack } from '../../files/disk-pack.js'
import { verifierPage } from '../../files/verifier-page.js'
import { LANGUAGES } from '../../languages/language.js'
import type { CommandContext } from '../command-context.js'
import { madeLines } from '../lines/disclosure-lines.js'
import { officerSession } from '../officer-session.js'
import { caseId } from '../options/case-id.js'
import { scannerOf } from '../options/scanner-of.js'
import { terminalOf } from '../terminal-of.js'

/** Makes the disclosure pack of a case, whole or not at all. */
export async function disclosure(context: CommandContext, id: string): Promise<void> {
  const { options } = context
  const terminal = terminalOf(context)
  const out = String(options['out'])
  const language = LANGUAGES.find((one) => one === options['lang']) ?? 'en'
  const withhold = pairsIn(options['withhold']).map(([what, reason]) => ({ what, reason }))
  const despite = pairsIn(options['despiteMarks']).map(([what, reason]) => ({ what, reason }))
  const redacted = await Promise.all(
    pairsIn(options['redacted']).map(async ([what, path]) => ({
      what,
      document: await diskDocument(path),
    })),
  )
  const session = await officerSession(context)
  const pack = await diskPack(out, scannerOf(context))
  let said: string | undefined
  try {
    const index = await makeDisclosure(
      session,
      caseId(id),
      {
        withhold,
        redacted,
        despiteMarks: despite,
        language,
        cover: (made) => disclosureCover(made, language, certificateFonts),
        withinMs: Number(options['wait']) * 1000,
        onWaiting(what) {
          if (said !== what) terminal.note(`waiting for the ${what} …`)
          said = what
        },
      },
      pack,
      {
        verifier: verifierPage,
        certificate: async (bundle) => {
          const { trust, platform } = session
          const order = { bundle, trust, language, at: platform.now(), fonts: certificateFonts }
          return (await makeCertificate(order)).pdf
        },
      },
    )
    await pack.commit()
    terminal.result({ out, index }, madeLines(index, out))
  } catch (error) {
    await pack.discard()
    throw error
  }
}

/** `NAME=REST`, as often as it was given; a name with `=` in it is given by its id. */
function pairsIn(words: unknown): readonly (readonly [string, string])[] {
  return (Array.isArray(words) ? words.map(String) : []).map((word) => {
    const at = word.indexOf('=')
    if (at > 0 && at < word.length - 1) return [word.slice(0, at), word.slice(at + 1)]
    throw new ClientError(
      'usage',
      `${word} has no = between what it is about and what is said of it`,
      'See: rogatory disclosure --help',
    )
  })
}
