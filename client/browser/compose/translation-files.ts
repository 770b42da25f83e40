import { PackageId } from '#crypto/fields/fields.js'
import type { HandoffItem } from '#crypto/translation/handoff-content.js'
import { readPackage } from '../../core/packages/open-package.js'
import type { DocumentSource } from '../../core/ports.js'
import type { Session } from '../../core/session/session.js'
import { bindTranslations } from '../../core/translation/bind-translations.js'
import { openTargets } from '../../core/translation/open-handoff.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { partOctets } from '../package/part-octets.js'
import { blobSink } from '../platform/blob-sink.js'
import { fileDocument } from '../platform/file-document.js'

export type TranslationFiles = {
  /** Originals that were not among the documents, translations, and the record of who answers for them. */
  readonly files: readonly File[]
  /** Names of those that are translations. */
  readonly translated: readonly string[]
}

/**
 * What sends a certified translation along: fetched and verified here. Of what was handed over before there was a
 * package nobody here has the original any more: it has to be among the documents.
 *
 * @param chosen - the documents as they are.
 * @throws ClientError `draft-documents` where an original is missing; `translation-uncertified`; as `openTargets`
 */
export async function translationFiles(
  session: Session,
  open: OpenHandoff,
  chosen: readonly File[],
): Promise<TranslationFiles> {
  const { handoff, pair } = open.handoff.payload
  const found: { readonly item: HandoffItem; readonly sink: ReturnType<typeof blobSink> }[] = []
  await openTargets(session, open, (item) => {
    const sink = blobSink(item.mediaType)
    found.push({ item, sink })
    return Promise.resolve(sink)
  })
  const originals = await originalsOf(session, open, chosen)
  const taken = new Set([...chosen, ...originals].map(({ name }) => name))
  const targets = found.flatMap(({ item: { name, mediaType }, sink }) => {
    const content = sink.content()
    if (content === undefined) return []
    const own = taken.has(name) ? inLanguage(name, pair.to) : name
    taken.add(own)
    return [new File([content], own, { type: mediaType })]
  })
  const all = [...chosen, ...originals, ...targets].map(fileDocument)
  const bound = await bindTranslations(session, all, [handoff])
  const records = await Promise.all(bound.slice(all.length).map(asFile))
  return {
    files: [...originals, ...targets, ...records],
    translated: bound.flatMap(({ name, role }) => (role === 'translation' ? [name] : [])),
  }
}

/** A translation that comes back as XLIFF has the name of its original: `letter.fr.pdf`. */
function inLanguage(name: string, language: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? `${name}.${language}` : `${name.slice(0, dot)}.${language}${name.slice(dot)}`
}

async function originalsOf(
  session: Session,
  { handoff }: OpenHandoff,
  chosen: readonly File[],
): Promise<readonly File[]> {
  const { source } = handoff.payload
  if (source.header === null) return []
  const read = await readPackage(session, PackageId.parse(source.package))
  const files: File[] = []
  for (const part of read.manifest.parts) {
    const isOfIt = source.parts.some((one) => one.part === part.part)
    const isThere = chosen.some(({ name }) => name.normalize('NFC') === part.name)
    if (!isOfIt || isThere) continue
    const octets = await partOctets(session, read, part)
    if (octets) files.push(new File([new Uint8Array(octets)], part.name, { type: part.mediaType }))
  }
  return files
}

async function asFile(document: DocumentSource): Promise<File> {
  const { name, mediaType } = document
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of document.read()) chunks.push(new Uint8Array(chunk))
  return new File(chunks, name, { type: mediaType })
}
