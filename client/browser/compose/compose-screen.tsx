import { useParams } from 'wouter'
import { currentTemplate } from '../../templates/catalogue.js'
import { NotFound } from '../shell/not-found.js'
import { Compose } from './compose.js'

/** A new request. */
export function ComposeScreen() {
  const { template: id } = useParams<{ template: string }>()
  const template = currentTemplate(id)
  return template === undefined ? <NotFound /> : <Compose key={id} template={template} />
}
