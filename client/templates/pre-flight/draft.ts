import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { Urgency } from '#crypto/package/header.js'
import type { Marks } from '#crypto/package/manifest.js'
import type { Form } from '../form-value.js'
import type { Template } from '../format.js'

/** What is about to be sent, as far as the counterpart's entry has a say in it. */
export type PreFlightDraft = {
  readonly template: Pick<Template, 'id' | 'kind'>
  readonly form: Form
  readonly urgency: Urgency
  readonly marks: Marks
  readonly documents: readonly {
    readonly name: string
    readonly mediaType: string
    readonly length: number
  }[]
}

/** The two sides, as their entries describe them, and now. */
export type PreFlightSides = {
  readonly sender: DirectoryEntry
  readonly recipient: DirectoryEntry
  readonly at: Date
}
