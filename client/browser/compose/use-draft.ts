import { useMemo, useState } from 'react'
import type { DraftContent, DraftDocument } from '#crypto/drafts/draft-version.js'
import type { Urgency } from '#crypto/package/header.js'
import type { Marks } from '#crypto/package/manifest.js'
import type { Draft } from '../../core/packages/draft.js'
import { blankForm } from '../../templates/blank-form.js'
import type { Template } from '../../templates/format.js'
import { isForm } from '../../templates/form-value.js'
import { localMoment } from '../components/local-moment.js'
import type { Carried } from './carried.js'
import { changedAt } from './changed-at.js'

export type Form = Readonly<Record<string, unknown>>
export type DraftState = {
  /** For colleagues only: it is not sent. */
  readonly title: string
  readonly to: string
  /** Further recipients of a draft that was begun elsewhere: this page asks for one. */
  readonly also: readonly string[]
  readonly urgency: Urgency
  readonly marks: Marks
  /** RFC 3339; empty where it is delivered at once. */
  readonly notBefore: string
  /** RFC 3339; empty where it does not expire. */
  readonly expires: string
  readonly form: Form
  readonly files: readonly File[]
  /** Names of those that are certified translations of others. */
  readonly translated: readonly string[]
  /** Documents that the draft names and that were not chosen on this page. */
  readonly named: readonly DraftDocument[]
}

type Beginning = {
  readonly title: string
  /** Of an answer: what its case says. */
  readonly plan?: Pick<Draft, 'to' | 'urgency'> | undefined
  /** Of a draft: what was saved. */
  readonly content?: DraftContent | undefined
  /** What was made on another screen to be sent with it. */
  readonly along?: Carried | undefined
}

/** What is being written, and how it is changed. Nothing of it leaves this page before it is sealed. */
export function useDraft(template: Template, { title, plan, content, along }: Beginning) {
  const [draft, setDraft] = useState<DraftState>(() => ({
    title: content?.title ?? title,
    to: plan?.to[0] ?? content?.to[0] ?? along?.confirms?.counterpart ?? '',
    also: content?.to.slice(1) ?? [],
    urgency: content?.urgency ?? plan?.urgency ?? 'routine',
    marks: content?.marks ?? { tlp: null, classification: along?.classification ?? null },
    notBefore: momentOf(content?.notBefore),
    expires: momentOf(content?.expires),
    form: { ...begun(blankForm(template)), ...content?.form },
    files: along?.files ?? [],
    translated: [],
    named: content?.documents ?? [],
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

/** As a field for moments shows it: by the writer's clock. */
const momentOf = (at: string | null | undefined): string =>
  at === null || at === undefined ? '' : localMoment(new Date(at))

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
