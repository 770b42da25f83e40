import type { Template } from './format.js'
import { acceptance } from './answers/acceptance.js'
import { closure } from './answers/closure.js'
import { conditionalAcceptance } from './answers/conditional-acceptance.js'
import { conditionsAgreed } from './answers/conditions-agreed.js'
import { correction } from './answers/correction.js'
import { execution } from './answers/execution.js'
import { extensionRequest } from './answers/extension-request.js'
import { extension } from './answers/extension.js'
import { fulfilment } from './answers/fulfilment.js'
import { partialExecution } from './answers/partial-execution.js'
import { postponement } from './answers/postponement.js'
import { recall } from './answers/recall.js'
import { redirection } from './answers/redirection.js'
import { refusal } from './answers/refusal.js'
import { registration } from './answers/registration.js'
import { reminder } from './answers/reminder.js'
import { release } from './answers/release.js'
import { resumption } from './answers/resumption.js'
import { reviewStart } from './answers/review-start.js'
import { standDown } from './answers/stand-down.js'
import { supplementRequest } from './answers/supplement-request.js'
import { supplement } from './answers/supplement.js'
import { transferApproval } from './answers/transfer-approval.js'
import { transferRequest } from './answers/transfer-request.js'
import { withdrawal } from './answers/withdrawal.js'
import { assetFreezing } from './requests/asset-freezing.js'
import { culturalProperty } from './requests/cultural-property.js'
import { dataPreservation } from './requests/data-preservation.js'
import { documentService } from './requests/document-service.js'
import { emergencyDisclosure } from './requests/emergency-disclosure.js'
import { extraditionRequest } from './requests/extradition-request.js'
import { forwarding } from './requests/forwarding.js'
import { jointTeam } from './requests/joint-team.js'
import { mlaRequestV1 } from './requests/mla-request-v1.js'
import { mlaRequest } from './requests/mla-request.js'
import { oralConfirmation } from './requests/oral-confirmation.js'
import { proceedingsTransfer } from './requests/proceedings-transfer.js'
import { provisionalArrest } from './requests/provisional-arrest.js'
import { selfTest } from './requests/self-test.js'
import { sounding } from './requests/sounding.js'
import { spontaneousInformation } from './requests/spontaneous-information.js'
import { videoHearing } from './requests/video-hearing.js'

/** Every template there is, superseded versions too: what was sent stays readable. */
export const templates: readonly Template[] = [
  mlaRequest,
  extraditionRequest,
  provisionalArrest,
  dataPreservation,
  emergencyDisclosure,
  proceedingsTransfer,
  spontaneousInformation,
  assetFreezing,
  culturalProperty,
  documentService,
  videoHearing,
  jointTeam,
  sounding,
  oralConfirmation,
  forwarding,
  selfTest,
  mlaRequestV1,
  registration,
  reviewStart,
  supplementRequest,
  supplement,
  reminder,
  acceptance,
  conditionalAcceptance,
  conditionsAgreed,
  partialExecution,
  execution,
  refusal,
  postponement,
  resumption,
  redirection,
  withdrawal,
  closure,
  correction,
  recall,
  standDown,
  extensionRequest,
  extension,
  fulfilment,
  release,
  transferRequest,
  transferApproval,
]

/** The template of a package, by id and version; undefined when this program does not know it. */
export const templateOf = (id: string, version: number): Template | undefined =>
  templates.find((template) => template.id === id && template.version === version)

/** The version that new requests are written in; undefined for an id that is none. */
export const currentTemplate = (id: string): Template | undefined =>
  currentTemplates.find((template) => template.id === id)

/** What a person may choose from, requests first. */
export const currentTemplates: readonly Template[] = templates.filter(
  ({ superseded }) => superseded !== true,
)
