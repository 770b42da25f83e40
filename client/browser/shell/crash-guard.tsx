import { Component, type ReactNode } from 'react'
import { Problem } from '../components/page-states.js'

type Props = {
  /** A change of it tries again: the address. */
  readonly place: string
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
    return <Problem error={error} onRetry={() => this.setState({ error: undefined })} />
  }
}
