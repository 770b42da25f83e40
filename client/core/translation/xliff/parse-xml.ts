import { ClientError } from '../../client-error.js'

/** An element of XML as {@link parseXml} reads it; names keep their prefix. */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

/** Characters of a document at most, levels, and attributes of one element. */
export const MAX_XML_LENGTH = 16 * 1024 * 1024
const MAX_DEPTH = 32
const MAX_ATTRIBUTES = 64
const MAX_REFERENCE = 12

const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y
const DECLARATION =
  /^<\?xml version=["']1\.[01]["'](?: encoding=["'][Uu][Tt][Ff]-8["'])?(?: standalone=["'](?:yes|no)["'])?\s*\?>/
const ATTRIBUTE = /\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const PREDEFINED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

type Open = {
  name: string
  attributes: ReadonlyMap<string, string>
  children: (XmlElement | string)[]
}

/**
 * Reads a strict subset of XML 1.0, in one pass and without recursion: elements, attributes, text, comments, the five
 * predefined entities and characters by number. There is no document type, no entity of the document's own, no
 * external anything, no processing instruction and no CDATA: what a hostile document would need is not there.
 *
 * @throws ClientError `xliff-malformed`
 */
export function parseXml(text: string): XmlElement {
  if (text.length > MAX_XML_LENGTH) throw malformed('it is longer than 16 MiB')
  const begin = text.startsWith('\uFEFF') ? 1 : 0
  let at = begin + (DECLARATION.exec(text.slice(begin, begin + 200))?.[0].length ?? 0)
  const open: Open[] = []
  let root: XmlElement | undefined
  const add = (child: XmlElement | string) => {
    const parent = open.at(-1)
    if (parent !== undefined) parent.children.push(child)
    else if (typeof child === 'string') {
      if (child.trim() !== '') throw malformed('there is text outside of its root')
    } else if (root === undefined) root = child
    else throw malformed('it has two roots')
  }
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const end = next < 0 ? text.length : next
    if (end > at) add(unescaped(text.slice(at, end)))
    if (next < 0) break
    if (text.startsWith('<!--', next)) {
      const close = text.indexOf('-->', next + 4)
      if (close < 0) throw malformed('a comment does not end')
      at = close + 3
    } else if (text.startsWith('<!', next) || text.startsWith('<?', next)) {
      throw malformed('it has a document type, CDATA or an instruction, none of which is read')
    } else if (text.startsWith('</', next)) {
      const name = nameAt(text, next + 2)
      const { index } = expectClose(text, next + 2 + name.length)
      const element = open.pop()
      if (element?.name !== name) throw malformed(`</${name.slice(0, 40)}> closes something else`)
      add(element)
      at = index
    } else {
      const name = nameAt(text, next + 1)
      const { attributes, index } = attributesAt(text, next + 1 + name.length)
      const isEmpty = text.startsWith('/>', index)
      if (!isEmpty && text[index] !== '>') throw malformed('a tag does not end')
      const element: Open = { name, attributes, children: [] }
      if (isEmpty) add(element)
      else open.push(element)
      if (open.length > MAX_DEPTH) throw malformed('it is nested too deeply')
      at = index + (isEmpty ? 2 : 1)
    }
  }
  if (open.length > 0 || root === undefined) throw malformed('it does not end')
  return root
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at
  const name = NAME.exec(text)?.[0]
  if (name === undefined) throw malformed('a tag has no name')
  return name
}

function expectClose(text: string, at: number): { index: number } {
  const close = /\s*>/y
  close.lastIndex = at
  if (!close.test(text)) throw malformed('a tag does not end')
  return { index: close.lastIndex }
}

function attributesAt(text: string, from: number) {
  const attributes = new Map<string, string>()
  let at = from
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(text)
    if (found === null) break
    const [whole, name = '', double, single] = found
    if (attributes.has(name)) throw malformed('an element has an attribute twice')
    if (attributes.size >= MAX_ATTRIBUTES) throw malformed('an element has too many attributes')
    attributes.set(name, unescaped(double ?? single ?? ''))
    at += whole.length
  }
  const space = /\s*/y
  space.lastIndex = at
  space.test(text)
  return { attributes, index: space.lastIndex }
}

/** Text with its references replaced, once: nothing that comes out is read again. */
function unescaped(raw: string): string {
  const text = raw.replace(/\r\n?/g, '\n')
  if (text.includes(']]>') || INVALID.test(text)) throw malformed('a character is not allowed')
  let plain = ''
  let at = 0
  // Not by a replacement: that looks for every reference before the first one is refused.
  for (let next = text.indexOf('&'); next >= 0; next = text.indexOf('&', at)) {
    const end = text.indexOf(';', next)
    if (end < 0 || end - next > MAX_REFERENCE) throw malformed('a reference does not end')
    plain += text.slice(at, next) + referred(text.slice(next + 1, end))
    at = end + 1
  }
  return plain + text.slice(at)
}

function referred(name: string): string {
  const known = Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined
  if (known !== undefined) return known
  const number = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name)
  if (number === null) throw malformed('it refers to an entity of its own')
  const code = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16)
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\u0000'
  if (INVALID.test(character)) throw malformed('a character is not allowed')
  return character
}

/** What XML 1.0 §2.2 does not allow as a character. */
// eslint-disable-next-line no-control-regex -- control characters are the very thing refused
export const INVALID = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u

export const malformed = (message: string): ClientError =>
  new ClientError(
    'xliff-malformed',
    `this is no XLIFF that is read here: ${message}`,
    'Save it in your translation tool as XLIFF 2.1, without modules of its own.',
  )
