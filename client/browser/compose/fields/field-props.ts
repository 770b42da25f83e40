import type { Field } from '../../../templates/format.js'

export type FieldProps<F = Field> = {
  readonly field: F
  /** Members and positions from the form's root. */
  readonly path: string
  readonly value: unknown
  /** The object that the field stands in, for conditions. */
  readonly beside: unknown
  readonly form: Readonly<Record<string, unknown>>
  readonly errors: ReadonlyMap<string, string>
  readonly onFill: (path: string, value: unknown) => void
}
export type Plain = Exclude<Field, { type: 'group' }>

/** The id by which an error leads to its field. */
export const fieldId = (path: string) => `field-${path.replaceAll('.', '-')}`
