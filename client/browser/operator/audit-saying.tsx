import { useTranslation } from 'react-i18next'
import type { AuditedAct } from '../../core/operations/audit.js'
import { Moment } from '../components/moment.js'
import { useListed } from '../components/use-listed.js'

/** What a statement says beside its kind: whom, since when, why. Words of strangers keep their own direction. */
export function AuditSaying({ act }: { readonly act: AuditedAct }) {
  const { t } = useTranslation('operator')
  const { t: authority } = useTranslation('authority')
  const list = useListed()
  switch (act.code) {
    case 'X.1':
      return t('auditVersion', { version: act.said.payload.version })
    case 'X.2': {
      const { name, roles } = act.said.payload
      return (
        <>
          <bdi>{name}</bdi>: {list(roles.map((role) => authority(`role_${role}`)))}
        </>
      )
    }
    case 'X.3': {
      const { kid, reason, since } = act.said.payload
      return (
        <>
          <bdi className="mono short-id">{kid.slice(0, 8)}…</bdi> {authority(`reason_${reason}`)},{' '}
          {t('auditSince')} <Moment at={since} />
        </>
      )
    }
    case 'X.4':
      return <bdi>{act.said.payload.reason}</bdi>
    case 'X.5':
      return t('auditVersion', { version: act.said.payload.version })
    case 'X.6':
      return (
        <>
          <bdi className="mono">{act.said.payload.hold}</bdi>: <bdi>{act.said.payload.reason}</bdi>
        </>
      )
    case 'X.7':
      return <bdi>{act.said.payload.name}</bdi>
    case 'X.8':
      return act.said.payload.outcome === 'refused' && <bdi>{act.said.payload.reason}</bdi>
  }
}
