import type { Urgency } from '#crypto/package/header.js'
import { holds } from '../templates/condition.js'
import type { Form } from '../templates/form-value.js'
import type { Scenario, Script, Step } from './script.js'

/** One package of a case as the simulated counterpart sees it, in the order of submission. */
export type Passage = {
  readonly package: string
  readonly by: 'us' | 'them'
  readonly from: string
  readonly template: string
  readonly urgency: Urgency
  readonly form: Form
  readonly submitted: string
  /** Whether our receipt is there; of our own packages, true. */
  readonly acknowledged: boolean
}

/** The scenario that answers what a case began with; undefined if none does, or we began it. */
export function scenarioFor(
  { scenarios }: Script,
  first: Passage | undefined,
): Scenario | undefined {
  if (first?.by !== 'them') return undefined
  return scenarios.find(({ when = {} }) => {
    const { templates, from, urgency, form } = when
    return (
      (templates?.includes(first.template) ?? true) &&
      (from?.some((authority) => authority === first.from) ?? true) &&
      (urgency?.includes(first.urgency) ?? true) &&
      (form === undefined || holds(form, { form: first.form, beside: first.form }))
    )
  })
}

/**
 * What is to be done next in a case, from what has happened in it and nothing else: a simulator that
 * was stopped goes on where it was, and does nothing twice.
 *
 * @returns undefined when the script is played, or the other side has to move.
 */
export function nextStep(
  { steps }: Scenario,
  history: readonly Passage[],
): { readonly step: Exclude<Step, { await: string }>; readonly due: Date } | undefined {
  const unused = new Set(history.slice(1))
  let last = history[0]?.submitted ?? ''
  for (const step of steps) {
    if ('acknowledge' in step) {
      if (history[0]?.acknowledged !== true) return { step, due: dueAt(last, step.after) }
      continue
    }
    // Ours by number, whatever the order of what happened in one moment: no more is sent than the script
    // has. Theirs not before what it answers.
    const found = [...unused].find((passage) =>
      'await' in step
        ? passage.by === 'them' && passage.template === step.await && passage.submitted >= last
        : passage.by === 'us' && passage.template === step.send,
    )
    if (found === undefined)
      return 'await' in step ? undefined : { step, due: dueAt(last, step.after) }
    unused.delete(found)
    if (found.submitted > last) last = found.submitted
  }
  return undefined
}

const dueAt = (last: string, after = 0): Date => new Date(new Date(last).getTime() + after * 1000)
