import { setTimeout } from 'node:timers/promises'
import { acknowledgePackage, AuthorityId, composePackage, deliverPackage } from 'rogatory'
import { exportProof, listMailbox, openDocuments, readPackage } from 'rogatory'
import { diskDocument, intoFolder, officerAt, writeDurably } from 'rogatory/node'

const [alma, yusuf] = [await officerAt('.rogatory/xa'), await officerAt('.rogatory/xb')]

const id = await composePackage(alma, {
  to: [AuthorityId.parse('xb.pgo')],
  template: { id: 'sounding', version: 1 },
  form: { informal: true, subject: 'Bank records', questions: [{ question: 'On whose order?' }] },
  documents: [await diskDocument('request.pdf')],
})
await deliverPackage(alma, id) // evidence A.1 in hand: after a crash, deliver again

while (!(await listMailbox(yusuf, 'inbox', 20)).some((item) => item.package === id))
  await setTimeout(500)
const received = await readPackage(yusuf, id) // every signature and digest checked
await openDocuments(yusuf, received, intoFolder('received', received.manifest))
await acknowledgePackage(yusuf, id)

const { octets, verdict } = await exportProof(alma, id, { withinMs: 90_000 })
await writeDurably('request.rogatory-proof', octets)
console.log(verdict.verdict)
