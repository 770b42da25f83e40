import { expect } from 'chai'
import { createLogger } from '#server/observability/logger.js'

describe('the logger', () => {
  function logged() {
    const lines: string[] = []
    const log = createLogger({ name: 'relay', level: 'info', write: (line) => lines.push(line) })
    return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> }
  }

  it('writes event, level, time and fields as one JSON object', () => {
    const { log, last } = logged()
    log.info('relay.listening', { port: 8080, host: '127.0.0.1' })
    expect(last()).to.include({
      event: 'relay.listening',
      level: 'info',
      port: 8080,
      name: 'relay',
    })
    expect(last()['time']).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('stays silent below its level', () => {
    const { log, lines } = logged()
    log.debug('job.done')
    expect(lines).to.deep.equal([])
  })

  it('never writes the message of an error, nor of its causes', () => {
    const { log, lines, last } = logged()
    const cause = new TypeError(
      'mongodb://relay:hunter2@db/ refused\n    at hunter2 (/x/hunter2.js)',
    )
    const error = Object.assign(new Error('Frau Schmidt, hunter2', { cause }), { code: 'ENOSPC' })
    log.error('http.fault', { code: 'unavailable' }, error)
    expect(lines.join('')).to.not.match(/hunter2|Schmidt/)
    expect(last()['error']).to.include({ name: 'Error', code: 'ENOSPC' })
    expect(last()).to.have.nested.property('error.cause.name', 'TypeError')
    expect(last())
      .to.have.nested.property('error.at[0]')
      .that.matches(/logger\.test\.ts:\d+:\d+$/)
  })

  it('withholds strings that are neither id nor code', () => {
    const { log, last } = logged()
    log.warn('http.refused', { code: 'Frau Schmidt wrote: hello', method: 'GET' })
    expect(last()).to.include({ code: '[withheld]', method: 'GET' })
  })
})
