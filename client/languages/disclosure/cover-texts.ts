/** What the cover of a disclosure pack says; `{places}` are filled. */
export type CoverTexts = {
  readonly title: string
  readonly subtitle: string
  readonly about: string
  readonly exchanged: string
  readonly columns: readonly [string, string, string, string, string]
  readonly content: Readonly<Record<'disclosed' | 'in-part' | 'withheld' | 'deleted', string>>
  readonly signedBy: string
  readonly notDisclosed: string
  readonly withheld: string
  readonly withheldPackage: string
  readonly withheldForm: string
  readonly withheldDocument: string
  readonly redacted: string
  readonly nothing: string
  readonly absent: string
  readonly shut: string
  readonly notHeld: string
  readonly marks: string
  readonly marked: string
  readonly despite: string
  readonly check: string
  readonly checks: readonly string[]
  readonly limits: string
  readonly limitations: readonly string[]
}
