import { z } from 'zod'
import { isStateCode } from '#crypto/directory/states.js'
import { AuthorityId, LanguageTag, PackageId } from '#crypto/fields/fields.js'
import type { Field, TextFormat } from './format.js'

/** What is wrong with one value, whatever stands around it; undefined if nothing is. */
export type ValueFault =
  | { readonly code: 'wrong-type' | 'control-characters' | 'bad-format' | 'not-an-option' }
  | { readonly code: 'too-long'; readonly max: number }

/** Checks a value that was filled in against its field's type, bounds and format. Groups are not its business. */
export function checkValue(
  field: Exclude<Field, { type: 'group' }>,
  value: unknown,
): ValueFault | undefined {
  if (field.type === 'flag') return typeof value === 'boolean' ? undefined : { code: 'wrong-type' }
  if (typeof value !== 'string') return { code: 'wrong-type' }
  switch (field.type) {
    case 'text':
      return checkText(value, field.max, CONTROL) ?? formatFault(value, field.format)
    case 'lines':
      return checkText(value, field.max, CONTROL_IN_LINES)
    case 'choice':
      return unless(
        'not-an-option',
        field.options.some((option) => option.value === value),
      )
    case 'date':
      return unless('bad-format', value.length === 10 && day.safeParse(value).success)
    case 'moment':
      return unless('bad-format', value.length <= 40 && moment.safeParse(value).success)
    case 'language':
      return unless('bad-format', value.length <= 20 && LanguageTag.safeParse(value).success)
    case 'state':
      return unless('bad-format', value.length === 2 && isStateCode(value))
  }
}

const unless = (code: 'bad-format' | 'not-an-option', fine: boolean) =>
  fine ? undefined : { code }

const day = z.iso.date()
const moment = z.iso.datetime({ offset: true })

function checkText(value: string, max: number, control: RegExp): ValueFault | undefined {
  if (value.length > max) return { code: 'too-long', max }
  return control.test(value) ? { code: 'control-characters' } : undefined
}

// As `text` of crypto/fields/fields.ts; several lines may break, indent, and mark their direction
// softly, as what is pasted from an Arabic document does, but never override it.
/* eslint-disable no-control-regex -- control characters are the very thing refused */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u
const CONTROL_IN_LINES =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u
/* eslint-enable no-control-regex */

const formats: Readonly<Record<TextFormat, (value: string) => boolean>> = {
  email: (value) => value.length <= 254 && z.email().safeParse(value).success,
  telephone: (value) => /^\+[0-9 ()-]{5,30}$/.test(value),
  currency: (value) => /^[A-Z]{3}$/.test(value),
  package: (value) => PackageId.safeParse(value).success,
  authority: (value) => AuthorityId.safeParse(value).success,
  ip: (value) => z.ipv4().safeParse(value).success || z.ipv6().safeParse(value).success,
  number: (value) => /^\d{1,15}(\.\d{1,6})?$/.test(value),
}

function formatFault(value: string, format: TextFormat | undefined): ValueFault | undefined {
  return format === undefined ? undefined : unless('bad-format', formats[format](value))
}
