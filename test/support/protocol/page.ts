import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const PAGE = fileURLToPath(new URL('../../../docs/protocol.md', import.meta.url))
export const readPage = (): string => readFileSync(PAGE, 'utf8')

/** A fenced block that holds a worked example. */
export type Block = {
  readonly name: string
  readonly language: string
  /** Line breaks are for the page only. */
  readonly isWrapped: boolean
  readonly body: string
}

const FENCE = /^```(\w+) example=([\w.-]+)( wrap)?\n((?:(?!```).*\n)*?)```$/gm

export const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(FENCE)].map(([, language = '', name = '', wrap, body = '']) => ({
    language,
    name,
    isWrapped: wrap !== undefined,
    body,
  }))

/** The page with the body of every example replaced by what `render` gives for it. */
export const withBodies = (page: string, render: (block: Block) => string): string =>
  page.replace(
    FENCE,
    (_, language: string, name: string, wrap: string | undefined, body: string) => {
      const text = render({ name, language, isWrapped: wrap !== undefined, body })
      return `\`\`\`${language} example=${name}${wrap ?? ''}\n${text}\`\`\``
    },
  )

/**
 * The examples of the page as a stranger reads them: texts octet for octet, JSON as values, and
 * `«name»` in a value as the text of that name.
 */
export function readExamples(page = readPage()) {
  const blocks = new Map(blocksOf(page).map((block) => [block.name, block]))
  const blockOf = (name: string): Block => {
    const block = blocks.get(name)
    if (block === undefined) throw new RangeError(`the page has no example ${name}`)
    return block
  }
  const text = (name: string): string => {
    const { isWrapped, body } = blockOf(name)
    return isWrapped ? body.replaceAll('\n', '') : body
  }
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/^«(.*)»$/, (_, name: string) => text(name))
    if (Array.isArray(value)) return value.map(filled)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one)]))
  }
  return {
    names: [...blocks.keys()],
    text,
    json: (name: string): unknown => filled(JSON.parse(blockOf(name).body)),
  }
}
