import { endpoints } from '../../contract/endpoints.js'
import type { ListTranslators } from '../../domain/translation/list-translators.js'
import { serveOfficer } from '../serve.js'

export const listTranslatorsRoute = (listTranslators: ListTranslators) =>
  serveOfficer(endpoints.listTranslators, async (_caller, { params }) => ({
    body: { translators: await listTranslators(params.authority) },
  }))
