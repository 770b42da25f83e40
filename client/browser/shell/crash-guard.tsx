import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ClientError } from '../../core/client-error.js'
import { Problem } from '../components/page-states.js'

type Props = {
  /** A change of it tries again: the address, and how often somebody has asked to. */
  readonly place: string
  readonly onRetry: () => void
  readonly children: ReactNode
}
type State = { readonly error?: unknown; readonly place: string }

/** A screen that fails says so in its own place; frame and navigation stay. React asks for a class here. */
export class CrashGuard extends Component<Props, State> {
  override state: State = { place: this.props.place }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error }
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { place, error: undefined }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    if (error instanceof ClientError && error.code === 'page-outdated')
      return <Outdated error={error} />
    return <Problem error={error} onRetry={this.props.onRetry} />
  }
}

/** Nothing but the new page has what is missing. */
function Outdated({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  return (
    <>
      <Problem error={error} />
      <Button mt="sm" data-action="reload" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </>
  )
}
