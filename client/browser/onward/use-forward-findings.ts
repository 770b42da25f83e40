import { useTranslation } from 'react-i18next'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { ForwardPlan } from '../../core/forwarding/plan-forward.js'
import type { ReadPackage } from '../../core/packages/open-package.js'
import type { Language } from '../../languages/language.js'
import { preFlight } from '../../templates/pre-flight.js'
import { sayPreFlight } from '../../templates/say-pre-flight.js'

type Sides = {
  readonly sender: DirectoryEntry | undefined
  readonly recipient: DirectoryEntry | undefined
  readonly plan: ForwardPlan | undefined
  readonly reasons: string
}

/** What the entry of whoever it is passed on to says against it: formats, size, marks. */
export function useForwardFindings(
  { manifest, record }: ReadPackage,
  { sender, recipient, plan, reasons }: Sides,
) {
  const language = useTranslation().i18n.language as Language
  const found =
    sender && recipient && plan
      ? preFlight(
          {
            template: { id: 'forwarding', kind: 'notice' },
            form: { reasons },
            documents: manifest.parts,
            marks: plan.marks,
            urgency: record.header.payload.urgency,
          },
          { sender, recipient, at: new Date() },
        )
      : []
  return {
    all: found.map((one) => ({ severity: one.severity, text: sayPreFlight(one, language) })),
    isBlocked: found.some(({ severity }) => severity === 'must'),
  }
}
