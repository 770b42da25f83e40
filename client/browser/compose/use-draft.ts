import { useMemo, useState } from 'react'
import type { Urgency } from '#crypto/package/header.js'
import type { Marks } from '#crypto/package/manifest.js'
import type { Draft } from '../../core/draft.js'
import { blankForm } from '../../templates/blank-form.js'
import type { Template } from '../../templates/format.js'
import { isForm } from '../../templates/form-value.js'
import { changedAt } from './changed-at.js'

export type Form = Readonly<Record<string, unknown>>
export type DraftState = {
  readonly to: string
  readonly urgency: Urgency
  readonly marks: Marks
  readonly form: Form
  readonly files: readonly File[]
}

/**
 * What is being written, and how it is changed. Nothing of it leaves this page before it is sealed.
 *
 * @param plan - of an answer: what its case says.
 */
export function useDraft(template: Template, plan?: Pick<Draft, 'to' | 'urgency'>) {
  const [draft, setDraft] = useState<DraftState>(() => ({
    to: plan?.to[0] ?? '',
    urgency: plan?.urgency ?? 'routine',
    marks: { tlp: null, classification: null },
    form: begun(blankForm(template)),
    files: [],
  }))
  return useMemo(
    () => ({
      draft,
      change: (changed: Partial<DraftState>) => setDraft((before) => ({ ...before, ...changed })),
      /** @param path - members and positions from the form's root: `offences.0.title`. */
      fill: (path: string, value: unknown) =>
        setDraft((before) => ({ ...before, form: changedAt(before.form, path, value) })),
    }),
    [draft],
  )
}
/** Lists inside of lists begin empty: whoever needs them adds to them. */
function begun(form: Form): Form {
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return []
    return isForm(value) ? mapped(value, inner) : value
  }
  const outer = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((item: unknown) => (isForm(item) ? mapped(item, inner) : item))
      : value
  return mapped(form, outer)
}

const mapped = (form: Form, change: (value: unknown) => unknown): Form =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, change(value)]))

export type DraftHandle = ReturnType<typeof useDraft>
