import { endpoints } from '../../contract/endpoints.js'
import type { AskClock } from '../../domain/clocks/ask-clock.js'
import { serveOfficer } from '../serve.js'

export const askClockRoute = (askClock: AskClock) =>
  serveOfficer(endpoints.askClock, async (caller, { body }) => ({
    body: await askClock(caller, body),
  }))
