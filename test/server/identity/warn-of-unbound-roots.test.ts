import { expect } from 'chai'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import type { LogFields } from '#server/observability/log-fields.js'
import { warnOfUnboundRoots } from '#server/identity/warn-of-unbound-roots.js'
import { BEGIN, END } from '#test/support/world/moments.js'
import { world } from '#test/support/world/world.js'

describe('a root that no State bounds', () => {
  it('is told of, but for the network’s own', async () => {
    const { trust, relay } = await world()
    const validity = { notBefore: BEGIN, notAfter: END }
    const { certificate } = await issueNetworkRoot({ name: 'Root of Xdland', ...validity })
    const roots = [...trust.roots, certificate.pem]
    const told = (state?: string) => {
      const lines: LogFields[] = []
      const nationalRoots = state ? [{ root: certificate.fingerprint, state }] : []
      const believed = { ...trust, roots, nationalRoots }
      const log = { warn: (_: string, fields: LogFields = {}) => void lines.push(fields) }
      warnOfUnboundRoots({ trust: believed, entry: relay.entry }, log)
      return lines
    }
    expect(told('XD')).to.deep.equal([])
    expect(told()).to.deep.equal([{ digest: certificate.fingerprint }])
  })
})
