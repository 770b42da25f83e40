import { open } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { ClientError } from '../../core/client-error.js'
import type { Draft } from '../../core/packages/draft.js'
import { cannotRead } from '../../files/cannot-read.js'
import { typedForm } from '../../templates/typed-form.js'
import { templateOf } from '../../templates/catalogue.js'
import { withoutBlanks } from '../../templates/without-blanks.js'

type TemplateRef = Draft['template']
export type FilledForm = { readonly template: TemplateRef; readonly form: Draft['form'] }

const MAX_BYTES = 1024 * 1024
const Form = z.record(z.string(), z.json())

/**
 * A form that somebody filled in: JSON, or YAML as `rogatory template blank` prints it, which names its
 * template by itself. What was left blank is left out.
 *
 * @param named - `mla-request@2`; needed where the file does not say it.
 */
export async function readForm(path: string, named: string | undefined): Promise<FilledForm> {
  const text = await textIn(path).catch(cannotRead(path))
  const isYaml = /\.ya?ml$/i.test(path)
  const [, own] = /^# template: (\S{1,80})\s*$/m.exec(isYaml ? text.slice(0, 200) : '') ?? []
  const template = refOf(named ?? own, path)
  const form = Form.safeParse(isYaml ? fromYaml(text, path, template) : fromJson(text))
  if (form.success) return { template, form: withoutBlanks(form.data) as Draft['form'] }
  throw new ClientError(
    'usage',
    `${path} is not a form`,
    'A form is one object of its fields, of 1 MiB at most; see: rogatory template blank',
  )
}

function refOf(named: string | undefined, path: string): TemplateRef {
  const [, id, version] = /^([a-z0-9-]{1,64})@([1-9]\d{0,8})$/.exec(named ?? '') ?? []
  if (id !== undefined) return { id, version: Number(version) }
  throw new ClientError(
    'usage',
    named === undefined
      ? `${path} does not say which template it fills in`
      : '--template takes a name with its version, such as mla-request@2',
    'Name one with --template; see: rogatory template list',
  )
}

async function textIn(path: string): Promise<string> {
  const file = await open(path)
  try {
    if ((await file.stat()).size > MAX_BYTES) return ''
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

function fromJson(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: MAX_BYTES, maxDepth: 24 })
  } catch {
    return undefined
  }
}

/** Every scalar is the text that stands there; the template says which are yes or no. */
function fromYaml(text: string, path: string, { id, version }: TemplateRef): unknown {
  try {
    const read: unknown = parse(text, { schema: 'failsafe', maxAliasCount: 0 })
    const template = templateOf(id, version)
    return template === undefined ? read : typedForm(template, read)
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : ''
    throw new ClientError('usage', `${path} is not YAML: ${why}`, 'Correct that line.', { cause })
  }
}
