import type { Connection } from 'mongoose'
import type { CheckpointHistory, LogStore, UnsequencedBacklog } from '../../domain/log/ports.js'
import { mongoCheckpoints } from './checkpoints.js'
import { mongoLeaves } from './leaves.js'
import { mongoSequencedStatements } from './sequenced-statements.js'
import { mongoTiles } from './tiles.js'

/** The log in MongoDB: `leaves`, `tiles`, `checkpoints`, and the `index` of `statements`. */
export const mongoLogStore = (
  connection: Connection,
): CheckpointHistory & LogStore & UnsequencedBacklog => ({
  ...mongoSequencedStatements(connection),
  ...mongoLeaves(connection),
  ...mongoTiles(connection),
  ...mongoCheckpoints(connection),
})
