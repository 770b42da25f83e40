import { expect } from 'chai'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { choosesOperator } from './chooses-operator.js'
import { inChromium } from './in-chromium.js'
import { enter, openWebClient, type Window, withoutBarriers } from './open-web-client.js'
import { passesOn } from './passes-on.js'

const PASSPHRASE = 'four words at random'

/** How authorities, officers and keys come and go, by people who have never seen a terminal. */
describe('authorities and officers in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-saved-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const clean = async (window: Window, name: string, allowed = /^$/) => {
    await withoutBarriers(window, name)
    expect(
      window.troubles.filter((one) => !allowed.test(one)),
      name,
    ).to.deep.equal([])
  }
  /** What is saved while something is done, by name. */
  async function saved(page: Page, count: number, act: () => Promise<void>) {
    const files: Record<string, string> = {}
    const all = new Promise<void>((resolve) => {
      let seen = 0
      page.on('download', (download) => {
        const name = download.suggestedFilename()
        files[name] = join(folder, name)
        void download.saveAs(join(folder, name)).then(() => {
          seen++
          if (seen === count) resolve()
        })
      })
    })
    await act()
    await all
    page.removeAllListeners('download')
    return files
  }

  it('an authority is invited, reads its fingerprint out, is approved, signs in, and is passed a package', async () => {
    const { data, origin } = here.product
    const [operator, applicant] = await Promise.all([
      openWebClient(here.browser, origin),
      openWebClient(here.browser, origin, { language: 'ar', width: 375 }),
    ])
    await choosesOperator(operator.page, here.product)
    await clean(operator, 'en-1280-operator-keys')
    await operator.page.locator('[data-action="open-operator"]').click()
    await operator.page.fill('#invited-id', 'xc.moj')
    await operator.page.fill('#invited-name', 'Ministry of Justice of Corvia')
    await operator.page.locator('[data-action="invite"]').click()
    const invitation = await operator.page.locator('[data-field="invitation"]').inputValue()

    // How it stands; how long content is kept, and what is kept beyond it.
    await operator.page.locator('[data-log-size]').waitFor()
    await operator.page.locator('[data-good=false]').waitFor({ state: 'detached' })
    await operator.page.locator('[data-authorities]').waitFor()
    await operator.page.fill('#keep-routine', 'long')
    await operator.page.locator('[data-action="set-retention"]').click()
    expect(await operator.page.locator('[role=alert] li').count()).to.equal(2)
    await operator.page.fill('#keep-routine', '3650')
    await operator.page.locator('#keep-sure').check()
    await operator.page.locator('[data-action="set-retention"]').click()
    await operator.page.locator('[data-schedule="1"]').waitFor()
    await operator.page.fill('#hold-name', 'court-2026-17')
    await operator.page.selectOption('#hold-kind', 'authority')
    await operator.page.fill('#hold-ids', 'xa.moj')
    await operator.page.fill('#hold-reason', 'Order of the court')
    await operator.page.locator('[data-action="declare-hold"]').click()
    await operator.page.locator('[data-hold="placed"]').waitFor()
    await clean(operator, 'en-1280-operator')
    await operator.page.locator('[data-action="lift-hold"]').click()
    await operator.page.fill('#hold-reason', 'The case is closed')
    await operator.page.locator('[data-action="declare-hold"]').click()
    await operator.page.locator('[data-hold="lifted"]').waitFor()

    await applicant.page.goto(`${origin}/#/enrol`)
    await applicant.page.fill('#enrol-invitation', invitation)
    await applicant.page.locator('[data-invited="xc.moj"]').waitFor()
    await applicant.page.setInputFiles('#enrol-trust', join(data, 'trust.json'))
    await applicant.page.locator('[data-action="apply"]').click()
    await applicant.page.locator('[role=alert] li').first().waitFor()
    await applicant.page.fill('#enrol-officer', 'Carla Moss')
    await applicant.page.fill('#enrol-passphrase', PASSPHRASE)
    await applicant.page.fill('#enrol-again', PASSPHRASE)
    // With a certificate of a national authority its files are asked for; here the operator is to issue one.
    await applicant.page.locator('input[type=radio][value=national]').check()
    await applicant.page.locator('[data-action="apply"]').click()
    await applicant.page.locator('[role=alert] a[href="#enrol-certificate"]').waitFor()
    await clean(applicant, 'ar-375-enrol')
    await applicant.page.locator('input[type=radio][value=operator]').check()
    await applicant.page.locator('[data-action="apply"]').click()
    const fingerprint = applicant.page.locator('[data-fingerprint]')
    await fingerprint.waitFor()
    const spoken = String(await fingerprint.textContent()).trim()
    await clean(applicant, 'ar-375-fingerprint')

    const request = operator.page.locator('[data-application="xc.moj"]')
    await request.waitFor()
    await request.locator('[data-field="fingerprint"]').fill('0000 0000')
    await request.locator('[data-action="approve-request"]').click()
    await request.locator('.problem').waitFor()
    await clean(operator, 'en-1280-operator')
    await request.locator('[data-field="fingerprint"]').fill(spoken)
    await request.locator('[data-action="approve-request"]').click()
    await request.waitFor({ state: 'detached' })

    await applicant.page.locator('[data-approved]').waitFor()
    await applicant.page.fill('#complete-passphrase', PASSPHRASE)
    const files = await saved(applicant.page, 4, () =>
      applicant.page.locator('[data-action="complete"]').click(),
    )
    expect(Object.keys(files).sort()).to.deep.equal([
      'identity.p12',
      'officer.keystore',
      'operational.keystore',
      'trust.json',
    ])
    await clean(applicant, 'ar-375-enrolled')
    await applicant.page.locator('[data-action="enter"]').click()
    await applicant.page.waitForURL(/#\/packages$/)
    await applicant.page.locator('.views').waitFor()

    const alma = await openWebClient(here.browser, origin)
    await passesOn(here.product, alma, applicant)
    await alma.close()
    // Nothing is stopped without a reason, nor at the first press.
    await operator.page.fill('#suspended-id', 'xc.moj')
    await operator.page.locator('[data-action="suspend"]').click()
    await operator.page.locator('[role=alert] a[href="#suspended-reason"]').waitFor()
    await operator.page.fill('#suspended-reason', 'An exercise')
    await operator.page.locator('[data-action="suspend"]').click()
    await operator.page.getByText('Stop the mail of').waitFor()
    await clean(operator, 'en-1280-suspend')
    await operator.page.locator('[data-action="suspend-sure"]').click()
    await operator.page.locator('[data-ordered="suspended"]').waitFor()
    await Promise.all([operator.close(), applicant.close()])
  })

  it('an officer is taken in, gets other roles, and the authority changes its keys', async () => {
    const { data, origin } = here.product
    const alma = await openWebClient(here.browser, origin)
    await alma.page.goto(`${origin}/#/new-keys`)
    await alma.page.fill('#new-authority', 'xa.moj')
    await alma.page.fill('#new-passphrase', PASSPHRASE)
    await alma.page.fill('#again-passphrase', PASSPHRASE)
    const made = await saved(alma.page, 2, () =>
      alma.page.locator('[data-action="new-keys"]').click(),
    )
    await clean(alma, 'en-1280-new-keys')

    await alma.page.goto(`${origin}/`)
    await enter(alma.page, 'xa')
    await alma.page.goto(`${origin}/#/authority`)
    await alma.page.locator('[data-standing="active"]').first().waitFor()
    await alma.page.setInputFiles('#operational', join(data, 'xa.moj/operational.keystore'))
    await alma.page.setInputFiles('#identity', join(data, 'xa.moj/identity.p12'))
    const secret = (await readFile(join(data, 'xa.moj/passphrase'), 'utf8')).trim()
    await alma.page.fill('#authority-passphrase', secret)
    await clean(alma, 'en-1280-authority')
    await alma.page.locator('[data-action="open-keys"]').click()
    await alma.page.fill('#officer-name', 'Nadia Osei')
    await alma.page.locator('#officer-roles input[value="translator"]').check()
    await alma.page.setInputFiles('#officer-keys', String(made['officer.public.json']))
    await alma.page.locator('[data-action="add-officer"]').click()
    await alma.page.locator('[data-officer="Nadia Osei"]').click()
    await alma.page.locator('#changed-roles input[value="case"]').check()
    await alma.page.locator('[data-action="change-roles"]').click()
    const row = alma.page.locator('tr', { has: alma.page.locator('[data-officer="Nadia Osei"]') })
    await row.getByText('Case officer').waitFor()

    // What the entry says is changed as a form; what does not fit is told, what changes is seen before it is signed.
    await alma.page.locator('[data-action="change-entry"]').click()
    await alma.page.fill('#field-contact-telephone', 'by post')
    await alma.page.locator('[data-action="publish-entry"]').click()
    await alma.page.locator('[role=alert] a[href="#field-contact-telephone"]').waitFor()
    await alma.page.fill('#field-contact-telephone', '+999 555 0142')
    await alma.page.locator('[data-changes="contact"]').waitFor()
    await clean(alma, 'en-1280-own-entry')
    await alma.page.locator('[data-action="publish-entry"]').click()
    await alma.page.locator('[data-published]').waitFor()

    await saved(alma.page, 1, () => alma.page.locator('[data-action="make-keys"]').click())
    await alma.page.locator('#keys-kept').check()
    await alma.page.locator('[data-action="rotate"]').click()
    await alma.page.locator('[data-rotated="3"]').waitFor()
    await clean(alma, 'en-1280-authority-changed')

    // A renewed certificate, by whoever certifies the authority: here the network's root, for the request that is saved.
    const asked = await saved(alma.page, 1, () =>
      alma.page.locator('[data-action="request-certificate"]').click(),
    )
    const request = await readFile(String(asked['identity.csr.pem']), 'utf8')
    const renewed = await renewedBy(join(data, 'operator'), request)
    const pem = { name: 'renewed.pem', mimeType: 'application/x-pem-file', buffer: renewed }
    await alma.page.setInputFiles('#certificate', pem)
    const kept = await saved(alma.page, 1, () =>
      alma.page.locator('[data-action="verify-certificate"]').click(),
    )
    expect(Object.keys(kept)).to.deep.equal(['identity.p12'])
    await clean(alma, 'en-1280-authority-certificate')
    await alma.page.locator('#certificate-kept').check()
    await alma.page.locator('[data-action="use-certificate"]').click()
    await alma.page.locator('[data-certified]').waitFor()
    const session = await here.product.officer('xa')
    const keys = (await session.directory.current(session.officer.authority)).payload.keys
    expect(keys.filter(({ purpose }) => purpose === 'envelopes')).to.have.length(2)

    // A key that was in the wrong hands is revoked as of a moment that has passed: the vault is closed to it.
    await alma.page.locator('[data-officer="Nadia Osei"]').click()
    await alma.page.fill('#revoked-since', '2024-03-10T12:00')
    await alma.page.locator('[data-action="show-impact"]').click()
    await alma.page.locator('[data-action="revoke-since"]').click()
    await alma.page.locator('[data-revoked="closed"]').waitFor()
    await clean(alma, 'en-1280-revoked-since')
    await alma.page.goto(`${origin}/#/directory/xa.moj`)
    await alma.page.getByText('+999 555 0142').waitFor()
    await clean(alma, 'en-1280-entry-versions')

    // Whoever has an identity of two authorities tries a whole exchange between them.
    const tab = await alma.page.context().newPage()
    await tab.goto(`${origin}/?as=xb`)
    await tab.waitForURL(/#\/packages$/)
    await tab.goto(`${origin}/#/self-test`)
    await tab.locator('[data-action="run-self-test"]').click()
    await tab.locator('[data-tested]').waitFor({ timeout: 180_000 })
    expect(await tab.locator('[data-step="done"]').count()).to.equal(9)
    await clean({ ...alma, page: tab }, 'en-1280-self-test')
    await alma.close()
  })
})

/** What the network's root certifies for a request, PEM. */
async function renewedBy(folder: string, request: string): Promise<Buffer> {
  const secret = (await readFile(join(folder, 'passphrase.txt'), 'utf8')).trim()
  const issuer = await fromPkcs12(await readFile(join(folder, 'network-root.p12')), secret)
  const now = Date.now()
  const { pem } = await issueCertificate(request, {
    issuer,
    role: 'authority',
    party: 'xa.moj',
    name: 'Ministry of Justice',
    state: 'XA',
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + 300 * 86_400_000),
  })
  return Buffer.from(pem)
}
