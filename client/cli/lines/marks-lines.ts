import type { Marks } from '#crypto/package/manifest.js'
import { equivalentOf } from '../../templates/marks/equivalent-of.js'
import type { Classifier } from '../../templates/marks/level-of.js'
import { onwardRule } from '../../templates/marks/onward-rule.js'

/** How a package that came is to be handled here: its marks, and under which of ours it is kept. */
export function marksLines(marks: Marks, from: Classifier, own: Classifier): readonly string[] {
  const { tlp, classification, uses, retainUntil, onwardTransfer } = marks
  const isMarked = tlp !== null || classification !== null || onwardTransfer !== undefined
  const { level, mark } =
    classification === null
      ? { level: undefined, mark: null }
      : equivalentOf(classification, from, own)
  const kept = mark === null ? (level ?? 'level not known') : `kept here as ${mark}`
  const said = [tlp, classification === null ? null : `${classification} (${kept})`]
  return [
    ...(tlp === null && classification === null
      ? []
      : [`marked    ${said.filter((one) => one !== null).join(', ')}`]),
    ...(uses === undefined ? [] : [`uses      ${uses.join(', ')} only`]),
    ...(retainUntil === undefined ? [] : [`keep      until ${retainUntil}, not longer`]),
    ...(isMarked ? [`onward    ${ONWARD[onwardRule(marks, from, own.state)]}`] : []),
  ]
}

const ONWARD = {
  forbidden: 'not to be passed on',
  'with-consent': 'to be passed on with the sender’s consent only',
  allowed: 'may be passed on',
} as const
