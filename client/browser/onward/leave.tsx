import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { ForwardPlan } from '../../core/forwarding/plan-forward.js'
import type { ReadPackage } from '../../core/packages/open-package.js'
import { nameIn, useAuthorityName } from '../api/use-directory.js'

type LeaveProps = {
  readonly read: ReadPackage
  readonly to: DirectoryEntry
  readonly plan: ForwardPlan
}

/** Whether the marks ask for the sender's leave, and whether it is there; if not, the way to ask for it. */
export function Leave({ read: { manifest }, to, plan }: LeaveProps) {
  const { t } = useTranslation('onward')
  const nameOf = useAuthorityName()
  const names = { sender: nameOf(manifest.sender), name: nameIn(to.names) }
  const { rule, approval } = plan
  if (rule === 'allowed') {
    return (
      <p className="quiet" data-leave="not-needed">
        {t('leaveNotNeeded')}
      </p>
    )
  }
  if (approval) {
    return (
      <div className="done-good" data-leave="given">
        <p>
          <strong>✓ {t('leaveGiven', names)}</strong>
        </p>
        {approval.terms !== '' && <p>{t('leaveTerms', { terms: approval.terms })}</p>}
        <p>
          <Link href={`/packages/${approval.package}`}>{t('seeLeave')}</Link>
        </p>
      </div>
    )
  }
  if (manifest.template.id === 'forwarding') {
    return (
      <p className="done-bad" role="alert" data-leave="twice">
        {t('twice', { name: names.sender })}
      </p>
    )
  }
  return (
    <div className="done-bad" role="alert" data-leave="missing">
      <p>
        <strong>{t(rule === 'forbidden' ? 'forbidden' : 'leaveMissing', names)}</strong>
      </p>
      <p>{t('leaveMissingMeaning', names)}</p>
      <p>
        <Link
          href={`/packages/${manifest.package}/answer/transfer-request`}
          data-action="ask-leave"
        >
          {t('askLeave', names)}
        </Link>
      </p>
    </div>
  )
}
