import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { AuthorityId } from '#crypto/fields/fields.js'
import { exchangeJson } from '../../transport/exchange.js'
import { retry } from '../../transport/retry.js'

const Site = z.strictObject({ relay: AuthorityId, origin: z.url(), example: z.boolean() })

/**
 * What the server of this page says of itself. Nothing is trusted for it: which relay it is shows in
 * certificates under the officer's own trust list.
 */
export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: async () => Site.parse(await json('/site.json')),
  staleTime: Infinity,
})

const Examples = z.strictObject({
  trust: z.string(),
  identities: z
    .array(z.strictObject({ home: z.string(), keystore: z.string(), passphrase: z.string() }))
    .max(32),
})
export type ExampleIdentity = z.infer<typeof Examples>['identities'][number]

/** The identities of an example deployment; `npm start` is one, nothing in production is. */
export const examplesQuery = queryOptions({
  queryKey: ['example'],
  queryFn: async () => Examples.parse(await json('/example/identities.json')),
  // The relay is there some seconds before the authorities are enrolled.
  refetchInterval: ({ state }) => ((state.data?.identities.length ?? 0) >= 4 ? false : 1500),
})

/** With the patience of whatever else is asked of a relay. */
const json = (path: string): Promise<unknown> =>
  retry(() => exchangeJson(new URL(path, window.location.href).href, { credentials: 'omit' }))
