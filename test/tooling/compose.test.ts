import { expect } from 'chai'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadConfig } from '#config/load.js'
import { environment } from '#config/schema.js'
import { read } from './deployed-files.js'

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.union([z.string(), z.array(z.string())]) }).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
})

describe('deploy/compose.yaml', () => {
  const { services, volumes } = z
    .object({
      services: z.record(z.string(), Service),
      volumes: z.record(z.string(), z.null()),
    })
    .parse(parse(read('deploy/compose.yaml'), { merge: true }))
  const ours = Object.entries(services).filter(([, { image }]) => image === 'rogatory')

  it('runs two relays and two workers of what is built, and nothing of ours that could gain anything', () => {
    const programs = ours.map(([, { command }]) => command?.at(-1) ?? 'dist/server/main.js')
    expect(programs.toSorted()).to.deep.equal([
      'dist/server/init.js',
      ...['dist/server/main.js', 'dist/server/main.js'],
      ...['dist/workers/main.js', 'dist/workers/main.js'],
    ])
    // What the image runs where nothing is said.
    expect(read('deploy/Dockerfile')).to.match(/^CMD \[.*"dist\/server\/main\.js"\]$/m)
    for (const [name, one] of ours) {
      expect(one, name).to.deep.include({ read_only: true, cap_drop: ['ALL'] })
      const program = one.command?.at(-1) ?? 'dist/server/main.js'
      expect(read(program.replace(/^dist\/(.*)\.js$/, '$1.ts')).length).to.be.above(0)
    }
  })

  it('configures them by variables that there are, so that they would start', () => {
    for (const [name, { environment: given = {} }] of ours) {
      expect(Object.keys(given).filter((each) => !(each in environment.shape))).to.deep.equal([])
      expect(() => loadConfig(given), name).to.not.throw()
    }
  })

  it('shows nothing but the proxy, on loopback, under the origin of the relays', () => {
    const shown = Object.entries(services).filter(([, { ports }]) => ports.length > 0)
    expect(shown.map(([name]) => name)).to.deep.equal(['proxy'])
    const [port = ''] = services['proxy']?.ports ?? []
    expect(port).to.match(/^127\.0\.0\.1:(\d+):\1$/)
    const [, { environment: given = {} }] = ours[0] ?? ['', {}]
    expect(given['RELAY_ORIGIN']).to.equal(`http://${port.replace(/:\d+$/, '')}`)
    const targets = services['proxy']?.command?.filter((word) => word.startsWith('relay-'))
    expect(targets).to.deep.equal(['relay-1:8080', 'relay-2:8080'])
  })

  it('waits for what is healthy, and names services and volumes that there are', () => {
    for (const [name, one] of Object.entries(services)) {
      for (const [other, { condition }] of Object.entries(one.depends_on)) {
        expect(services, name).to.have.property(other)
        const isWatched = services[other]?.healthcheck !== undefined
        expect(condition === 'service_healthy', `${name} waits for ${other}`).to.equal(isWatched)
      }
      for (const volume of one.volumes) expect(volumes).to.have.property(volume.split(':')[0] ?? '')
    }
    // Keys and ciphertext are the user's that the image runs as, whoever makes the volume.
    expect(read('deploy/Dockerfile')).to.match(
      /install -d -m 0700 -o 10001 -g 10001 (\S+)\nUSER 10001/,
    )
  })
})
