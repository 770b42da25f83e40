import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** The contract of this relay, for machines and for people. */
export type ApiDescription = { readonly json: string; readonly html: string }

/** Above the built code, or above the sources. */
const PLACES = ['../../package.json', '../package.json']
const Package = z.object({ name: z.literal('rogatory'), version: z.string() })

/** Describes the API when it is first asked for, and keeps it: nobody who starts a relay waits for that. */
export function apiDescription(): () => Promise<ApiDescription> {
  let description: Promise<ApiDescription> | undefined
  return () => (description ??= describe())
}

async function describe(): Promise<ApiDescription> {
  const [{ describeApi }, { apiPage }, version] = await Promise.all([
    import('./http/describe-api.js'),
    import('./http/api-page.js'),
    versionOf(),
  ])
  const api = describeApi(version)
  return { json: `${JSON.stringify(api, undefined, 2)}\n`, html: apiPage(api) }
}

async function versionOf(): Promise<string> {
  for (const place of PLACES) {
    const text = await readFile(join(import.meta.dirname, place), 'utf8').catch(() => 'null')
    const found = Package.safeParse(JSON.parse(text))
    if (found.success) return found.data.version
  }
  return '0.0.0'
}
