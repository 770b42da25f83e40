import { fromBase64Url, fromUtf8 } from '#crypto/bytes/bytes.js'
import type { Block } from './page.js'

const WIDTH = 96

/** The body of a block, from what is kept under its name. */
export function renderExample(examples: Record<string, unknown>, block: Block): string {
  const value = valueOf(examples, block.name)
  if (block.language === 'json') {
    return `${JSON.stringify(typeof value === 'string' ? JSON.parse(value) : value, undefined, 2)}\n`
  }
  if (typeof value !== 'string') throw new RangeError(`${block.name} is kept as no text`)
  if (!block.isWrapped) return value.endsWith('\n') ? value : `${value}\n`
  return (value.match(new RegExp(`.{1,${WIDTH}}`, 'gs')) ?? []).map((line) => `${line}\n`).join('')
}

function valueOf(examples: Record<string, unknown>, name: string): unknown {
  const [whole = '', part] = name.split('.')
  const kept = examples[whole]
  if (kept === undefined) throw new RangeError(`no example ${whole} is kept`)
  if (part === undefined) return kept
  if (typeof kept !== 'string') throw new RangeError(`${whole} is no statement`)
  const [header = '', payload = ''] = kept.split('.')
  return JSON.parse(fromUtf8(fromBase64Url(part === 'header' ? header : payload)))
}
