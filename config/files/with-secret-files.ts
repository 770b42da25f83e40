import { ConfigurationError } from '../configuration-error.js'
import { loadSecretFile } from './load-secret-file.js'

/** Variables that hold a password, and may be the content of a file that `…_FILE` names. */
const SECRET = ['MONGODB_URI', 'REDIS_URL', 'SMTP_URL'] as const

export type Given = Readonly<Record<string, string | undefined>>

/**
 * Variables with what the files named by `MONGODB_URI_FILE` and its like hold, such as an orchestrator
 * mounts: what is in the environment of a process is seen by more people than a file.
 *
 * @returns what is wrong beside them: a file that cannot be used, or a secret that is given twice.
 */
export function withSecretFiles(given: Given): {
  readonly env: Given
  readonly problems: readonly string[]
} {
  const env: Record<string, string | undefined> = { ...given }
  const problems: string[] = []
  for (const name of SECRET) {
    const path = given[`${name}_FILE`]
    if (path === undefined) continue
    if (given[name] !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set: leave one of them out`)
      continue
    }
    try {
      env[name] = loadSecretFile(`${name}_FILE`, path)
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
      problems.push(error.message)
      // Whether what it should hold is there was said already.
      env[name] = undefined
    }
  }
  return { env, problems }
}
