// What the account of relay and workers may do in MongoDB, and nothing else: its own database, no user, no other.
//
//   mongosh "mongodb://admin@db.example/admin?tls=true" deploy/mongodb/role.js
//
// Then: db.getSiblingDB('admin').createUser({ user: 'rogatory', pwd: passwordPrompt(), roles: ['rogatory'] })
const database = 'rogatory'

db.getSiblingDB('admin').createRole({
  role: 'rogatory',
  privileges: [
    {
      resource: { db: database, collection: '' },
      actions: [
        // What is kept. Statements are never removed; `remove` is for outbox, uploads and what retention ends.
        ...['find', 'insert', 'update', 'remove'],
        // Collections and indexes are made at the start of a process that lacks them. None is dropped.
        ...['createCollection', 'createIndex', 'listCollections', 'listIndexes'],
      ],
    },
  ],
  roles: [],
})

// What the account of the board of queues may do: read the directory for the operator's public keys, and which
// migrations were done. createUser as above, with roles: ['rogatory-board'].
db.getSiblingDB('admin').createRole({
  role: 'rogatory-board',
  privileges: ['statements', 'migrations'].map((collection) => ({
    resource: { db: database, collection },
    actions: ['find'],
  })),
  roles: [],
})
