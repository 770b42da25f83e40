import { expect } from 'chai'
import { countingLogger } from '#server/observability/counting-logger.js'
import { createLogger } from '#server/observability/logger.js'
import { createMeters } from '#server/observability/meters.js'

describe('what a process counts', () => {
  const lines = async (meters: ReturnType<typeof createMeters>, name: string) =>
    (await meters.text()).split('\n').filter((line) => line.startsWith(name))

  it('has every warning and error counted and written, and nothing else counted', async () => {
    const meters = createMeters()
    const written: string[] = []
    const log = countingLogger(
      createLogger({ name: 'relay', level: 'info', write: (line) => written.push(line) }),
      meters,
    )
    log.info('relay.listening')
    log.warn('keys.expiring', { authority: 'xa.moj' })
    log.error('http.fault', {}, new Error('secret'))
    log.error('http.fault', {})
    expect(written).to.have.length(4)
    const counted = await lines(meters, 'rogatory_log_lines_total')
    expect(counted).to.include.members([
      'rogatory_log_lines_total{event="http.fault",level="error"} 2',
      'rogatory_log_lines_total{event="keys.expiring",level="warn"} 1',
      // From the start, or Prometheus would see no increase with the first.
      'rogatory_log_lines_total{event="witness.conflict",level="error"} 0',
    ])
    expect(counted.join()).not.to.contain('relay.listening').and.not.to.contain('xa.moj')
  })

  it('makes no series of a method that a client invents', async () => {
    const meters = createMeters()
    const answer = { route: '-', status: 404, seconds: 0.003 }
    meters.answered({ ...answer, method: 'PROPFIND' })
    meters.answered({ ...answer, method: 'MKCOL' })
    expect(await lines(meters, 'rogatory_http_request_seconds_count')).to.deep.equal([
      'rogatory_http_request_seconds_count{method="other",route="-",status="404"} 2',
    ])
  })
})
