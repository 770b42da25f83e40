import type { Container } from '#server/container.js'
import { buildInfo } from '#server/observability/build-info.js'
import { certificatesLeft } from '#server/observability/certificates-left.js'
import type { Metric } from '#server/observability/metrics.js'
import { servicesUp } from '#server/observability/services-up.js'
import { alertsUndelivered } from './alerts-undelivered.js'
import { daysLeft } from './days-left.js'
import { jobsWaiting } from './jobs-waiting.js'
import { logWaiting } from './log-waiting.js'
import { stampsPending } from './stamps-pending.js'
import { workersHeard } from './workers-heard.js'

/** All that a workers process tells Prometheus beside what it counts. Every such process tells the same but of its own certificates. */
export const workerMetrics = ({
  storage,
  redis,
  clock,
  backendCertificates,
}: Pick<Container, 'backendCertificates' | 'clock' | 'redis' | 'storage'>): readonly Metric[] => [
  buildInfo,
  servicesUp({ mongodb: () => storage.ping(), redis: () => redis.ping() }),
  ...jobsWaiting(storage.jobs, clock),
  ...logWaiting(storage.log, clock),
  workersHeard(storage.heartbeats, clock),
  stampsPending(storage.stamps, clock),
  alertsUndelivered(storage.deliveries),
  daysLeft(storage.endings, clock),
  certificatesLeft(backendCertificates, clock),
]
