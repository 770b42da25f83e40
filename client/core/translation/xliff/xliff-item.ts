import { PartId } from '#crypto/fields/fields.js'
import { malformed, parseXml } from './parse-xml.js'

/**
 * The item that an XLIFF says it translates: what was written out by us names it as its file.
 *
 * @throws ClientError `xliff-malformed`
 */
export function xliffItem(xml: string): PartId {
  const files = parseXml(xml).children.filter((child) => typeof child !== 'string')
  const item = PartId.safeParse(files.find(({ name }) => name === 'file')?.attributes.get('id'))
  if (!item.success) throw malformed('its file is none that was handed out')
  return item.data
}
