import { join } from 'node:path'
import type { HandoffId } from '#crypto/fields/fields.js'
import type { HandoffItem } from '#crypto/translation/handoff-content.js'
import { openHandoff, openSources, openTargets } from '../../core/translation/open-handoff.js'
import { itemText } from '../../core/translation/item-text.js'
import { readHandoff } from '../../core/translation/read-handoff.js'
import { writeXliff } from '../../core/translation/xliff/write-xliff.js'
import { diskSink } from '../../files/disk-sink.js'
import { makeFolder } from '../../files/make-folder.js'
import { receivedNames } from '../../files/received-names.js'
import { writeDurably } from '../../files/write-durably.js'
import type { CommandContext } from '../command-context.js'
import { documentBars } from '../lines/document-bars.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Decrypts and verifies what was handed over, or with `--translation` what was given back. */
export async function translationOpen(context: CommandContext, id: HandoffId): Promise<void> {
  const terminal = terminalOf(context)
  const { out: folder, translation, xliff } = context.options
  const isForTools = xliff !== false
  const out = String(folder)
  const session = await officerSession(context)
  const open = await readHandoff(session, id)
  await makeFolder(out)
  const written: { item: string; path: string; digest: string }[] = []
  const bars = documentBars(terminal, 'open')
  // Two items may have one name, and none may hide or leave the folder.
  const taken = ['fields.json']
  const sinkFor = (item: HandoffItem) => {
    const [name = item.part] = receivedNames([item.name], taken)
    taken.push(name)
    const path = join(out, name)
    written.push({ item: item.part, path, digest: item.digest })
    return diskSink(path)
  }
  let note: string | null = null
  if (translation === true) {
    note = (await openTargets(session, open, sinkFor, bars.at)).note
  } else {
    const content = await openHandoff(session, open)
    await openSources(session, open, content, sinkFor, bars.at)
    for (const { part, name, mediaType } of isForTools ? content.items : []) {
      if (mediaType !== 'text/plain') continue
      const [file = part] = receivedNames([`${name}.xlf`], taken)
      taken.push(file)
      const path = join(out, file)
      await writeDurably(path, writeXliff(await itemText(session, open, content, part)))
      written.push({ item: part, path, digest: '' })
    }
    if (content.fields !== null) {
      const path = join(out, 'fields.json')
      await writeDurably(path, `${JSON.stringify(content.fields.values, undefined, 2)}\n`)
      written.push({ item: content.fields.item, path, digest: '' })
    }
  }
  bars.done()
  terminal.result({ handoff: id, documents: written, out, note }, [
    ...written.map(({ item, path }) => `${item}  ${path}`),
    ...(note === null ? [] : [`note  ${note}`]),
  ])
}
