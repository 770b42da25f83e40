import { spawnSync } from 'node:child_process'
import { expect } from 'chai'
import { canonicalize } from '#crypto/canonical/canonicalize.js'

describe('canonical JSON judged by jq', () => {
  it('is what jq writes sorted and compact, where both sort alike', () => {
    // jq sorts by code points and writes numbers its own way, so names stay in the basic plane and
    // numbers whole.
    const value = { b: [1, -2, 0, { z: null, é: true }], a: 'text "quoted" \\ / \u20ac', '1': {} }
    const input = JSON.stringify(value, null, 3)
    const { stdout, status } = spawnSync('jq', ['-S', '-c', '-j', '.'], { input })
    expect(status).to.equal(0)
    expect(stdout.toString()).to.equal(canonicalize(value))
  })
})
