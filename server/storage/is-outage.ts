import { mongo, MongooseError } from 'mongoose'

/** Codes of a server that is shutting down, electing, or whose disk is full (MongoDB error codes). */
const PASSING = new Set([
  11600, 11602, 91, 189, 10107, 13435, 13436, 10058, 64, 79, 100, 262, 50, 14031,
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
