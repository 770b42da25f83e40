import { HandoffId, type PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { readPackage } from '../../core/packages/open-package.js'
import type { Session } from '../../core/session/session.js'
import { doubtsAboutPair } from '../../core/translation/doubts-about-pair.js'
import { handOff } from '../../core/translation/hand-off.js'
import {
  type HandoffSource,
  packageSource,
  uploadedSource,
} from '../../core/translation/handoff-source.js'
import { readHandoff } from '../../core/translation/read-handoff.js'
import { replaceHandoff } from '../../core/translation/replace-handoff.js'
import { diskDocument } from '../../files/disk-document.js'
import type { CommandContext } from '../command-context.js'
import { documentBars } from '../lines/document-bars.js'
import { handoffLines, handoffSummary } from '../lines/handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { readForm } from '../options/read-form.js'
import { terminalOf } from '../terminal-of.js'
import { pairOf, translationOrder } from '../options/translation-order.js'

const listOf = (option: CommandContext['options'][string]): readonly string[] =>
  Array.isArray(option) ? (option as readonly string[]) : []

/** Hands documents over to be translated: of a package, or before there is one. */
export async function translationHandOff(
  context: CommandContext,
  id: PackageId | undefined,
): Promise<void> {
  const { options } = context
  const session = await officerSession(context)
  const known = id === undefined ? undefined : packageSource(await readPackage(session, id))
  const form = known?.form ?? (await draftForm(options))
  const fields = listOf(options['field'])
  const parts = known && chosenParts(known, options)
  if ((parts ?? listOf(options['file'])).length === 0 && fields.length === 0) {
    throw new ClientError(
      'usage',
      'nothing was chosen to be translated',
      'Choose of a package with --document NAME…, --all or --field NAME…, else --file PATH….',
    )
  }
  const pair = pairOf(options, { form })
  for (const { about, named, form: said } of doubtsAboutPair(pair, form)) {
    const what = about === 'from' ? 'the original is in' : 'a translation comes in'
    terminalOf(context).warn(`! ${about} ${named}: the form says that ${what} ${said.join(', ')}`)
  }
  const order = await translationOrder(context, session, { pair })
  const from = known ?? (await uploaded(context, session, form))
  const chosen = parts ?? from.parts.map(({ opened }) => opened.part)
  const whole = { ...order, from, parts: chosen, fields }
  const old = options['supersedes']
  const open =
    typeof old === 'string'
      ? await replaceHandoff(
          session,
          await readHandoff(session, HandoffId.parse(old)),
          whole,
          'source-changed',
        )
      : await handOff(session, whole)
  terminalOf(context).result(handoffSummary(open, session), handoffLines(open, session))
}

async function draftForm({ form, template }: CommandContext['options']) {
  if (typeof form !== 'string') return {}
  return (await readForm(form, typeof template === 'string' ? template : undefined)).form
}

async function uploaded(
  context: CommandContext,
  session: Session,
  form: HandoffSource['form'],
): Promise<HandoffSource> {
  const documents = await Promise.all(listOf(context.options['file']).map(diskDocument))
  const bars = documentBars(terminalOf(context), 'seal')
  const source = await uploadedSource(session, documents, { form }, bars.at)
  bars.done()
  return source
}

function chosenParts({ parts }: HandoffSource, { document, all }: CommandContext['options']) {
  if (all === true) return parts.map(({ opened }) => opened.part)
  return listOf(document).map((name) => {
    const found = parts.filter(({ opened }) => opened.name === name || opened.part === name)
    const [part] = found
    if (part !== undefined && found.length === 1) return part.opened.part
    throw new ClientError(
      'usage',
      `the package has ${found.length === 0 ? 'no' : 'more than one'} document “${name}”`,
      `Its documents: ${parts.map(({ opened }) => `${opened.part} ${opened.name}`).join(', ')}`,
    )
  })
}
