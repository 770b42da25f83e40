import { useTranslation } from 'react-i18next'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { ForwardPlan } from '../../core/forwarding/plan-forward.js'
import type { ReadPackage } from '../../core/packages/open-package.js'
import type { Severity } from '../../templates/format.js'
import { nameIn, useAuthorityName } from '../api/use-directory.js'
import { useListed } from '../components/use-listed.js'

type WhatIsShownProps = {
  readonly read: ReadPackage
  readonly to: DirectoryEntry
  readonly plan: ForwardPlan
  readonly findings: readonly { readonly severity: Severity; readonly text: string }[]
}

/** What whoever it is passed on to will see, what nobody is shown, and what their entry says against it. */
export function WhatIsShown({ read: { manifest }, to, plan, findings }: WhatIsShownProps) {
  const { t } = useTranslation('onward')
  const list = useListed()
  const nameOf = useAuthorityName()
  const names = { sender: nameOf(manifest.sender), name: nameIn(to.names) }
  const { tlp, classification } = plan.marks
  const marks = list([tlp, classification].filter((mark) => mark !== null))
  return (
    <section className="onward-told" aria-labelledby="shown">
      <h2 id="shown">{t('shownTo', names)}</h2>
      <ul>
        <li>{t('shownForm')}</li>
        {manifest.parts.map(({ part, name }) => (
          <li key={part}>
            <bdi>{name}</bdi>
          </li>
        ))}
        <li>{t('shownProof', names)}</li>
        {plan.approval && <li>{t('shownLeave', names)}</li>}
        {plan.redirection && <li>{t('shownRedirection', names)}</li>}
      </ul>
      <p>{marks === '' ? t('unmarked') : t('keepsMarks', { marks })}</p>
      <p>{t('notShown', names)}</p>
      {!plan.redirection && <p>{t('onlyInformed', names)}</p>}
      {findings.length > 0 && (
        <>
          <p>
            <strong>{t('entrySays', names)}</strong>
          </p>
          <ul className="findings">
            {findings.map(({ severity, text }) => (
              <li key={text} className={severity === 'must' ? 'late' : undefined}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
