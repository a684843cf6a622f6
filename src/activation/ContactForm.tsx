import { e164 } from '../messaging/index.ts'
import { regionPaths } from '../region/index.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DateTimeField, Select } from '../ui/inputs.tsx'
import { fieldValue, zoneName } from '../ui/moment.ts'
import { tel } from '../ui/path.ts'
import type { BoardProps } from './ActivationPage.tsx'
import { boardWords } from './boardWords.ts'
import { activationPaths } from './paths.ts'
import { ringWords } from './ringWords.ts'
import { contactRoles, endings } from './storedRoles.ts'
import { contactRoleWords, outcomeWords } from './teamWords.ts'

/** Nothing is called out before this is recorded. */
export const ContactForm = ({ view, lang, typed, errors }: BoardProps) => {
  const { region, activation, incident, now } = view
  const say = boardWords[lang]
  const zone = zoneName(now, region.timeZone, lang)
  const known = incident?.overAt ? fieldValue(incident.overAt, region.timeZone) : ''
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <Card title={say.contactTitle} tone="amber">
      <p>{say.contactLead}</p>
      <Numbers view={view} lang={lang} />
      {incident === null ? null : (
        <p>
          <LinkButton href={activationPaths.further(region.slug, activation.id)}>{say.askMore}</LinkButton>
        </p>
      )}
      <form method="post" action={activationPaths.contact(region.slug, activation.id)} novalidate>
        <Select
          name="role"
          label={say.contactRole}
          required
          lang={lang}
          value={typed.role}
          error={errorOf('role')}
          options={contactRoles.map((role) => ({ value: role, label: contactRoleWords[lang][role] }))}
        />
        <DateTimeField
          name="spokenAt"
          label={say.spokenAt}
          required
          zone={zone}
          value={typed.spokenAt ?? fieldValue(now, region.timeZone)}
          error={errorOf('spokenAt')}
        />
        {incident === null ? null : (
          <DateTimeField
            name="overAt"
            label={say.overSince}
            hint={say.overSinceHint}
            zone={zone}
            value={typed.overAt ?? known}
            error={errorOf('overAt')}
          />
        )}
        <Button look="primary">{say.contactDone}</Button>
      </form>
    </Card>
  )
}

/** The number on file first: anybody can type a number into a form. */
const Numbers = ({ view, lang }: Pick<BoardProps, 'view' | 'lang'>) => {
  const { request } = view.activation
  if (request === null) return null
  const say = ringWords[lang]
  const agency = view.agencies.get(request.agencyId)!
  const given = <a href={tel(request.callbackPhone)}>{request.callbackPhone}</a>
  const same = agency.phone !== null && e164(agency.phone) === e164(request.callbackPhone)
  return (
    <>
      <p>
        {agency.phone === null ? (
          <>
            {say.noneOnFile(agency.name)}{' '}
            <a href={regionPaths.agencyPhones(view.region.slug)}>{say.addOnFile}</a>
          </>
        ) : (
          <>
            {say.onFile(agency.name)} <a href={tel(agency.phone)}>{agency.phone}</a>
          </>
        )}
      </p>
      {same ? null : (
        <p class={agency.phone === null ? undefined : 'muted'}>
          {agency.phone === null
            ? boardWords[lang].call(request.requesterName)
            : say.given(request.requesterName)}{' '}
          {given}
        </p>
      )}
    </>
  )
}

export const OutcomeForm = ({ view, lang, typed, errors }: BoardProps) => {
  const say = boardWords[lang]
  return (
    <Card title={say.outcomeTitle}>
      <form method="get" action={activationPaths.outcome(view.region.slug, view.activation.id)} novalidate>
        <Select
          name="code"
          label={say.outcome}
          lang={lang}
          value={typed.code}
          error={errors.find((error) => error.field === 'code')?.message}
          options={endings(view.incident === null, view.plans).map((code) => ({
            value: code,
            label: outcomeWords[lang][code],
          }))}
        />
        <Button look="quiet">{say.outcomeDone}</Button>
      </form>
    </Card>
  )
}
