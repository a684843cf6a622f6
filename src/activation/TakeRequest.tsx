import type { AccountId } from '../platform/ids.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { type AlertState, isOverdue } from './alertState.ts'
import { activationPaths } from './paths.ts'
import { alertStepWords, ringWords } from './ringWords.ts'
import type { ActivationView } from './view.ts'

type Props = { view: ActivationView; alert: AlertState; viewer: AccountId; lang: Language }

/** Who has the request, or whom it rings; taking it asks the one question first, in the two buttons themselves. */
export const TakeRequest = ({ view, alert, viewer, lang }: Props) => {
  const say = ringWords[lang]
  const { region, activation } = view
  const at = (moment: Temporal.Instant) => near(moment, view.now, region.timeZone, lang)
  const name = (id: AccountId) => view.accounts.get(id) ?? say.somebody
  const holder = alert.takings.find((one) => one.handedOnAt === null)
  if (alert.aside.some((one) => one.accountId === viewer)) return <Notice>{say.stoodAside}</Notice>
  const handing = activationPaths.handingOn(region.slug, activation.id)
  const spoken = activation.contact !== null
  // Spoken to before anybody was asked to take it: nothing rings.
  if (holder === undefined && spoken && alert.dueAt === null) return null
  const overdue = isOverdue(alert, spoken, view.policy, view.now)
  if (holder !== undefined && holder.accountId !== viewer && !overdue)
    return <Notice>{say.theirs(name(holder.accountId), at(holder.at))}</Notice>
  if (holder !== undefined && holder.accountId === viewer) {
    const hand = (
      <form method="post" action={handing} class="actions">
        <Button look={overdue ? 'plain' : 'quiet'} name="aside" value="no">
          {say.handOn}
        </Button>
        <Button look={overdue ? 'plain' : 'quiet'} name="aside" value="yes">
          {say.involved}
        </Button>
      </form>
    )
    // After the call the team is what matters; who goes on with it can still change.
    if (spoken)
      return (
        <details>
          <summary>{say.have(at(holder.at))}</summary>
          {hand}
        </details>
      )
    return (
      <Notice tone={overdue ? 'amber' : 'ok'}>
        <p>{overdue ? say.mineOverdue(at(holder.at)) : say.mine(at(holder.at))}</p>
        {hand}
      </Notice>
    )
  }
  return (
    <Card title={activation.request === null ? say.takeTitle : say.title} tone="amber">
      {holder === undefined ? null : <p>{say.theirsOverdue(name(holder.accountId), at(holder.at))}</p>}
      <ul class="plain small muted">
        {alert.rung.length === 0 && activation.request !== null ? <li>{say.nobodyRung}</li> : null}
        {alert.rung.slice(-4).map((one) => (
          <li key={`${one.accountId} ${one.at}`}>
            {say.rung(name(one.accountId), alertStepWords[lang][one.step], at(one.at))}
          </li>
        ))}
        {alert.behind ? <li>{say.behind}</li> : null}
        {alert.dueAt === null || alert.behind ? null : <li>{say.next(at(alert.dueAt))}</li>}
      </ul>
      <p>
        <strong>{say.question}</strong>
      </p>
      <Actions>
        <form method="post" action={activationPaths.taking(region.slug, activation.id)}>
          <Button look="primary">{spoken ? say.takeOn : say.take}</Button>
        </form>
        <form method="post" action={handing}>
          <Button name="aside" value="yes">
            {say.aside}
          </Button>
        </form>
      </Actions>
      <p class="muted small">{say.asideHint}</p>
    </Card>
  )
}
