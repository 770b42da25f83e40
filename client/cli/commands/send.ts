import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import { Urgency } from '#crypto/package/header.js'
import { Tlp } from '#crypto/package/manifest.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { ClientError } from '../../core/client-error.js'
import { composePackage, type Draft } from '../../core/compose-package.js'
import { deliverPackage } from '../../core/deliver-package.js'
import type { Session } from '../../core/session.js'
import { diskDocument } from '../../files/disk-document.js'
import { localTime } from '../local-time.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { documentBars } from '../document-bars.js'
import { tellChanges } from '../tell-changes.js'
import { terminalOf } from '../terminal-of.js'
import { EXIT } from '../exit-codes.js'
import { Undelivered } from '../undelivered.js'

const Options = z.object({
  to: z.array(AuthorityId),
  template: z.string().regex(/^[a-z0-9-]+@[1-9]\d{0,8}$/),
  form: z.string(),
  attach: z.array(z.string()).default([]),
  urgency: Urgency,
  case: CaseId.optional(),
  inReplyTo: PackageId.optional(),
  expires: z.iso.datetime({ offset: true }).optional(),
  notBefore: z.iso.datetime({ offset: true }).optional(),
  tlp: z
    .string()
    .transform((mark) => `TLP:${mark.toUpperCase().replace(/^TLP:/, '')}`)
    .pipe(Tlp)
    .optional(),
})

const A_TIME = 'takes a time with its zone, such as 2026-03-01T10:00:00Z'
const expected: Partial<Record<PropertyKey, string>> = {
  to: '--to takes authority ids, such as xb.pgo',
  template: '--template takes a name with its version, such as mla-request@1',
  case: '--case takes a case id; “rogatory status” shows that of a package',
  inReplyTo: '--in-reply-to takes a package id; “rogatory inbox” shows them',
  expires: `--expires ${A_TIME}`,
  notBefore: `--not-before ${A_TIME}`,
  tlp: `--tlp takes one of ${Tlp.options.map((mark) => mark.replace('TLP:', '')).join(', ')}`,
}

export async function send(context: CommandContext): Promise<void> {
  const options = readOptions(context)
  const terminal = terminalOf(context)
  const session = await officerSession(context)
  const draft = await draftOf(session, options)

  await tellChanges(session, draft.to, terminal)

  const sealing = documentBars(terminal, 'seal')
  const id = await composePackage(session, draft, sealing.at)
  sealing.done()
  terminal.note(`sealed   ${id}`)

  const uploading = documentBars(terminal, 'upload')
  const evidence = await deliverPackage(session, id, uploading.at)
    .catch((error: unknown) => Promise.reject(new Undelivered(id, error)))
    .finally(uploading.done)
  const { code, time, reasons } = evidence.payload
  if (code === 'A.2') process.exitCode = EXIT.refused
  terminal.result(
    { package: id, evidence: { code, time, digest: evidence.digest, reasons } },
    code === 'A.1'
      ? [`accepted ${id}`, `         ${localTime(time)}, evidence A.1 ${evidence.digest}`]
      : [
          `rejected ${id} (evidence A.2 ${evidence.digest})`,
          ...reasons.map((reason) => `         ${reason.code}: ${reason.text}`),
        ],
  )
}

function readOptions({ options }: CommandContext): z.output<typeof Options> {
  const parsed = Options.safeParse(options)
  if (parsed.success) return parsed.data
  const [option = ''] = parsed.error.issues[0]?.path ?? []
  const message = expected[option] ?? 'an option has another form than expected'
  throw new ClientError('usage', message, 'See: rogatory send --help')
}

async function draftOf(session: Session, options: z.output<typeof Options>): Promise<Draft> {
  const [id = '', version = '1'] = options.template.split('@')
  return {
    to: options.to,
    template: { id, version: Number(version) },
    form: await readForm(options.form),
    documents: await Promise.all(options.attach.map(diskDocument)),
    urgency: options.urgency,
    ...(options.case && { case: options.case }),
    ...(options.inReplyTo && { inReplyTo: await referenceTo(session, options.inReplyTo) }),
    ...(options.expires && { expires: new Date(options.expires) }),
    ...(options.notBefore && { notBefore: new Date(options.notBefore) }),
    ...(options.tlp && { marks: { tlp: options.tlp, classification: null } }),
  }
}

const Form = z.record(z.string(), z.json())

async function readForm(path: string): Promise<Draft['form']> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ClientError('file-unreadable', `cannot read ${path}`, 'Check the path.')
  })
  const form = Form.safeParse(parsed(text))
  if (form.success) return form.data
  throw new ClientError(
    'usage',
    `${path} is not a form`,
    'A form is one JSON object of its fields, of 1 MiB at most; compare it with an example.',
  )
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: 1024 * 1024, maxDepth: 24 })
  } catch {
    return undefined
  }
}

async function referenceTo({ relay }: Session, id: PackageId) {
  const { header } = await relay.call('readPackage', { params: { package: id } })
  return { package: id, header: (await readStatement(header)).digest }
}
