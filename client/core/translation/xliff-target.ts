import { fromUtf8, toUtf8 } from '#crypto/bytes/bytes.js'
import type { PartId } from '#crypto/fields/fields.js'
import type { HandoffContent } from '#crypto/translation/handoff-content.js'
import type { DocumentSource } from '../ports.js'
import type { Session } from '../session/session.js'
import { itemText } from './item-text.js'
import type { OpenHandoff } from './read-handoff.js'
import type { Translated } from './return-translation.js'
import { malformed } from './xliff/parse-xml.js'
import { readXliff } from './xliff/read-xliff.js'
import { xliffItem } from './xliff/xliff-item.js'

/** Whether a file is to be read as XLIFF, by its name. */
export const isXliffName = (name: string): boolean => /\.(xlf|xliff)$/i.test(name)

/**
 * The text that a translator's tool has put into XLIFF, held to what was handed out.
 *
 * @param item - which it translates; without it what the XLIFF itself says.
 * @throws ClientError `xliff-…`, `translation-language`, `translation-empty`; as `itemText`
 */
export async function xliffTarget(
  session: Session,
  open: OpenHandoff,
  content: HandoffContent,
  given: { readonly octets: Uint8Array; readonly item?: PartId | undefined },
): Promise<Translated['targets'][number]> {
  const xml = strictly(given.octets)
  const item = given.item ?? xliffItem(xml)
  const source = await itemText(session, open, content, item)
  const octets = toUtf8(readXliff(xml, source))
  const document: DocumentSource = {
    name: source.name,
    mediaType: 'text/plain',
    length: octets.length,
    async *read() {
      await Promise.resolve()
      yield octets
    },
  }
  return { item, document }
}

function strictly(octets: Uint8Array): string {
  try {
    return fromUtf8(octets)
  } catch {
    throw malformed('it is not UTF-8')
  }
}
