import type { Language } from '../languages/language.js'
import type { Report } from '../report/report.js'

/** What can be wrong with what a person chose; each is a text of the page. */
export type Problem = {
  readonly code:
    'needBundle' | 'needTrust' | 'notABundle' | 'notATrustList' | 'tooLarge' | 'unreadable'
  readonly file?: string
  /** The field that it is about. */
  readonly field: Field
}
export type Field = 'bundle' | 'trust' | 'documents'

/** Everything that the page shows. */
export type PageState = {
  readonly language: Language
  readonly bundle: File | undefined
  readonly trust: File | undefined
  readonly documents: readonly File[]
  readonly problems: readonly Problem[]
  readonly work: { readonly file: string; readonly percent: number } | 'verifying' | undefined
  readonly report: Report | undefined
}

/** What a person does. */
export type PageActions = {
  speak(language: Language): void
  choose(field: Field, files: readonly File[]): void
  verify(): void
  again(): void
}
