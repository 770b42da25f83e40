import { endpoints } from '../../contract/endpoints.js'
import { parsePart, type Route, routeOf } from '../serve.js'

/** What the route needs of the page; `server/verifier-page.ts` reads it. */
export type ReadVerifier = () => Promise<{
  readonly octets: Buffer
  readonly digest: string
  readonly policy: string
}>

const NAME = 'rogatory-verifier.html'

/**
 * The verification page, its exact octets. Whoever distrusts this relay takes it from elsewhere or
 * compares its digest, which is the entity tag.
 *
 * Its policy is the one that stands in the page, as a header, where `frame-ancestors` counts too.
 */
export const readVerifierRoute =
  (readVerifier: ReadVerifier): Route =>
  () =>
    routeOf(endpoints.readVerifier, async (request, response) => {
      const query = parsePart('query', endpoints.readVerifier.query, { ...request.query })
      const { octets, digest, policy } = await readVerifier()
      const disposition = query.download === undefined ? 'inline' : 'attachment'
      response.set({
        'cache-control': 'public, max-age=3600',
        'content-disposition': `${disposition}; filename="${NAME}"`,
        'content-security-policy': `${policy}; frame-ancestors 'none'`,
        etag: `"${digest}"`,
      })
      if (request.fresh) response.status(304).end()
      else response.type('text/html; charset=utf-8').send(octets)
    })
