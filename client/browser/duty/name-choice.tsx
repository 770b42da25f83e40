import { Checkbox, Fieldset } from '@mantine/core'

type NameChoiceProps = {
  readonly id: string
  readonly legend: string
  readonly names: readonly string[]
  readonly chosen: readonly string[]
  readonly error: string | undefined
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any number of officers, by name. */
export const NameChoice = ({ id, legend, names, chosen, error, onChange }: NameChoiceProps) => (
  <Fieldset legend={legend} id={id} tabIndex={-1}>
    {error !== undefined && <p className="late">{error}</p>}
    <div className="roster-choices">
      {[...new Set([...names, ...chosen])].map((name) => (
        <Checkbox
          key={name}
          label={<bdi>{name}</bdi>}
          value={name}
          checked={chosen.includes(name)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? [...chosen, name]
                : chosen.filter((other) => other !== name),
            )
          }
        />
      ))}
    </div>
  </Fieldset>
)
