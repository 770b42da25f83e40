import { join } from 'node:path'
import type { HandoffId } from '#crypto/fields/fields.js'
import type { HandoffItem } from '#crypto/translation/handoff-content.js'
import { openHandoff, openSources, openTargets } from '../../core/translation/open-handoff.js'
import { itemText } from '../../core/translation/item-text.js'
import { readHandoff } from '../../core/translation/read-handoff.js'
import { writeXliff } from '../../core/translation/xliff/write-xliff.js'
import type { ContradictedClaim } from '../../core/content/contradicted-claim.js'
import { honestName } from '../../core/content/honest-name.js'
import { diskSink } from '../../files/disk-sink.js'
import { makeFolder } from '../../files/make-folder.js'
import { receivedNames } from '../../files/received-names.js'
import { writeDurably } from '../../files/write-durably.js'
import type { CommandContext } from '../command-context.js'
import { contradictedLine } from '../lines/contradicted-line.js'
import { documentBars } from '../lines/document-bars.js'
import { scannerOf } from '../options/scanner-of.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

type Written = {
  readonly item: string
  path: string
  readonly digest: string
  said: readonly string[]
}

/** Decrypts and verifies what was handed over, or with `--translation` what was given back. */
export async function translationOpen(context: CommandContext, id: HandoffId): Promise<void> {
  const terminal = terminalOf(context)
  const { out: folder, translation, xliff } = context.options
  const isForTools = xliff !== false
  const out = String(folder)
  const scan = scannerOf(context)
  const session = await officerSession(context)
  const open = await readHandoff(session, id)
  await makeFolder(out)
  const written: Written[] = []
  const bars = documentBars(terminal, 'open')
  // Two items may have one name, and none may hide or leave the folder.
  const taken = ['fields.json']
  const pathOf = (name: string) => {
    const [own = name] = receivedNames([name], taken)
    taken.push(own)
    return join(out, own)
  }
  const sinkFor = ({ part, name, mediaType, digest }: HandoffItem) => {
    const one: Written = { item: part, path: pathOf(name), digest, said: [] }
    written.push(one)
    const pathFor = (contradicted: ContradictedClaim) => {
      one.said = [contradictedLine({ name, mediaType })]
      if (honestName(name, contradicted) !== name) one.path = pathOf(honestName(name, contradicted))
      return one.path
    }
    return diskSink(one.path, { pathFor, scan })
  }
  let note: string | null = null
  if (translation === true) {
    note = (await openTargets(session, open, sinkFor, bars.at)).note
  } else {
    const content = await openHandoff(session, open)
    const contradicted = await openSources(session, open, content, sinkFor, bars.at)
    for (const { part, name, mediaType } of isForTools ? content.items : []) {
      if (mediaType !== 'text/plain' || contradicted.has(part)) continue
      const path = pathOf(`${name}.xlf`)
      await writeDurably(path, writeXliff(await itemText(session, open, content, part)))
      written.push({ item: part, path, digest: '', said: [] })
    }
    if (content.fields !== null) {
      const path = join(out, 'fields.json')
      await writeDurably(path, `${JSON.stringify(content.fields.values, undefined, 2)}\n`)
      written.push({ item: content.fields.item, path, digest: '', said: [] })
    }
  }
  bars.done()
  const documents = written.map(({ said, ...one }) => ({ ...one, contradicted: said.length > 0 }))
  terminal.result({ handoff: id, documents, out, note }, [
    ...written.flatMap(({ item, path, said }) => [`${item}  ${path}`, ...said]),
    ...(note === null ? [] : [`note  ${note}`]),
  ])
}
