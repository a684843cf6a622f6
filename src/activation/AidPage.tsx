import { incidentWords } from '../incident/index.ts'
import { disciplineWords, type Region } from '../region/index.ts'
import type { Member } from '../roster/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { Checkbox, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { aidWords } from './aidWords.ts'
import type { AidRequest } from './mutualAid.ts'
import { activationPaths } from './paths.ts'

export type AidPageProps = {
  lang: Language
  region: Region
  now: Temporal.Instant
  request: AidRequest
  possible: readonly Member[]
  /** Whom this team offered, as its own roster calls them. */
  offered: string | null
  hardest: boolean
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** What a neighbouring team asks, and the answer. */
export const AidPage = (props: AidPageProps) => {
  const { lang, region, now, request, hardest, errors } = props
  const say = aidWords[lang]
  const words = incidentWords[lang]
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  return (
    <>
      <PageHead title={say.asksTitle(request.from)} lead={say.asksLead} />
      <ErrorSummary lang={lang} errors={errors} />
      <Card>
        <DefinitionList
          facts={[
            { term: say.session, detail: words.type[request.type] },
            { term: say.when, detail: `${at(request.startsAt)} – ${at(request.endsAt)}` },
            { term: say.town, detail: request.town },
            { term: say.forSeat, detail: words.seat[request.kind] },
            { term: say.discipline, detail: disciplineWords[lang][request.discipline] },
            {
              term: say.language,
              detail:
                request.language === null
                  ? say.anyLanguage
                  : (names.of(request.language) ?? request.language),
            },
          ]}
        />
      </Card>
      {hardest && request.answer === null ? <Notice tone="amber">{say.hardest}</Notice> : null}
      {request.answer === null && !request.closed ? <Answer {...props} /> : <Stands {...props} />}
    </>
  )
}

const Stands = ({ lang, request, offered }: AidPageProps) => {
  const say = aidWords[lang]
  if (request.accepted && offered !== null) return <Notice tone="ok">{say.accepted(offered)}</Notice>
  if (request.answer?.code === 'not_this_time') return <Notice>{say.declined}</Notice>
  return offered === null || request.closed ? (
    <Notice>{say.closed}</Notice>
  ) : (
    <Notice tone="amber">{say.offered(offered)}</Notice>
  )
}

const Answer = ({ lang, region, request, possible, typed, errors }: AidPageProps) => {
  const say = aidWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const action = activationPaths.aid(region.slug, request.id)
  return (
    <>
      {possible.length === 0 ? (
        <Notice>{say.nobody}</Notice>
      ) : (
        <form class="stack" method="post" action={action} novalidate>
          <input type="hidden" name="code" value="offered" />
          <Select
            name="member"
            label={say.member}
            hint={say.memberHint}
            required
            lang={lang}
            value={typed.member}
            error={errorOf('member')}
            options={possible.map((member) => ({ value: member.id, label: member.name }))}
          />
          <Checkbox
            name="spoken"
            label={say.spoken}
            checked={typed.spoken === 'yes'}
            error={errorOf('spoken')}
          />
          <Actions>
            <Button look="primary">{say.offer}</Button>
          </Actions>
        </form>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="code" value="not_this_time" />
        <Actions>
          <Button look="quiet">{say.decline}</Button>
        </Actions>
      </form>
    </>
  )
}
