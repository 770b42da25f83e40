import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import { z } from 'zod'
import { environment } from '#config/schema.js'
import { isThere, KEYS, read, ROOT } from './deployed-files.js'

describe('the units of systemd', () => {
  const folder = 'deploy/systemd'
  const units = readdirSync(join(ROOT, folder)).filter((name) => !name.endsWith('.conf'))
  const services = units.filter((name) => name.endsWith('.service'))
  // The flag is for what is logged of an error: it names sources then, not bundles.
  const START = /^ExecStart=\/usr\/bin\/node (?:--enable-source-maps (dist\/\S+)|(client\/\S+))/m

  it('start what is built, by nobody privileged, on a file system that is read-only', () => {
    for (const name of services) {
      const text = read(`${folder}/${name}`)
      for (const line of [
        'NoNewPrivileges=yes',
        'ProtectSystem=strict',
        'ProtectHome=yes',
        'CapabilityBoundingSet=',
        'UMask=0077',
      ]) {
        expect(text.split('\n'), name).to.contain(line)
      }
      expect(text, name).to.match(/^User=rogatory/m)
      const [, built, command] = START.exec(text) ?? []
      const script = built ?? command ?? ''
      const source = script.replace(/^dist\/(.*)\.js$/, '$1.ts')
      expect(read(source).length, `${name} starts ${script}`).to.be.above(0)
      const set = [...text.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name = '']) => name)
      const unset = /^UnsetEnvironment=(.*)$/m.exec(text)?.[1]?.split(' ') ?? []
      for (const variable of [...set, ...unset]) {
        const known = variable === 'NODE_ENV' || variable in environment.shape
        expect(known, `${variable} in ${name}`).to.equal(true)
      }
    }
  })

  /** A unit with its drop-in, as systemd reads the two together. */
  const withSecrets = (name: string) =>
    read(`${folder}/${name}`) +
    (/^rogatory-(relay|workers)@/.test(name) ? `\n${read(`${folder}/secrets.conf`)}` : '')

  it('may be given every secret as a credential, sealed and by a variable that there is', () => {
    const text = read(`${folder}/secrets.conf`).replaceAll(/^#(?=[A-Z])/gm, '')
    const loaded = [...text.matchAll(/^LoadCredential(Encrypted)?=([^:]+):/gm)].map(
      ([, sealed, name = '']) => ({ name, isSealed: sealed !== undefined }),
    )
    const names = loaded.map(({ name }) => name)
    for (const [, variable = '', named = ''] of text.matchAll(/^Environment=(\w+)=%d\/?(.*)$/gm)) {
      expect(environment.shape).to.have.property(variable)
      if (named !== '') expect(names).to.include(named)
    }
    expect(names).to.include.members(KEYS)
    const plain = loaded.filter(({ isSealed }) => !isSealed).map(({ name }) => name)
    expect(plain).to.have.members(['timestamp-chain.json', 'entry.jws', 'trust.json'])
  })

  it('are understood by systemd, and rated little exposed', function () {
    if (!isThere('systemd-analyze')) this.skip()
    this.timeout(300_000)
    const copies = mkdtempSync(join(tmpdir(), 'rogatory-units-'))
    try {
      const names = units.map((name) => {
        // Neither the program nor its folder is where an installation has it.
        const text = withSecrets(name)
          .replaceAll('/usr/bin/node', process.execPath)
          .replace(/^WorkingDirectory=.*$/m, 'WorkingDirectory=/')
        const copy = join(copies, name.replace('@.', '@1.'))
        writeFileSync(copy, text)
        return copy
      })
      const analyse = (...words: string[]) => {
        const { status, stdout, stderr } = spawnSync('systemd-analyze', words, {
          encoding: 'utf8',
        })
        return { status, said: stdout + stderr }
      }
      // Some versions say what they do not know and end with 0 all the same.
      const verified = analyse('verify', '--man=no', '--recursive-errors=no', ...names)
      expect(verified.status, verified.said).to.equal(0)
      expect(verified.said).not.to.match(/Unknown key|Unknown section|ignoring/i)
      for (const name of names.filter((one) => one.endsWith('.service'))) {
        const rated = analyse('security', '--offline=true', '--threshold=20', name)
        expect(rated.status, `${name}: ${rated.said.slice(-200)}`).to.equal(0)
      }
    } finally {
      rmSync(copies, { recursive: true })
    }
  })
})

