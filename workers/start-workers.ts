import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '#config/schema.js'
import { timestampAnchorsOf } from '#crypto/directory/trust-list.js'
import { type Container, createContainer } from '#server/container.js'
import { jobFamilies } from '#server/contract/job-queue.js'
import { consignPackage } from '#server/domain/packages/consign-package.js'
import { expirePackage } from '#server/domain/packages/expire-package.js'
import { judgeNonDelivery } from '#server/domain/packages/judge-non-delivery.js'
import { addressesOf } from '#server/domain/duty/addresses-of.js'
import { callWebhook } from '#server/domain/duty/call-webhook.js'
import { deliverNotice } from '#server/domain/duty/deliver-notice.js'
import { judgeDuty } from '#server/domain/duty/judge-duty.js'
import { sendNotice } from '#server/domain/duty/send-notice.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { gatherCosignatures } from '#server/domain/log/gather-cosignatures.js'
import { sequencer } from '#server/domain/log/sequencer.js'
import { stampCheckpoint } from '#server/domain/log/stamp-checkpoint.js'
import { trustedWitnessKeys } from '#server/domain/log/trusted-witness-keys.js'
import { judgeAcknowledgement } from '#server/domain/clocks/judge-acknowledgement.js'
import { clockTargets } from '#server/domain/clocks/clock-targets.js'
import { ringClock } from '#server/domain/clocks/ring-clock.js'
import { recordHandover } from '#server/domain/evidence/record-handover.js'
import { recordNotification } from '#server/domain/evidence/record-notification.js'
import { refreshStatuses } from '#server/domain/directory/refresh-statuses.js'
import { sweepOutbox } from '#server/domain/sweep-outbox.js'
import { moveHandoff } from '#server/domain/translation/move-handoff.js'
import { recordHandoff } from '#server/domain/translation/record-handoff.js'
import { warnOfEndings } from '#server/domain/endings/warn-of-endings.js'
import { serveMetrics } from '#server/observability/metrics.js'
import { REDIS_PREFIX } from '#server/redis-prefix.js'
import { duty } from './clocks/duty.js'
import { endings } from './clocks/endings.js'
import { refreshStatus } from './certificates/refresh-status.js'
import { acknowledgement } from './clocks/acknowledgement.js'
import { asked } from './clocks/asked.js'
import { expiry } from './clocks/expiry.js'
import { nonDelivery } from './clocks/non-delivery.js'
import { heartbeat } from './heartbeat.js'
import { sequenceLog } from './log/sequence-log.js'
import { httpWitness } from './log/http-witness.js'
import { witnessLog } from './log/witness-log.js'
import { dispatch } from './outbox/dispatch.js'
import { workerMetrics } from './metrics/worker-metrics.js'
import { deliver } from './notifications/deliver.js'
import type { Processors } from './processor.js'
import { consign } from './receipts/consign.js'
import { handedOver } from './receipts/handed-over.js'
import { notified } from './receipts/notified.js'
import { turn } from './translation/turn.js'
import { stampLog } from './timestamps/stamp-log.js'
import { verifiedAuthority } from './timestamps/verified-authority.js'
import { consume } from './worker.js'

export type Workers = {
  /** Takes no further work, ends what is under way within the configured grace, lets go of everything. */
  close(): Promise<void>
}

/**
 * All workers in one process: jobs, outbox, log, time-stamps. As many such processes as wanted may run
 * over one MongoDB and Redis: jobs are shared, the log and its time-stamps are one process's at a time.
 */
