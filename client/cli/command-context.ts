/** What every command gets: the global options and its own. */
export type CommandContext = {
  readonly global: {
    readonly home: string
    readonly passphraseFile?: string
    readonly tlsCertificate?: string
    readonly tlsKey?: string
    readonly tlsAuthorities?: string
    readonly leakedPasswords?: string
    readonly scanner?: string
    readonly scannerSeconds?: number
    readonly json?: boolean
    readonly quiet?: boolean
  }
  readonly options: Readonly<
    Record<string, string | readonly string[] | number | boolean | undefined>
  >
}
