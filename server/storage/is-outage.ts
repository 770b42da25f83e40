import { mongo, MongooseError } from 'mongoose'

/** MongoDB error codes. */
const PASSING = new Set([
  // A server that is shutting down, or is no primary any more.
  ...[11600, 11602, 91, 189, 10107, 13435, 13436, 10058],
  // A router that does not reach a shard: unreachable, unknown name, time-out, broken line, no primary there.
  ...[6, 7, 89, 9001, 133],
  // Too slow, or nothing yet that a majority holds.
  ...[262, 50, 134],
  // A majority that did not confirm, or cannot.
  ...[64, 79, 100],
  // A cursor that went with its server; two writes of one document at once.
  ...[43, 112],
  // No room.
  14031,
])

/** Errors of mongoose itself while there is no server. */
const DISCONNECTED = new Set(['MongooseServerSelectionError', 'DisconnectedError'])

/**
 * Whether an error means that MongoDB could not be asked or could not promise durability, so that the
 * same request may succeed later: not a bug, and nothing that the caller did.
 */
export function isOutage(error: unknown): boolean {
  // A bulk write wraps what went wrong on the line.
  if (error instanceof mongo.MongoBulkWriteError && error.errorResponse instanceof Error) {
    return isOutage(error.errorResponse)
  }
  if (error instanceof mongo.MongoNetworkError) return true
  if (error instanceof mongo.MongoServerSelectionError) return true
  if (error instanceof mongo.MongoNotConnectedError) return true
  if (error instanceof mongo.MongoTopologyClosedError) return true
  if (error instanceof mongo.MongoWriteConcernError) return true
  if (error instanceof MongooseError) return DISCONNECTED.has(error.name)
  return error instanceof mongo.MongoServerError && PASSING.has(Number(error.code))
}
