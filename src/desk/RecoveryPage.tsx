import { identityPaths } from '../identity/index.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { deskPaths } from './paths.ts'
import { recoveryWords } from './recoveryWords.ts'
import { rolesWords } from './rolesWords.ts'

type Props = {
  lang: Language
  region: Region
  people: readonly { readonly id: AccountId; readonly name: string }[]
  waiting: readonly {
    readonly id: string
    readonly person: string
    readonly by: string
    /** From when a second administrator may agree. */
    readonly from: Temporal.Instant
    readonly until: Temporal.Instant
    readonly open: boolean
  }[]
  errors: readonly FieldError[]
  typed: string
  news: 'begun' | 'confirmed' | 'cancelled' | null
}

export const RecoveryPage = ({ lang, region, people, waiting, errors, typed, news }: Props) => {
  const say = recoveryWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary lang={lang} errors={errors} />
      {news === null ? null : (
        <Notice tone="ok" live>
          {say[news]}
        </Notice>
      )}
      <Card title={say.waiting}>
        {waiting.length === 0 ? (
          <p>{say.nobody}</p>
        ) : (
          <>
            <p>{say.check}</p>
            <p>{say.wait}</p>
            <DataTable
              caption={say.waiting}
              captionHidden
              columns={[
                { label: say.person },
                { label: say.by },
                { label: say.from },
                { label: say.until },
                { label: say.step },
              ]}
              rows={waiting.map((one) => ({
                key: one.id,
                cells: [
                  one.person,
                  one.by,
                  dayAndClock(one.from, region.timeZone, lang),
                  dayAndClock(one.until, region.timeZone, lang),
                  <form method="post" action={identityPaths.recoveryConfirmation(region.slug)}>
                    <input type="hidden" name="id" value={one.id} />
                    <Actions>
                      {one.open ? <Button>{say.agree}</Button> : null}
                      <Button look="quiet" formaction={identityPaths.recoveryEnd(region.slug)}>
                        {say.callOff}
                      </Button>
                    </Actions>
                  </form>,
                ],
              }))}
            />
          </>
        )}
      </Card>
      <Card title={say.beginTitle}>
        <form class="stack" method="post" action={identityPaths.recoveries(region.slug)} novalidate>
          <Select
            name="account"
            label={say.who}
            required
            lang={lang}
            value={typed}
            error={errors.find((error) => error.field === 'account')?.message}
            options={people.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Actions>
            <Button look="primary">{say.start}</Button>
            <LinkButton look="quiet" href={deskPaths.roles(region.slug)}>
              {rolesWords[lang].title}
            </LinkButton>
          </Actions>
        </form>
      </Card>
    </>
  )
}
