import type { PackageId } from '#crypto/fields/fields.js'
import { readPackage } from '../../core/packages/open-package.js'
import { openedHere } from '../../core/packages/opened-here.js'
import { packageStanding } from '../../core/packages/package-standing.js'
import { receivedForm } from '../../core/packages/received-form.js'
import { readableForm } from '../../templates/readable-form.js'
import type { CommandContext } from '../command-context.js'
import { readingLines, receivedFindings } from '../lines/form-lines.js'
import { contradictedLine } from '../lines/contradicted-line.js'
import { languageOf } from '../options/language-of.js'
import { localTime } from '../options/local-time.js'
import { maliciousLine } from '../lines/malicious-line.js'
import { marksLines } from '../lines/marks-lines.js'
import { officerSession } from '../officer-session.js'
import { standingLines } from '../lines/standing-lines.js'
import { terminalOf } from '../terminal-of.js'

export async function show(context: CommandContext, id: PackageId): Promise<void> {
  const language = languageOf(context)
  const session = await officerSession(context)
  const read = await readPackage(session, id)
  const standing = await packageStanding(session, read)
  const { manifest, record, opened, senderEntry } = read
  const own = await session.directory.current(session.officer.authority)
  const received = receivedForm(read)
  const { template, form, sender, parts } = manifest
  const { contradicted = [], malicious = [] } = await openedHere(session, read)
  const doubtful = parts.filter(({ part }) => contradicted.includes(part))
  const withheld = parts.filter(({ part }) => malicious.includes(part))
  terminalOf(context).result(
    {
      package: id,
      case: manifest.case,
      from: sender,
      officer: opened.credential.payload.name,
      template,
      templateKnown: received.template !== undefined,
      submitted: record.submitted,
      marks: manifest.marks,
      standing,
      form,
      lines: readableForm(received.template, form, language),
      findings: receivedFindings(received, language),
      contradicted: doubtful.map(({ name }) => name),
      malicious: withheld.map(({ name }) => name),
    },
    [
      `package   ${id}`,
      `from      ${sender}, signed by ${opened.credential.payload.name}`,
      `template  ${template.id}@${template.version}`,
      `submitted ${localTime(record.submitted)} (relay's clock)`,
      ...standingLines(standing),
      ...marksLines(manifest.marks, senderEntry.payload, own.payload),
      ...readingLines(manifest, received, language),
      ...doubtful.map(contradictedLine),
      ...withheld.map(maliciousLine),
    ],
  )
}
