import type { AcceptanceCode } from '#crypto/evidence/acceptance-events.js'
import type { AuditedAct } from '../../core/operations/audit.js'

/** The words for each kind of statement of the audit, by the code of its evidence. */
export const auditKinds = {
  'X.1': 'audit_entry',
  'X.2': 'audit_credential',
  'X.3': 'audit_revocation',
  'X.4': 'audit_suspension',
  'X.5': 'audit_retention',
  'X.6': 'audit_hold',
  'X.7': 'audit_invitation',
  'X.8': 'audit_decision',
} as const satisfies Record<AcceptanceCode, string>

/** The words for what one statement does: of two that a kind can do, the one. */
export function auditDoes(act: AuditedAct) {
  switch (act.code) {
    case 'X.4':
      return act.said.payload.standing === 'suspended' ? 'audit_suspended' : 'audit_let_on'
    case 'X.6':
      return act.said.payload.standing === 'placed' ? 'audit_placed' : 'audit_lifted'
    case 'X.8':
      return act.said.payload.outcome === 'approved' ? 'audit_approved' : 'audit_refused'
    default:
      return auditKinds[act.code]
  }
}
