/**
 * The format of a template: plain data, so that a new kind of request needs no code. See
 * docs/templates.md.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { text } from '#crypto/fields/fields.js'

const said = text(900)
/** One text in the six official languages of the United Nations. */
export const Text = z.strictObject({ en: said, fr: said, es: said, ar: said, ru: said, zh: said })
export type Text = z.infer<typeof Text>

/** Where a rule comes from. `instrument` is a key of `instruments.ts`, or a name that is shown as it is. */
export const Source = z.strictObject({ instrument: text(120), article: text(60).optional() })
export type Source = z.infer<typeof Source>

const MemberName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(40)
/**
 * Which value of a form is meant: members and `*` for every item of a list, from the form's root
 * (`offences.*.title`); beside the one that asks (`.kind`); or in the form that is answered
 * (`request/offences`).
 */
const Path = z
  .string()
  .regex(/^(request\/|\.)?[a-z][A-Za-z0-9]*(\.([a-z][A-Za-z0-9]*|\*))*$/)
  .max(200)
const scalar = z.union([z.boolean(), text(200)])

/** A condition over a form. A path with `*` is met when one item meets it, `only` when all do. */
export type Condition =
  | { readonly path: string; readonly is: string | boolean }
  | { readonly path: string; readonly in: readonly string[] }
  | { readonly path: string; readonly only: readonly string[] }
  | { readonly path: string; readonly given: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ path: Path, is: scalar }),
    z.strictObject({ path: Path, in: z.array(text(200)).min(1).max(50) }),
    z.strictObject({ path: Path, only: z.array(text(200)).min(1).max(50) }),
    z.strictObject({ path: Path, given: z.boolean() }),
    z.strictObject({ all: z.array(Condition).min(1).max(20) }),
    z.strictObject({ any: z.array(Condition).min(1).max(20) }),
    z.strictObject({ not: Condition }),
  ]),
)

export const Option = z.strictObject({
  value: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  label: Text,
  /** The law forbids this choice, always or while `when` holds: not offered, not accepted, and why. */
  barred: z
    .strictObject({
      why: Text,
      sources: z.array(Source).min(1).max(6),
      when: Condition.optional(),
    })
    .optional(),
})
export type Option = z.infer<typeof Option>

const shared = {
  name: MemberName,
  label: Text,
  help: Text.optional(),
  width: z.enum(['full', 'half', 'third']).optional(),
  /** Asked only while this holds. */
  when: Condition.optional(),
  /** A list of such values, with so many items; for a choice, several different ones. */
  repeat: z
    .strictObject({
      min: z.number().int().min(0).max(1000),
      max: z.number().int().min(1).max(1000),
    })
    .optional(),
}
type Shared = {
  readonly name: string
  readonly label: Text
  readonly help?: Text | undefined
  readonly width?: 'full' | 'half' | 'third' | undefined
  readonly when?: Condition | undefined
  readonly repeat?: { readonly min: number; readonly max: number } | undefined
}

export const TextFormat = z.enum([
  'email',
  'telephone',
  'currency',
  'package',
  'authority',
  'ip',
  'number',
])
export type TextFormat = z.infer<typeof TextFormat>

/** One question of a form. */
export type Field = Shared &
  (
    | { readonly type: 'text'; readonly max: number; readonly format?: TextFormat | undefined }
    | { readonly type: 'lines'; readonly max: number }
    | { readonly type: 'date' | 'moment' | 'flag' | 'language' | 'state' }
    | { readonly type: 'choice'; readonly options: readonly Option[] }
    | { readonly type: 'group'; readonly fields: readonly Field[] }
  )
const Field: z.ZodType<Field> = z.lazy(() =>
  z.discriminatedUnion('type', [
    /** One line, at most `max` characters. */
    z.strictObject({
      type: z.literal('text'),
      ...shared,
      max: z.number().int().min(1).max(2000),
      format: TextFormat.optional(),
    }),
    /** Several lines. */
    z.strictObject({
      type: z.literal('lines'),
      ...shared,
      max: z.number().int().min(1).max(100_000),
    }),
    /** A day, `2026-12-31`. */
    z.strictObject({ type: z.literal('date'), ...shared }),
    /** RFC 3339 with its offset: `2026-12-31T23:00:00+01:00`. */
    z.strictObject({ type: z.literal('moment'), ...shared }),
    z.strictObject({ type: z.literal('flag'), ...shared }),
    /** BCP 47. */
    z.strictObject({ type: z.literal('language'), ...shared }),
    /** ISO 3166-1 alpha-2. */
    z.strictObject({ type: z.literal('state'), ...shared }),
    z.strictObject({
      type: z.literal('choice'),
      ...shared,
      options: z.array(Option).min(2).max(60),
    }),
    z.strictObject({
      type: z.literal('group'),
      ...shared,
      fields: z.array(Field).min(1).max(60),
    }),
  ]),
)

/** `must` forbids to send, `should` asks to think again, `note` informs. */
export const Severity = z.enum(['must', 'should', 'note'])
export type Severity = z.infer<typeof Severity>

const ruled = { severity: Severity, source: Source.optional(), when: Condition.optional() }
/**
 * What an instrument demands of the form. In `when`, `.member` is beside the value that the rule is
 * about; `request/…` is the form that is answered.
 */
export const Rule = z.discriminatedUnion('rule', [
  /** The value is given, in every item that `*` stands for. */
  z.strictObject({ rule: z.literal('required'), path: Path, ...ruled }),
  /** At least one of these is given; all stand in the same group. */
  z.strictObject({ rule: z.literal('one-of'), paths: z.array(Path).min(2).max(10), ...ruled }),
  /** A statement that has to be made: the flag is true. */
  z.strictObject({ rule: z.literal('affirmed'), path: Path, ...ruled }),
  /** The first date is not after the second, in the same group. */
  z.strictObject({ rule: z.literal('order'), path: Path, notAfter: MemberName, ...ruled }),
  /** The date is still to come. */
  z.strictObject({ rule: z.literal('ahead'), path: Path, ...ruled }),
])
export type Rule = z.infer<typeof Rule>

export const Template = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
  version: z.number().int().min(1).max(1_000_000),
  kind: z.enum(['request', 'answer', 'notice']),
  title: Text,
  about: Text,
  sections: z
    .array(z.strictObject({ id: MemberName, title: Text, fields: z.array(Field).min(1).max(60) }))
    .min(1)
    .max(20),
  rules: z.array(Rule).max(100),
  /** Members of any shape are taken, and shown as they are: for what older clients wrote freely. */
  open: z.literal(true).optional(),
  /** For reading what was sent; nothing new is begun with it. */
  superseded: z.literal(true).optional(),
})
export type Template = z.infer<typeof Template>
