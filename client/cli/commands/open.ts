import { join } from 'node:path'
import type { PackageId } from '#crypto/fields/fields.js'
import {
  isDowngrade,
  receivedDowngrade,
  type ReceivedDowngrade,
} from '../../core/downgrade/received-downgrade.js'
import { forwardProofs } from '../../core/forwarding/forward-proofs.js'
import { receivedForward } from '../../core/forwarding/received-forward.js'
import { openDocuments, readPackage } from '../../core/packages/open-package.js'
import { packageStanding } from '../../core/packages/package-standing.js'
import {
  isTranslationRecord,
  receivedTranslation,
  type ReceivedTranslation,
} from '../../core/translation/received-translation.js'
import { receivedForm } from '../../core/packages/received-form.js'
import { intoFolder } from '../../files/into-folder.js'
import { makeFolder } from '../../files/make-folder.js'
import { writeDurably } from '../../files/write-durably.js'
import { contradictedLine } from '../lines/contradicted-line.js'
import { documentBars } from '../lines/document-bars.js'
import { downgradeLines } from '../lines/downgrade-lines.js'
import { EXIT } from '../exit-codes.js'
import { forwardLines } from '../lines/forward-lines.js'
import { readingLines, receivedFindings } from '../lines/form-lines.js'
import { languageOf } from '../options/language-of.js'
import { scannerOf } from '../options/scanner-of.js'
import { localTime } from '../options/local-time.js'
import { maliciousLine } from '../lines/malicious-line.js'
import { marksLines } from '../lines/marks-lines.js'
import { octetsIn } from '../offline-files.js'
import { officerSession } from '../officer-session.js'
import { receivedTranslationLines } from '../lines/received-translation-lines.js'
import { standingLines } from '../lines/standing-lines.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

export async function open(context: CommandContext, id: PackageId): Promise<void> {
  const terminal = terminalOf(context)
  const out = String(context.options['out'])
  const session = await officerSession(context)
  const read = await readPackage(session, id)
  const { manifest, record, opened, senderEntry } = read
  const own = await session.directory.current(session.officer.authority)
  const standing = await packageStanding(session, read)
  const received = receivedForm(read)
  const language = languageOf(context)

  // A package may be a form without documents.
  await makeFolder(out)
  const sinks = intoFolder(out, manifest, { taken: ['form.json'], scan: scannerOf(context) })
  const bars = documentBars(terminal, 'open')
  const found = await openDocuments(session, read, sinks, bars.at)
  bars.done()
  await writeDurably(join(out, 'form.json'), `${JSON.stringify(manifest.form, undefined, 2)}\n`)

  const downgrades: ReceivedDowngrade[] = []
  const parts = found.flatMap(({ part, isMalicious }) => (isMalicious ? [] : [part]))
  for (const part of parts.filter(isDowngrade)) {
    downgrades.push(await receivedDowngrade(session, read, await octetsIn(sinks.pathOf(part))))
  }

  const translations: ReceivedTranslation[] = []
  for (const part of parts.filter(isTranslationRecord)) {
    const octets = await octetsIn(sinks.pathOf(part))
    translations.push(await receivedTranslation(session, read, octets))
  }

  const proofs = () => forwardProofs({ ...manifest, parts }, (part) => octetsIn(sinks.pathOf(part)))
  const forwarded =
    manifest.template.id === 'forwarding'
      ? await receivedForward(session, read, await proofs())
      : null

  const nameOf = (id: string) => manifest.parts.find(({ part }) => part === id)?.name ?? ''
  const documents = found.map(({ part, contradicted, isMalicious }) => ({
    name: part.name,
    role: part.role,
    path: isMalicious ? null : sinks.pathOf(part),
    length: part.length,
    digest: part.digest,
    mediaType: part.mediaType,
    contradicted: contradicted ?? null,
    malicious: isMalicious,
  }))
  terminal.result(
    {
      package: id,
      from: manifest.sender,
      officer: opened.credential.payload.name,
      template: manifest.template,
      templateKnown: received.template !== undefined,
      findings: receivedFindings(received, language),
      submitted: record.submitted,
      standing,
      marks: manifest.marks,
      form: manifest.form,
      documents,
      downgrades,
      translations,
      forwarded,
      out,
    },
    [
      `package   ${id}`,
      `from      ${manifest.sender}, signed by ${opened.credential.payload.name}`,
      `template  ${manifest.template.id}@${manifest.template.version}`,
      `submitted ${localTime(record.submitted)} (relay's clock)`,
      ...standingLines(standing),
      ...marksLines(manifest.marks, senderEntry.payload, own.payload),
      ...readingLines(manifest, received, language),
      '',
      ...documents.flatMap((document) => [
        document.path === null
          ? maliciousLine(document)
          : `✓ ${document.path}  ${document.length.toLocaleString('en')} octets`,
        `  SHA-256 ${document.digest}`,
        ...(document.contradicted === null ? [] : [`  ${contradictedLine(document)}`]),
      ]),
      `✓ ${join(out, 'form.json')}`,
      ...downgrades.flatMap(downgradeLines),
      ...translations.flatMap((found) => receivedTranslationLines(found, nameOf)),
      ...(forwarded === null ? [] : forwardLines(forwarded)),
      '',
      `Acknowledge receipt with: rogatory acknowledge ${id}`,
    ],
  )
  const all = [...downgrades, ...translations, ...(forwarded === null ? [] : [forwarded])]
  if (all.some(({ verified }) => !verified)) process.exitCode = EXIT.contradicted
  else if (parts.length < found.length) process.exitCode = EXIT.refused
}
