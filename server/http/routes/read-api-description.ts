import { endpoints } from '../../contract/endpoints.js'
import { type Route, routeOf } from '../serve.js'
import type { ReadApi } from './read-api-page.js'

export const readApiDescriptionRoute =
  (readApi: ReadApi): Route =>
  () =>
    routeOf(endpoints.readApiDescription, async (_request, response) => {
      const { json } = await readApi()
      response.set('cache-control', 'no-cache').type('application/json').send(json)
    })
