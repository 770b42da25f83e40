import type { AuthorityId } from '#crypto/fields/fields.js'
import type { CaseView, RequestView } from '../../case/case-view.js'
import { localTime } from '../options/local-time.js'
import { oneLine } from './one-line.js'

/** A case for people: each request, how it stands with each counterpart, and what the reader may do next. */
export function caseLines(view: CaseView, own: AuthorityId): readonly string[] {
  return [
    `case ${view.case}`,
    ...view.requests.flatMap((request) => requestLines(request, own)),
    ...view.illegal.map(
      ({ by, template, code, state, package: pkg }) =>
        `✗ ${template} of ${by} (${pkg}) does not count: ${code}${state === null ? '' : `, the request was ${state}`}`,
    ),
    ...(view.settled ? [] : ['  The newest is not in the log yet: its order may still change.']),
  ]
}

function requestLines(request: RequestView, own: AuthorityId): readonly string[] {
  const { opening, requesting, urgency, package: pkg, follows, threads } = request
  const side = requesting === own ? 'requesting' : 'requested'
  return [
    '',
    `${opening} of ${requesting}, ${urgency}: ${pkg}`,
    ...(follows === null ? [] : [`  follows ${follows}`]),
    ...threads.flatMap(({ counterpart, via, state, final, timeline, next }) => [
      `  with ${counterpart}${via === null ? '' : `, passed on by ${via}`}: ${state}${final ? ', final' : ''}`,
      ...timeline.map(({ time, what, by, officer, state: to, grounds, evidence }) =>
        [
          `    ${localTime(time)}  ${what} by ${by}${officer === null ? '' : ` (${officer})`}`,
          ...(to === null ? [] : [`→ ${to}`]),
          ...(grounds.length === 0 ? [] : [`[${oneLine(grounds.join(', '))}]`]),
          `· ${evidence.slice(0, 12)}`,
        ].join(' '),
      ),
      next[side].length === 0
        ? '    nothing is left for you to do'
        : `    open to you: ${next[side].join(', ')}`,
    ]),
  ]
}
