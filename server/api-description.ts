import { ownVersion } from './observability/own-version.js'

/** The contract of this relay, for machines and for people. */
export type ApiDescription = { readonly json: string; readonly html: string }

/** Describes the API when it is first asked for, and keeps it: nobody who starts a relay waits for that. */
export function apiDescription(): () => Promise<ApiDescription> {
  let description: Promise<ApiDescription> | undefined
  return () => (description ??= describe())
}

async function describe(): Promise<ApiDescription> {
  const [{ describeApi }, { apiPage }] = await Promise.all([
    import('./http/describe-api.js'),
    import('./http/api-page.js'),
  ])
  const api = describeApi(ownVersion())
  return { json: `${JSON.stringify(api, undefined, 2)}\n`, html: apiPage(api) }
}
