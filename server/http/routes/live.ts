import { endpoints } from '../../contract/endpoints.js'
import { serve } from '../serve.js'

export const liveRoute = () =>
  serve(endpoints.live, () => Promise.resolve({ body: { status: 'live' as const } }))
