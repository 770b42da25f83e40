import { Group, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { nameTab } from './tab-title.js'

type PageProps = {
  readonly title: string
  /** Buttons beside the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen: its title names the browser's tab, and has the focus when the screen opens. */
export function Page({ title, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  useEffect(() => {
    nameTab(title)
  }, [title])
  return (
    <>
      <Group justify="space-between" align="baseline" className="page-head">
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </>
  )
}
