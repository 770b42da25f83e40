/** The plan of the house, as sentences that a tool checks. See docs/architecture.md. */
const may = (from, comment, ...allowed) => ({
  name: `${from.replace(/[^a-z]+/g, '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: '^(config|crypto|server|workers|client|test)/',
    pathNot: [`^${from}/`, ...allowed.map((folder) => `^${folder}(/|\\.ts$)`)],
  },
})
const only = (pkg, homes) => ({
  name: `${pkg.replace(/[^a-z]+/g, '-')}-has-one-home`,
  comment: `${pkg} is a detail of ${homes.join(' and ')}; everything else goes through a port.`,
  severity: 'error',
  from: {
    path: '^(config|crypto|server|workers|client)/',
    pathNot: homes.map((home) => `^${home}(/|\\.ts$)`),
  },
  to: { path: `node_modules/${pkg}/` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    may('config', 'Configuration is read before anything else exists, so it knows nothing.'),
    may('crypto', 'Cryptography must be reviewable on its own and run in a browser.'),
    may('server/contract', 'A promise may name formats, never implementations.', 'crypto'),
    may(
      'server/domain',
      'The domain asks for effects through ports; it never performs them.',
      'crypto',
      'server/contract',
    ),
    may(
      'server/storage',
      'Storage implements ports.',
      'crypto',
      'server/contract',
      'server/domain',
    ),
    may('server/blobs', 'Blobs implement ports.', 'crypto', 'server/contract', 'server/domain'),
    may(
      'server/messaging',
      'Messaging implements ports.',
      'crypto',
      'server/contract',
      'server/domain',
    ),
    may('server/observability', 'Logging knows nothing of what it logs.'),
    may(
      'server/http',
      'HTTP translates; it decides nothing.',
      'crypto',
      'server/contract',
      'server/domain',
      'server/observability',
    ),
    may(
      'server/realtime',
      'Sockets translate; they decide nothing.',
      'crypto',
      'server/contract',
      'server/domain',
      'server/observability',
    ),
    may(
      'workers',
      'A worker is a second front door to the same domain, never a client of HTTP.',
      'config',
      'crypto',
      'server/contract',
      'server/domain',
      'server/observability',
      'server/container',
    ),
    may('client', 'A client trusts the contract, not the server.', 'crypto', 'server/contract'),
    {
      name: 'crypto-is-isomorphic',
      comment: 'crypto/ runs in a browser as it runs here.',
      severity: 'error',
      from: { path: '^crypto/' },
      to: { dependencyTypes: ['core'] },
    },
    only('mongoose', ['server/storage']),
    only('express', ['server/http']),
    only('socket.io', ['server/realtime']),
    only('@tus/server', ['server/http']),
    only('bullmq', ['server/messaging', 'workers']),
    only('jose', ['crypto']),
    only('node-forge', ['crypto/pki']),
    only('pkijs', ['crypto/timestamp']),
    only('tus-js-client', ['client/transport']),
    only('socket.io-client', ['client/transport']),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'] },
    doNotFollow: { path: 'node_modules' },
  },
}
