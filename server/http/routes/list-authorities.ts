import { endpoints } from '../../contract/endpoints.js'
import type { ListAuthorities } from '../../domain/directory/list-authorities.js'
import { serve } from '../serve.js'

export const listAuthoritiesRoute = (listAuthorities: ListAuthorities) =>
  serve(endpoints.listAuthorities, async ({ query }) => ({ body: await listAuthorities(query) }))
