import { expect } from 'chai'
import {
  type OperatorStatus,
  operatorStatusLines,
  troublesOf,
} from '#client/cli/lines/operator-status-lines.js'
import { AuthorityId } from '#crypto/fields/fields.js'

const at = '2026-03-01T12:00:00.000Z'
const xb = AuthorityId.parse('xb.pgo')
const well: OperatorStatus = {
  operations: {
    at,
    jobs: [{ name: 'clocks.expiry', overdue: 1, oldest: '2026-03-01T11:59:50.000Z', refused: 0 }],
    log: { size: 17, unsequenced: 3, oldest: at },
    workers: { leading: 1, standingBy: 1, failed: 0 },
    mails: { retried: 1, failed: 0 },
    deletions: 0,
  },
  log: {
    origin: 'relay.example/log',
    size: 17,
    quorum: 1,
    witnesses: [{ authority: xb, standing: 'cosigned', at }],
  },
  stamps: [],
  network: { count: 2, refused: [], suspended: [], endings: [] },
}

describe('what the operator is told of relay and network', () => {
  it('names nothing to look at where all is well, a job that is due this moment among it', () => {
    expect(troublesOf(well)).to.deep.equal([])
    expect(operatorStatusLines(well).filter((line) => line.startsWith('!'))).to.deep.equal([])
  })

  it('names each thing that somebody has to look at, in words as well', () => {
    const { operations, network } = well
    const ill: OperatorStatus = {
      ...well,
      operations: {
        ...operations,
        jobs: [
          { name: 'receipts.consign', overdue: 2, oldest: '2026-03-01T11:50:00.000Z', refused: 1 },
        ],
        log: { size: 17, unsequenced: 1_000, oldest: at },
        workers: { leading: 2, standingBy: 0, failed: 1 },
        mails: { retried: 0, failed: 4 },
      },
      log: {
        origin: 'relay.example/log',
        size: 17,
        quorum: 1,
        witnesses: [{ authority: xb, standing: 'false', at: null }],
      },
      network: {
        ...network,
        refused: [xb],
        endings: [{ authority: xb, at, warning: 14, what: 'entry', of: 'version 1' }],
      },
    }
    expect(troublesOf(ill)).to.deep.equal([
      ...['log-not-led', 'worker-failed', 'log-behind', 'jobs-overdue', 'jobs-refused'],
      ...['mails-undelivered', 'cosignature-false', 'entries-unverified', 'endings-due'],
    ])
    const lines = operatorStatusLines(ill)
    expect(lines.filter((line) => line.startsWith('! '))).to.have.length(9)
    expect(lines.join('\n')).to.match(/receipts\.consign +2 +.*1$/m)
    expect(lines).to.include('✗           xb.pgo: its entry does not verify')
  })

  it('says so while the log has published nothing', () => {
    expect(operatorStatusLines({ ...well, log: undefined })).to.include(
      'log         nothing published yet, or the trust list names no log',
    )
  })
})
