import type { AddressInfo } from 'node:net'
import express from 'express'
import { answerParent } from '../support/answer-parent.js'

/** The least that Express 5 answers. Prints its address, as a program without a parent that asks. */
const server = express()
  .disable('x-powered-by')
  .get('/health/live', (_request, response) => {
    response.json({ hello: 'world' })
  })
  .listen(Number(process.env['HELLO_PORT'] ?? 0), '127.0.0.1')

answerParent({ port: () => Promise.resolve((server.address() as AddressInfo).port) })
