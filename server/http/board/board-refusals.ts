import type { ErrorRequestHandler } from 'express'
import type { RefusalCode } from '../../contract/problems.js'
import type { Logger } from '../../observability/logger.js'
import { contextOf } from '../../observability/request-context.js'
import type { IsOutage } from '../outage.js'
import { report, sendProblem } from '../problem-handler.js'
import { type Answer, problemOf } from '../problem-of.js'

type Words = { readonly title: string; readonly remedy: string }

/**
 * Last middleware of the board: says what was refused, to a person in words, to the board's page as a problem (RFC 9457).
 *
 * @param parts - `origin` of the board.
 */
export function boardRefusals(parts: {
  readonly log: Logger
  readonly isOutage: IsOutage
  readonly origin: string
}): ErrorRequestHandler {
  const { log, isOutage, origin } = parts
  return (error: unknown, request, response, next) => {
    const answer = problemOf(error, String(response.locals['request']), isOutage)
    report(log, answer, error, contextOf(request))
    if (response.headersSent) {
      response.destroy()
      next()
      return
    }
    const { status, body } = answer
    const words = wordsOf(answer, origin)
    // The challenge is for clients that sign their requests, and what may be tried again soon is said in words.
    if (request.accepts(['json', 'html']) !== 'html') {
      sendProblem(response, { status, headers: {}, body: { ...body, ...words } })
      return
    }
    const lines = [`${words.title} (${body.code ?? status})`, body.detail ?? '', words.remedy]
    response
      .status(status)
      .type('text/plain')
      .send(`${lines.join('\n')}\n`)
  }
}

/** What the relay says of the same codes is meant for officers. */
function wordsOf({ status, body }: Answer, origin: string): Words {
  if (status === 401) {
    return {
      title: 'The queues are shown to the operator alone',
      remedy: `Make a link that is good once, and follow it within a minute: rogatory operator board --board ${origin}`,
    }
  }
  const known: Partial<Record<RefusalCode, Words>> = {
    'not-permitted': {
      title: 'The board changes nothing',
      remedy: 'What to do about a job is in docs/alarms.md, under the alarm that tells of it.',
    },
    'too-many-requests': { title: 'Too many requests', remedy: 'Wait a minute.' },
    unavailable: {
      title: 'MongoDB or Redis does not answer',
      remedy: 'Try again; docs/alarms.md, under RogatoryServiceDown.',
    },
  }
  return (
    known[body.code as RefusalCode] ?? {
      title: body.title,
      remedy: `The log has the reason, as request ${body.request ?? '-'}.`,
    }
  )
}