export async function startWorkers(config: Config): Promise<Workers> {
  const container = await createContainer(config, 'workers')
  const { storage, clock, log, queues, relay, logKey: key } = container
  const anchors = timestampAnchorsOf(relay.trust)
  const responders = await container.timestampResponders()
  const authorities = responders.map((one) => verifiedAuthority(one, anchors))
  const worker = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`
  const { jobs: pending, leases, heartbeats, timestamps, stamps, cosignatures } = storage

  const connection = container.openPatientRedis()
  const harness = {
    processors: processors(container),
    pending,
    clock,
    log,
    tracer: container.tracer,
  }
  const redis = { connection, prefix: REDIS_PREFIX }
  const consumers = jobFamilies.map((family) => consume(family, harness, redis))
  const sequencing = sequenceLog({
    leases,
    holder: worker,
    log,
    intervalMs: config.log.checkpointIntervalMs,
    round: sequencer({ log: storage.log, key, clock }),
  })
  const { intervalMs } = config.timestamps
  const stamping = stampLog({
    leases,
    holder: worker,
    log,
    stamping: (report) =>
      stampCheckpoint({
        log: storage.log,
        timestamps,
        queue: stamps,
        authorities,
        clock,
        intervalMs,
        report,
      }),
  })
  const witnessing = witnessLog({
    leases,
    holder: worker,
    log,
    round: gatherCosignatures({
      log: storage.log,
      cosignatures,
      clock,
      intervalMs: config.witnesses.intervalMs,
      witnesses: config.witnesses.urls.map((url) => httpWitness(url)),
      keys: await trustedWitnessKeys(relay.trust),
    }),
  })
  const refreshing = refreshStatus({
    leases,
    holder: worker,
    log,
    intervalMs: config.ocsp.intervalMs,
    round: refreshStatuses({ directory: storage.directory, status: container.status }),
  })
  const repetitions = [
    dispatch(sweepOutbox({ pending, queues, clock }), { log, ...config.outbox }),
    sequencing,
    stamping,
    witnessing,
    refreshing,
    heartbeat({ worker, sequencer: sequencing.status, heartbeats, pending, clock, log }),
  ]
  const { port } = config.metrics
  const metrics =
    port === 0
      ? undefined
      : await serveMetrics(workerMetrics(container), config.metrics, container.meters)
  // Whoever starts looks at once; the job then asks for itself.
  await container.outbox.ask('clocks.endings', {})
  log.info('worker.started', { worker })

  return {
    async close() {
      log.info('worker.stopping', { worker })
      const stopped = Promise.all([
        ...consumers.map((consumer) => consumer.close()),
        ...repetitions.map((repetition) => repetition.stop()),
      ])
      // What does not end in time is done again: every step bears that.
      await Promise.race([stopped, sleep(config.shutdownGraceMs, undefined, { ref: false })])
      connection.disconnect()
      await metrics?.close()
      log.info('worker.stopped', { worker })
      await container.close()
    },
  }
}

function processors(container: Container): Processors {
  const { authorities, config, clock, record, outbox, storage, log } = container
  const { packages, evidence, receipts } = storage
  const times = config.nonDelivery
  const ports = {
    authorities,
    packages,
    evidence,
    receipts,
    outbox,
    clock,
    record,
    nonDelivery: times,
    acknowledgement: config.acknowledgement,
    clocks: storage.clocks,
    giveNotice: giveNotice({ ...container, ...storage }),
  }
  const hasMail = container.mail !== undefined
  const send = sendNotice({
    ...container,
    ...storage,
    giveNotice: giveNotice({ ...container, ...storage }),
  })
  const ringing = {
    ...ports,
    sendNotice: send,
    clockTargets: clockTargets({ ...container, ...storage, hasMail }),
  }
  return {
    'receipts.consign': consign(consignPackage(ports)),
    'receipts.notified': notified(recordNotification(ports)),
    'receipts.handed-over': handedOver(recordHandover(ports)),
    'clocks.acknowledgement': acknowledgement(judgeAcknowledgement(ports)),
    'clocks.asked': asked(ringClock(ringing)),
    'clocks.expiry': expiry(expirePackage(ports)),
    'clocks.non-delivery': nonDelivery(judgeNonDelivery(ports)),
    'clocks.duty': duty(
      judgeDuty({
        ...container,
        ...storage,
        ...config.duty,
        sendNotice: send,
        hasMail,
      }),
    ),
    'notifications.deliver': deliver(
      deliverNotice({
        ...container,
        ...storage,
        callWebhook: callWebhook({ ...container, ...storage }),
        addressesOf: addressesOf({
          ...container,
          ...storage,
          operatorEmail: config.operatorEmail,
        }),
      }),
    ),
    'translation.turn': turn(
      moveHandoff({
        ...container,
        ...storage,
        giveNotice: ports.giveNotice,
        sendNotice: hasMail ? send : undefined,
        recordHandoff: recordHandoff({ ...container, ...storage }),
      }),
    ),
    'clocks.endings': endings(
      warnOfEndings({
        ...container,
        ...storage,
        sendNotice: send,
        hasMail,
        endingsIntervalMs: config.endings.intervalMs,
      }),
      log,
    ),
  }
}
