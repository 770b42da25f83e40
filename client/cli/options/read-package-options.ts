import { z } from 'zod'
import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import { Urgency } from '#crypto/package/header.js'
import { ClientError } from '../../core/client-error.js'
import type { Draft } from '../../core/packages/draft.js'
import type { CommandContext } from '../command-context.js'
import { expectedOfMarks, marksOptions } from './marks-options.js'

const Options = z.object({
  title: z.string().min(1).max(200).optional(),
  to: z.array(AuthorityId).optional(),
  template: z
    .string()
    .regex(/^[a-z0-9-]+@[1-9]\d{0,8}$/)
    .optional(),
  form: z.string().optional(),
  attach: z.array(z.string()).optional(),
  urgency: Urgency.optional(),
  case: CaseId.optional(),
  inReplyTo: PackageId.optional(),
  expires: z.iso.datetime({ offset: true }).optional(),
  notBefore: z.iso.datetime({ offset: true }).optional(),
  ...marksOptions,
  despite: z.array(z.string().max(300)).default([]),
})

const A_TIME = 'takes a time with its zone, such as 2026-03-01T10:00:00Z'
const expected: Partial<Record<PropertyKey, string>> = {
  title: '--title takes one line of at most 200 characters',
  to: '--to takes authority ids, such as xb.pgo',
  template: '--template takes a name with its version, such as mla-request@1',
  case: '--case takes a case id; “rogatory status” shows that of a package',
  inReplyTo: '--in-reply-to takes a package id; “rogatory inbox” shows them',
  ...expectedOfMarks,
  expires: `--expires ${A_TIME}`,
  notBefore: `--not-before ${A_TIME}`,
}

export type PackageOptions = z.output<typeof Options>

/** @throws {@link ClientError} `usage` */
export function readPackageOptions({ options }: CommandContext, command: string): PackageOptions {
  const parsed = Options.safeParse(options)
  if (parsed.success) return parsed.data
  const [option = ''] = parsed.error.issues[0]?.path ?? []
  const message = expected[option] ?? 'an option has another form than expected'
  throw new ClientError('usage', message, `See: rogatory ${command} --help`)
}

/** `mla-request@1` as what a manifest names. */
export function templateOf(text: string): Draft['template'] {
  const [id = '', version = '1'] = text.split('@')
  return { id, version: Number(version) }
}
