import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { environment } from '#config/schema.js'
import { KEYS, read, ROOT } from './deployed-files.js'

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
