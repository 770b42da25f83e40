import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageId, PartId } from '#crypto/fields/fields.js'
import { openDocuments, readPackage } from '../../core/open-package.js'
import { diskSink } from '../../files/disk-document.js'
import { receivedNames } from '../../files/received-names.js'
import { documentBars } from '../document-bars.js'
import { localTime } from '../local-time.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

export async function open(context: CommandContext, id: PackageId): Promise<void> {
  const terminal = terminalOf(context)
  const out = String(context.options['out'])
  const session = await officerSession(context)
  const read = await readPackage(session, id)
  const { manifest, record, opened } = read

  await mkdir(out, { recursive: true })
  const received = receivedNames(
    manifest.parts.map(({ name }) => name),
    ['form.json'],
  )
  const names = new Map(manifest.parts.map(({ part }, place) => [part, received[place] ?? part]))
  const pathOf = ({ part }: { readonly part: PartId }) => join(out, names.get(part) ?? part)
  const bars = documentBars(terminal, 'open')
  await openDocuments(session, read, (part) => diskSink(pathOf(part)), bars.at)
  bars.done()
  await writeFile(join(out, 'form.json'), `${JSON.stringify(manifest.form, undefined, 2)}\n`)

  const documents = manifest.parts.map(({ part, name, length, digest, mediaType }) => ({
    name,
    path: pathOf({ part }),
    length,
    digest,
    mediaType,
  }))
  terminal.result(
    {
      package: id,
      from: manifest.sender,
      officer: opened.credential.payload.name,
      template: manifest.template,
      submitted: record.submitted,
      marks: manifest.marks,
      form: manifest.form,
      documents,
      out,
    },
    [
      `package   ${id}`,
      `from      ${manifest.sender}, signed by ${opened.credential.payload.name}`,
      `template  ${manifest.template.id}@${manifest.template.version}`,
      `submitted ${localTime(record.submitted)} (relay's clock)`,
      ...(manifest.marks.tlp === null ? [] : [`marked    ${manifest.marks.tlp}`]),
      '',
      ...documents.flatMap(({ path, length, digest }) => [
        `✓ ${path}  ${length.toLocaleString('en')} octets`,
        `  SHA-256 ${digest}`,
      ]),
      `✓ ${join(out, 'form.json')}`,
      '',
      `Acknowledge receipt with: rogatory acknowledge ${id}`,
    ],
  )
}
