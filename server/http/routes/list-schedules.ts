import { endpoints } from '../../contract/endpoints.js'
import type { ListSchedules } from '../../domain/retention/list-schedules.js'
import { serve } from '../serve.js'

export const listSchedulesRoute = (listSchedules: ListSchedules) =>
  serve(endpoints.listSchedules, async () => ({ body: await listSchedules() }))
