/** A service that is there, whoever started it. */
export interface ProvidedService {
  /** `address`: named by a variable; `installed`: a program of this machine; else ours. */
  readonly kind: 'address' | 'installed' | 'embedded' | 'fetched'
  readonly url: string
  /** The process to look at; undefined for an address. Changes when the service is restarted. */
  pid(): number | undefined
  stop(): Promise<void>
}

/** Where a service keeps what, and whom it tells. */
export interface ServiceHome {
  /** `.services`: what was fetched is shared by all data sets. */
  readonly home: string
  /** The data set's own folder under it. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly report: (line: string) => void
}

/** A service that runs elsewhere and is not ours to stop. */
export function atAddress(url: string): ProvidedService {
  return { kind: 'address', url, pid: () => undefined, stop: () => Promise.resolve() }
}

/** An address that a variable names; one that is set to nothing names none. */
export function givenAddress(
  env: NodeJS.ProcessEnv,
  variable: 'MONGODB_URI' | 'REDIS_URL',
): string | undefined {
  const text = env[variable]?.trim()
  return text === '' ? undefined : text
}
