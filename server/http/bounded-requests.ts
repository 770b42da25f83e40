import type { RequestHandler } from 'express'
import { Refusal } from '../domain/errors.js'

/** Requests of whoever, uploads and downloads too; beyond it, nothing of a request is looked at. */
const LIMIT = 4096

/** Refuses with `unavailable` what comes while too many requests are under way. */
export function boundedRequests(limit = LIMIT): RequestHandler {
  let underWay = 0
  return (_request, response, next) => {
    if (underWay >= limit) {
      // What it still sends is not read.
      response.setHeader('connection', 'close')
      next(new Refusal('unavailable', 'the relay has too much to do'))
      return
    }
    underWay += 1
    response.once('close', () => (underWay -= 1))
    next()
  }
}
