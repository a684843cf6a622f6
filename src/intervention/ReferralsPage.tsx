import type { Region } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import { interventionPaths } from './paths.ts'
import { ReferralFields } from './ReferralFields.tsx'
import { isStale, type Referral, referralKinds, referralLanguages } from './referral.ts'
import { referralCostWords, referralKindWords, referralWords } from './referralWords.ts'

type Props = {
  lang: Language
  region: Region
  now: Temporal.Instant
  rows: readonly Referral[]
  /** What the address asks for. */
  asked: Readonly<Record<string, string>>
  /** May add, vet and take off. */
  keeps: boolean
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** The list, and for whoever keeps it a form. */
export const ReferralsPage = (props: Props) => {
  const { lang, region, rows, asked, errors } = props
  const say = referralWords[lang]
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const any = { value: '', label: say.any }
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary lang={lang} errors={errors} />
      <form method="get" action={interventionPaths.referrals(region.slug)}>
        <Select
          name="kind"
          label={say.kind}
          lang={lang}
          value={asked.kind ?? ''}
          options={[any, ...referralKinds.map((value) => ({ value, label: referralKindWords[lang][value] }))]}
        />
        <Select
          name="language"
          label={say.language}
          lang={lang}
          value={asked.language ?? ''}
          options={[any, ...referralLanguages.map((value) => ({ value, label: names.of(value) ?? value }))]}
        />
        <Button>{say.filter}</Button>
      </form>
      {rows.length === 0 ? <EmptyState title={say.none}>{say.noneLead}</EmptyState> : null}
      {rows.map((row) => (
        <Listing key={row.id} row={row} names={names} {...props} />
      ))}
      {props.keeps ? <Add {...props} /> : null}
    </>
  )
}

const Listing = ({
  row,
  lang,
  region,
  now,
  keeps,
  names,
}: Props & { row: Referral; names: Intl.DisplayNames }) => {
  const say = referralWords[lang]
  const vettedOn = day(row.vettedAt.toZonedDateTimeISO(region.timeZone).toPlainDate(), lang)
  const stale = isStale(row.vettedAt, now)
  return (
    <Card title={row.name}>
      <p>
        <Tag>{referralKindWords[lang][row.kind]}</Tag>{' '}
        <Tag tone={stale ? 'amber' : 'ok'}>{stale ? say.stale(vettedOn) : say.vetted(vettedOn)}</Tag>
      </p>
      <p>
        <a href={tel(row.phone)}>{row.phone}</a> · {row.town}
        {row.telehealth ? ` · ${say.telehealth}` : ''} · {referralCostWords[lang][row.cost]}
      </p>
      <p class="muted small">
        {row.languages.map((code) => names.of(code) ?? code).join(', ')}
        {row.knowsResponders ? ` · ${say.knows}` : ''}
      </p>
      {keeps ? (
        <Actions>
          <form method="post" action={interventionPaths.referralVetted(region.slug, row.id)}>
            <Button>{say.vet}</Button>
          </form>
          <LinkButton href={interventionPaths.referral(region.slug, row.id)}>{say.edit}</LinkButton>
          <form method="post" action={interventionPaths.referralRetired(region.slug, row.id)}>
            <Button look="quiet">{say.retire}</Button>
          </form>
        </Actions>
      ) : null}
    </Card>
  )
}

const Add = ({ lang, region, typed, errors }: Props) => {
  const say = referralWords[lang]
  return (
    <Card title={say.addTitle}>
      <form method="post" action={interventionPaths.referrals(region.slug)} novalidate>
        <ReferralFields {...{ lang, typed, errors }} />
        <Button look="primary">{say.add}</Button>
      </form>
    </Card>
  )
}
