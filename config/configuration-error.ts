/**
 * Something that whoever starts the process must put right: a variable, a file mode, a missing
 * service. Its text is written for that person and holds no secret.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly problems: readonly string[]

  /** @param problems - one sentence each; all that is wrong, not only the first. */
  constructor(summary: string, problems: readonly string[] = []) {
    super([summary, ...problems.map((problem) => `  - ${problem}`)].join('\n'))
    this.problems = problems
  }
}
