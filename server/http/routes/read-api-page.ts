import { endpoints } from '../../contract/endpoints.js'
import { type Route, routeOf } from '../serve.js'

/** What the route needs of the description; `server/api-description.ts` makes it. */
export type ReadApi = () => Promise<{ readonly json: string; readonly html: string }>

export const readApiPageRoute =
  (readApi: ReadApi): Route =>
  () =>
    routeOf(endpoints.readApiPage, async (_request, response) => {
      const { API_PAGE_POLICY } = await import('../api-page.js')
      const { html } = await readApi()
      response
        .set({ 'cache-control': 'no-cache', 'content-security-policy': API_PAGE_POLICY })
        .type('text/html; charset=utf-8')
        .send(html)
    })
