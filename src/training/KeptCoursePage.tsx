import type { AgencyId } from '../platform/ids.ts'
import { Actions, LinkButton } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { Notice } from '../ui/notice.tsx'
import { Columns, PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { AgencySeats, Codes, EntryForm, type FormProps } from './EntryForms.tsx'
import { keepWords } from './keepWords.ts'
import { LearnersTable } from './LearnersTable.tsx'
import { type CheckedList, ListForm } from './ListForm.tsx'
import { trainingPaths } from './paths.ts'

export const savedThings = ['entry', 'code', 'ended', 'seats', 'freed', 'list'] as const

type Props = Omit<FormProps, 'agencyName'> & {
  saved: (typeof savedThings)[number] | null
  checked: CheckedList | null
  /** Its page for everybody, on the other host. */
  open: Path
}

/** One course for whoever keeps it: who is in it, and every way in. */
export const KeptCoursePage = (props: Props) => {
  const { view, lang, errors, typed, saved, checked, open } = props
  const say = keepWords[lang]
  const { course, region } = view
  const agencyName = (id: AgencyId | null) => view.agencies.find((one) => one.id === id)?.name ?? null
  const forms = { view, lang, typed, errors, agencyName }
  return (
    <>
      <PageHead
        title={course.title}
        titleLang="en"
        over={say.title}
        aside={
          <Actions>
            <LinkButton href={trainingPaths.preview(region.slug, course.id)}>{say.preview}</LinkButton>
            <LinkButton href={open}>{say.open}</LinkButton>
            {course.depth === 'full' ? (
              <LinkButton href={trainingPaths.newClass(region.slug)}>{say.plan}</LinkButton>
            ) : null}
          </Actions>
        }
      />
      <ErrorSummary errors={errors} lang={lang} />
      {saved === null ? null : (
        <Notice tone="ok" live>
          {say.saved[saved]}
        </Notice>
      )}
      {course.depth === 'outline' ? (
        <p>{say.outline}</p>
      ) : (
        <Columns
          main={
            <>
              {checked === null ? <LearnersTable {...forms} /> : null}
              <ListForm
                {...{ lang, checked, errors }}
                action={trainingPaths.list(region.slug, course.id)}
                pasted={typed.pasted ?? ''}
              />
              {checked === null ? null : <LearnersTable {...forms} />}
            </>
          }
          aside={
            <>
              <EntryForm {...forms} />
              <Codes {...forms} />
              <AgencySeats {...forms} />
            </>
          }
        />
      )}
      <p>
        <a href={trainingPaths.training(region.slug)}>{say.back}</a>
      </p>
    </>
  )
}
