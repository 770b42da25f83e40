import { expect } from 'chai'
import { waysOut } from '#config/services/ways-out.js'

describe('a service that cannot be provided', () => {
  for (const [service, variable] of [
    ['MongoDB', 'MONGODB_URI='],
    ['Redis', 'REDIS_URL='],
  ] as const) {
    for (const platform of ['linux', 'darwin'] as const) {
      it(`names the three ways out: ${service} on ${platform}`, () => {
        const { problems, message } = waysOut(service, 'there is none', platform)
        expect(problems).to.have.length(3)
        expect(message).to.contain('there is none').and.to.contain('docker compose up -d')
        expect(message).to.contain(variable)
        expect(message).to.contain(
          platform === 'darwin' ? 'brew' : service === 'Redis' ? 'apt-get' : 'mongod',
        )
      })
    }
  }
})
