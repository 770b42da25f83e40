import { Button, type ButtonProps, Group } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type ConfirmedProps = {
  /** What the button says, before and after the question. */
  readonly action: string
  /** What is asked once more: words, or what is read and chosen before it is done. */
  readonly question: ReactNode
  readonly size?: ButtonProps['size']
  /** What a test finds it by: `data-action`, and with `-sure` behind it once it is asked. */
  readonly name?: string
  readonly isBusy?: boolean
  /** What it says while it is done. */
  readonly busy?: string
  /** Whether it may be asked at all, as when a form is filled in. */
  readonly mayAsk?: () => boolean
  readonly onConfirm: () => void
}

/**
 * A button for what nobody brings back: it asks once more, where it stood. The question takes the focus, and the
 * button has it again when the answer is no.
 */
export function Confirmed(props: ConfirmedProps) {
  const { action, question, size = 'xs', name, isBusy = false, busy, mayAsk, onConfirm } = props
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  useEffect(() => {
    if (isAsked) box.current?.focus()
    else if (wasAsked.current) button.current?.focus()
    wasAsked.current = isAsked
  }, [isAsked])
  if (!isAsked) {
    return (
      <Button
        ref={button}
        variant="subtle"
        color="red"
        size={size}
        data-action={name}
        disabled={isBusy}
        onClick={() => setAsked(mayAsk?.() ?? true)}
      >
        {action}
      </Button>
    )
  }
  return (
    <div ref={box} role="group" aria-label={action} className="confirm" tabIndex={-1}>
      {typeof question === 'string' ? <p>{question}</p> : question}
      <Group mt="sm">
        <Button
          color="red"
          size={size}
          data-action={name && `${name}-sure`}
          disabled={isBusy}
          onClick={onConfirm}
        >
          {isBusy ? (busy ?? action) : action}
        </Button>
        <Button variant="default" size={size} disabled={isBusy} onClick={() => setAsked(false)}>
          {t('cancel')}
        </Button>
      </Group>
    </div>
  )
}