describe('what sends the lines of the log on', () => {
  const folder = 'deploy/logs'
  const [forward, collect] = ['rsyslog-forward.conf', 'rsyslog-collect.conf'].map((name) =>
    read(`${folder}/${name}`).replaceAll(/^\s*#.*$/gm, ''),
  ) as [string, string]

  it('speaks TLS with a certificate on either side, and throws nothing away', () => {
    for (const text of [forward, collect]) {
      expect(text).to.contain('tls="on"').and.contain('tls.authMode="name"')
      expect(text).to.match(/tls\.permittedPeer=\["[a-z0-9-]+\.example\.org"/)
    }
    expect(forward).to.contain('action.resumeRetryCount="-1"').and.contain('queue.filename')
    expect(/port="(\d+)"/.exec(forward)?.[1]).to.equal(/port="(\d+)"/.exec(collect)?.[1])
    expect(read(`${folder}/journald.conf`))
      .to.contain('Seal=yes')
      .and.contain('ForwardToSyslog=')
  })

  it('takes the lines of every unit that runs on', () => {
    const [, prefix = ''] = /\$programname startswith "([^"]+)"/.exec(forward) ?? []
    for (const name of ['relay', 'workers']) {
      const unit = read(`deploy/systemd/rogatory-${name}@.service`)
      const [, said = ''] = /^SyslogIdentifier=(.*)$/m.exec(unit) ?? []
      expect(said.startsWith(prefix) && prefix !== '', name).to.equal(true)
    }
  })
})

describe('the proxy that gets a public certificate', () => {
  const text = read('deploy/proxy/Caddyfile')

  it('speaks TLS 1.3, trusts the relays alone, and leads no program on from plain HTTP', () => {
    expect(text).to.match(/tls \{\s+protocols tls1\.3\s+\}/)
    expect(text).to.contain('tls_trusted_ca_certs').and.contain('tls_client_auth')
    expect(text).to.contain('auto_https disable_redirects')
    expect(text).to.not.match(/tls_insecure_skip_verify|tls internal|trusted_proxies/)
    const [, plain = ''] = text.split('http://relay.example.org {')
    expect(plain).to.match(/redir \/ https:[^]*respond "https only" 403/)
  })

  it('is understood by Caddy', function () {
    const made = spawnSync('caddy', ['adapt', '--adapter', 'caddyfile', '--config', '-'], {
      input: text,
      encoding: 'utf8',
    })
    if (made.error !== undefined) this.skip()
    expect(made.status, made.stderr).to.equal(0)
  })
})

describe('the image', () => {
  it('lacks packages of the web client alone, which is built by then', () => {
    const [, named = ''] =
      /npm uninstall(?: --\S+)+ \\\n {2}(.+)\n/.exec(read('deploy/Dockerfile')) ?? []
    const packages = named.split(' ')
    expect(packages).to.include('react')
    const imported = ['server', 'workers', 'config', 'crypto', 'client'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path) && !(folder === 'client' && /^browser\b/.test(path)))
        .flatMap((path) => [
          ...read(join(folder, path)).matchAll(/(?:from|import\() ?'([^.#'][^']*)'/g),
        ])
        .map(([, name = '']) => name),
    )
    expect(imported).to.include('express')
    const used = packages.filter((name) => imported.some((one) => `${one}/`.startsWith(`${name}/`)))
    expect(used).to.deep.equal([])
  })
})

describe('the fonts of the image', () => {
  it('are those that certificates are set in', () => {
    const kept = read('deploy/Dockerfile').matchAll(/! -name '\*-(\w+)\.\*'/g)
    const [, bold, plain] =
      /\$\{bold \? '(\w+)' : '(\w+)'\}/.exec(read('client/files/certificate-fonts.ts')) ?? []
    expect(Array.from(kept, ([, weight]) => weight)).to.have.members([bold, plain])
  })
})

describe('compose.yaml', () => {
  it('has MongoDB and Redis on loopback only, with what the relay demands of them', () => {
    const Service = z.strictObject({
      image: z.string(),
      command: z.array(z.string()),
      ports: z.array(z.string().regex(/^127\.0\.0\.1:/)),
      volumes: z.array(z.string()),
      restart: z.literal('unless-stopped'),
      security_opt: z.tuple([z.literal('no-new-privileges:true')]),
      healthcheck: z.unknown().optional(),
    })
    const compose = z
      .strictObject({
        services: z.strictObject({ mongodb: Service, redis: Service }),
        volumes: z.record(z.string(), z.null()),
      })
      .parse(parse(read('compose.yaml')))
    const { mongodb, redis } = compose.services
    expect(mongodb.command).to.include('--replSet')
    expect(redis.command).to.include('noeviction')
    for (const { volumes } of [mongodb, redis]) {
      expect(compose.volumes).to.have.property(volumes[0]?.split(':')[0] ?? '')
    }
  })
})
