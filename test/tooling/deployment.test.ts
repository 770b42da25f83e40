import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { environment } from '#config/schema.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
/** Files of the folder that RELAY_KEYS_DIR names. */
const KEYS = [
  ...['evidence-key.json', 'log-key.json', 'token-key.json', 'timestamp-key.pem'],
  ...['timestamp-chain.json', 'entry.jws', 'trust.json'],
]
const isThere = (command: string) => spawnSync(command, ['--version']).error === undefined

/** What every pod of ours must say, as the profile `restricted` of Kubernetes demands and a little more. */
const Hardened = z.object({
  automountServiceAccountToken: z.literal(false),
  securityContext: z.object({
    runAsNonRoot: z.literal(true),
    seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
  }),
  containers: z
    .array(
      z.object({
        image: z.string(),
        // Without the flag, what is logged of an error names bundles instead of sources.
        command: z.tuple([z.literal('node'), z.literal('--enable-source-maps'), z.string()]),
        securityContext: z.object({
          allowPrivilegeEscalation: z.literal(false),
          readOnlyRootFilesystem: z.literal(true),
          capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
        }),
        resources: z.object({ limits: z.object({ memory: z.string() }) }),
        volumeMounts: z.array(z.object({ name: z.string() })),
      }),
    )
    .min(1),
  volumes: z.array(z.object({ name: z.string() })),
})
type Manifest = {
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec?: Record<string, unknown>
  readonly data?: Record<string, string>
}
const Templated = z.object({
  template: z.object({
    metadata: z.object({ labels: z.record(z.string(), z.string()) }),
    spec: Hardened,
  }),
  selector: z.object({ matchLabels: z.record(z.string(), z.string()) }).optional(),
})

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
      for (const [, variable = ''] of text.matchAll(/^Environment=([A-Z_]+)=/gm)) {
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
    this.timeout(60_000)
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
      ...{ input: text, encoding: 'utf8' },
    })
    if (made.error !== undefined) this.skip()
    expect(made.status, made.stderr).to.equal(0)
  })
})

describe('the manifests for Kubernetes', () => {
  const folder = 'deploy/kubernetes'
  const files = readdirSync(join(ROOT, folder)).filter((name) => name !== 'kustomization.yaml')
  const manifests = files.flatMap((name) =>
    parseAllDocuments(read(`${folder}/${name}`)).map((document) => {
      expect(document.errors, name).to.deep.equal([])
      return document.toJS() as Manifest
    }),
  )
  const pods = manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'Job')

  it('are all named by kustomization.yaml, and put together by kubectl', function () {
    const { resources } = parse(read(`${folder}/kustomization.yaml`)) as { resources: string[] }
    expect(resources.toSorted()).to.deep.equal(files.toSorted())
    const made = spawnSync('kubectl', ['kustomize', join(ROOT, folder)], { encoding: 'utf8' })
    if (made.error !== undefined) this.skip()
    expect(made.status, made.stderr).to.equal(0)
    expect(parseAllDocuments(made.stdout)).to.have.length(manifests.length)
  })

  it('run nothing that could gain anything or write to its own file system', () => {
    expect(pods.map(({ metadata }) => metadata.name)).to.have.members([
      'rogatory-init',
      'rogatory-relay',
      'rogatory-workers',
    ])
    for (const { metadata, spec } of pods) {
      const { template, selector } = Templated.parse(spec)
      if (selector !== undefined) {
        expect(template.metadata.labels, metadata.name).to.deep.equal(selector.matchLabels)
      }
      const volumes = template.spec.volumes.map(({ name }) => name)
      for (const { command, volumeMounts } of template.spec.containers) {
        expect(read(command[2].replace(/^dist\/(.*)\.js$/, '$1.ts')).length).to.be.above(0)
        for (const { name } of volumeMounts) expect(volumes).to.contain(name)
      }
    }
  })

  it('configure by variables that there are, none of which is a secret', () => {
    const { data = {} } = manifests.find(({ kind }) => kind === 'ConfigMap') ?? {}
    expect(Object.keys(data).filter((name) => !(name in environment.shape))).to.deep.equal([])
    expect(Object.keys(data)).not.to.include.oneOf(['MONGODB_URI', 'REDIS_URL', 'SMTP_URL'])
    // With what the secret adds, a relay would start.
    const given = { ...data, MONGODB_URI: 'mongodb://m', REDIS_URL: 'redis://r' }
    expect(environment.safeParse(given).error?.issues ?? []).to.deep.equal([])
  })
})

describe('the manifests for Kubernetes with a vault', () => {
  const folder = 'deploy/kubernetes-vault'

  it('take every key of the relay and both addresses from the vault, and no environment', () => {
    const Secret = z.object({
      spec: z.object({
        target: z.object({ name: z.string() }),
        data: z.array(
          z.object({ secretKey: z.string(), remoteRef: z.object({ key: z.string() }) }),
        ),
      }),
    })
    const { spec } = Secret.parse(parse(read(`${folder}/secrets.yaml`)))
    expect(spec.data.map(({ secretKey }) => secretKey)).to.have.members([
      ...['mongodb-uri', 'redis-url'],
      ...KEYS,
    ])
    const { patches } = z
      .object({ patches: z.array(z.object({ patch: z.string() })) })
      .parse(parse(read(`${folder}/kustomization.yaml`)))
    const [, map, pods] = patches.map(({ patch }) => parse(patch) as unknown)
    const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(map)
    expect(Object.keys(data).filter((name) => !(name in environment.shape))).to.deep.equal([])
    const text = JSON.stringify(pods)
    expect(text).to.contain(`"secretName":"${spec.target.name}"`).and.contain('"readOnly":true')
    expect(text).to.not.contain('secretRef')
    // Octal: the group may read them, whom the pod is of.
    expect(text).to.contain(`"defaultMode":288`)
  })

  it('are put together by kubectl', function () {
    const made = spawnSync('kubectl', ['kustomize', join(ROOT, folder)], { encoding: 'utf8' })
    if (made.error !== undefined) this.skip()
    expect(made.status, made.stderr).to.equal(0)
    expect(made.stdout).to.not.contain('rogatory-init').and.not.contain('rogatory-addresses')
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
