import { incidentWords } from '../incident/index.ts'
import type { RegionId } from '../platform/ids.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { Checkbox, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { aidWords } from './aidWords.ts'
import type { AidRequest } from './mutualAid.ts'
import { activationPaths } from './paths.ts'
import { openSeats, type PlanState } from './planState.ts'
import type { ActivationView } from './view.ts'

export type Neighbours = {
  readonly regions: readonly { readonly regionId: RegionId; readonly name: string }[]
  readonly requests: readonly AidRequest[]
}

type Props = {
  view: ActivationView
  plan: PlanState
  lang: Language
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  neighbours: Neighbours
}

/** Whom else one could ask when nobody of one's own is left; for a plan whose time stands. */
export const AskNeighbour = (props: Props) => {
  const { view, plan, lang, typed, errors, neighbours } = props
  const say = aidWords[lang]
  const asked = new Set<string>(
    neighbours.requests.filter((one) => !one.closed || one.accepted).map((one) => one.askedRegion),
  )
  const left = neighbours.regions.filter((one) => !asked.has(one.regionId))
  const kinds = [...new Set(openSeats(plan).map((seat) => seat.kind))]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  if (neighbours.requests.length === 0 && (left.length === 0 || kinds.length === 0)) return null
  return (
    <Card title={say.title}>
      <p class="muted">{say.lead}</p>
      {neighbours.requests.map((one) => (
        <Asked key={one.id} one={one} {...props} />
      ))}
      {left.length === 0 || kinds.length === 0 ? null : (
        <form
          class="stack"
          method="post"
          action={activationPaths.askNeighbour(view.region.slug, view.activation.id, plan.id)}
          novalidate
        >
          <Select
            name="kind"
            label={say.seat}
            required
            lang={lang}
            value={typed.kind}
            error={errorOf('kind')}
            options={kinds.map((value) => ({ value, label: incidentWords[lang].seat[value] }))}
          />
          <Select
            name="region"
            label={say.region}
            required
            lang={lang}
            value={typed.region}
            error={errorOf('region')}
            options={left.map((one) => ({ value: one.regionId, label: one.name }))}
          />
          <Checkbox
            name="consent"
            label={say.consent}
            checked={typed.consent === 'yes'}
            error={errorOf('consent')}
          />
          <Actions>
            <Button>{say.ask}</Button>
          </Actions>
        </form>
      )}
    </Card>
  )
}

const Asked = ({ one, view, plan, lang, neighbours }: Props & { one: AidRequest }) => {
  const say = aidWords[lang]
  const team = neighbours.regions.find((region) => region.regionId === one.askedRegion)?.name ?? ''
  const { answer } = one
  const stands =
    answer?.name == null
      ? answer === null
        ? one.closed
          ? say.notNeeded
          : say.waits
        : say.notThisTime
      : one.accepted
        ? say.comes(answer.name)
        : one.closed
          ? say.notNeeded
          : say.offers(answer.name, answer.agency ?? answer.from)
  const paths = [view.region.slug, view.activation.id, plan.id] as const
  return (
    <div class="stack">
      <p>
        <b>{stands}</b>{' '}
        <span class="muted small">
          {say.asked(team, near(one.askedAt, view.now, view.region.timeZone, lang))}
        </span>
      </p>
      {answer?.code === 'offered' && !one.closed ? (
        <form method="post" action={activationPaths.guest(...paths)}>
          <input type="hidden" name="request" value={one.id} />
          <Actions>
            <Button look="primary">{say.accept}</Button>
          </Actions>
        </form>
      ) : null}
      {one.accepted && plan.end === null ? (
        <form method="post" action={activationPaths.guestLeaves(...paths)}>
          <input type="hidden" name="request" value={one.id} />
          <Actions>
            <Button look="quiet">{say.leaves}</Button>
          </Actions>
        </form>
      ) : null}
    </div>
  )
}
