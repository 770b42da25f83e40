import type { Severity, Source, Text } from './format.js'

/** What may be found in a form, as a closed set; each has its sentence in `finding-texts.ts`. */
export type FormFindingCode =
  | 'not-a-form'
  | 'unknown-field'
  | 'wrong-type'
  | 'too-long'
  | 'control-characters'
  | 'bad-format'
  | 'not-an-option'
  | 'option-barred'
  | 'option-doubled'
  | 'too-many'
  | 'too-few'
  | 'not-asked'
  | 'required'
  | 'one-needed'
  | 'not-affirmed'
  | 'out-of-order'
  | 'not-ahead'
  | 'superseded'
  | 'more-findings'

/** One thing that is wrong with a form, or worth a look. */
export type FormFinding = {
  readonly code: FormFindingCode
  /** Members and positions from the form's root: `offences.0.title`; empty for the whole. */
  readonly path: string
  readonly severity: Severity
  /** What the rule rests on; empty where it is the template's own. */
  readonly sources: readonly Source[]
  /** Values for the places of the sentence. */
  readonly data: Readonly<Record<string, string>>
  /** Why the law forbids it. */
  readonly why?: Text
}
