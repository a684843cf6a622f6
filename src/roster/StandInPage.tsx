import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { kindOf, rosterPaths } from './paths.ts'
import type { StandInView } from './standInView.ts'
import { standInBarWords, standInWords } from './standInWords.ts'

type Props = { view: StandInView; lang: Language; errors: readonly FieldError[] }

/** Who may take one shift over, in their order, and why everybody else may not. */
export const StandInPage = ({ view, lang, errors }: Props) => {
  const say = standInWords[lang]
  const { shift, region } = view
  const { may, mayNot } = view.found
  const at = (moment: Temporal.Instant) => dayAndClock(moment, region.timeZone, lang)
  return (
    <>
      <PageHead title={say.title} lead={say.whose(view.holder, at(shift.startsAt), at(shift.endsAt))} />
      <ErrorSummary lang={lang} errors={errors} />
      <Section title={say.may}>
        {may.length === 0 ? <p class="muted">{say.nobody}</p> : <p class="muted">{say.mayLead}</p>}
        {view.asked ? (
          <Notice>{say.askedAlready}</Notice>
        ) : (
          <form method="post" action={rosterPaths.standIn(region.slug, kindOf[shift.whose.kind], shift.id)}>
            <p>
              <Button look="primary">{may.length === 0 ? say.askNobody : say.ask(may.length)}</Button>
            </p>
            <p class="hint">{say.askNote}</p>
          </form>
        )}
        <DataTable
          caption={say.may}
          captionHidden
          columns={[{ label: say.who }, { label: say.lately }]}
          rows={may.map((one) => ({ key: one.id, cells: [one.name, one.lately] }))}
          empty={<></>}
        />
      </Section>
      <details>
        <summary>{say.mayNot(mayNot.length)}</summary>
        <DataTable
          caption={say.mayNotCaption}
          captionHidden
          columns={[{ label: say.who }, { label: say.why }]}
          rows={mayNot.map(({ colleague, why }) => ({
            key: colleague.id,
            cells: [colleague.name, standInBarWords[lang][why]],
          }))}
        />
      </details>
      <p>
        <a href={rosterPaths.onCall(region.slug)}>{say.back}</a>
      </p>
    </>
  )
}
