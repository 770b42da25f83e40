import { ClientError } from '../../client-error.js'
import { malformed, parseXml, type XmlElement } from './parse-xml.js'
import { unitsOf, XLIFF_NAMESPACE, type XliffSource } from './write-xliff.js'

/**
 * Reads what a translator's tool gives back and puts the translation together, line by line. Every unit must
 * be one that was handed out, with the very source that was handed out, in its order; a tool may have divided a unit
 * into other segments. Inline codes are not read: what was handed out had none.
 *
 * @throws ClientError `xliff-malformed`; `translation-language` if it is of another pair; `xliff-misaligned` if
 *   units or sources are not those handed out; `translation-empty` for a unit without a target.
 */
export function readXliff(xml: string, handedOut: XliffSource): string {
  const { item, pair } = handedOut
  const root = parseXml(xml)
  const attribute = (name: string) => root.attributes.get(name)
  const isXliff = root.name === 'xliff' && attribute('xmlns') === XLIFF_NAMESPACE
  if (!isXliff || !['2.0', '2.1'].includes(attribute('version') ?? '')) {
    throw malformed('its root is not that of XLIFF 2.1')
  }
  if (attribute('srcLang') !== pair.from || attribute('trgLang') !== pair.to) {
    throw new ClientError(
      'translation-language',
      `it is not from ${pair.from} to ${pair.to}`,
      'Translate what was handed out, into the language that the hand-off asks for.',
    )
  }
  const [file, ...others] = elements(root, ['file'])
  if (file === undefined || others.length > 0 || file.attributes.get('id') !== item) {
    throw misaligned('it is not the file that was handed out')
  }
  const text = handedOut.text.replace(/\r\n?/g, '\n')
  const wanted = unitsOf(text)
  const given = elements(file, ['unit', 'notes']).filter(({ name }) => name === 'unit')
  if (given.length !== wanted.length) {
    throw misaligned(`it has ${given.length} units, not ${wanted.length}`)
  }
  const lines = text.split('\n')
  for (const [i, { id, source }] of wanted.entries()) {
    const unit = given[i]
    if (unit?.attributes.get('id') !== id) throw misaligned(`unit ${id} is not at its place`)
    lines[Number(id.slice(1)) - 1] = translated(unit, id, source)
  }
  return lines.join('\n')
}

function translated(unit: XmlElement, id: string, expected: string): string {
  let [source, target] = ['', '']
  for (const segment of elements(unit, ['segment', 'ignorable', 'notes'])) {
    if (segment.name === 'notes') continue
    const parts = elements(segment, ['source', 'target'])
    const [original, translation, ...more] = [
      ...parts.filter(({ name }) => name === 'source'),
      ...parts.filter(({ name }) => name === 'target'),
    ]
    if (original?.name !== 'source' || translation?.name === 'source' || more.length > 0) {
      throw malformed('a segment has not one source and at most one target')
    }
    const said = textOf(original)
    source += said
    const isText = segment.name === 'segment'
    const own = translation && textOf(translation)
    if (isText && (own === undefined || own.trim() === '')) throw empty(id)
    target += own ?? said
  }
  if (source !== expected) throw misaligned(`the source of unit ${id} was changed`)
  if (target.trim() === '') throw empty(id)
  if (target.includes('\n')) throw misaligned(`the target of unit ${id} has more than one line`)
  return target
}

/** The children that are elements of XLIFF itself; those of a module, by their prefix, are passed over. */
function elements({ children, name }: XmlElement, allowed: readonly string[]): XmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') {
      if (child.trim() !== '') throw malformed(`there is text in <${name}>`)
      return []
    }
    if (child.name.includes(':')) return []
    if (!allowed.includes(child.name)) throw malformed(`<${child.name.slice(0, 40)}> is not read`)
    return child
  })
}

function textOf({ children }: XmlElement): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child
      throw malformed(`<${child.name.slice(0, 40)}> in a text is not read`)
    })
    .join('')
}

const misaligned = (message: string) =>
  new ClientError(
    'xliff-misaligned',
    message,
    'Translate the file as it was handed out: only targets may be added.',
  )
const empty = (id: string) =>
  new ClientError(
    'translation-empty',
    `unit ${id} has no translation`,
    'Translate every unit; what stays as it is has its source as target.',
  )
