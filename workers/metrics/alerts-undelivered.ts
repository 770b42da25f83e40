import type { DeliveryCounts } from '#server/domain/duty/delivery-store.js'
import type { Metric } from '#server/observability/metrics.js'

/** Mails to duty officers and others that no mail server has taken. */
export const alertsUndelivered = (deliveries: DeliveryCounts): Metric => ({
  name: 'rogatory_alerts_undelivered',
  help: 'Alerts and warnings that were tried and not taken yet (retried), and those given up (failed).',
  labels: ['state'],
  async read() {
    const counts = await deliveries.undelivered()
    return Object.entries(counts).map(([state, value]) => ({ labels: { state }, value }))
  },
})
