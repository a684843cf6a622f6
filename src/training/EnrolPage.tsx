import type { Region } from '../region/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { ErrorSummary, type FieldError, RequiredNote } from '../ui/errorSummary.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import type { Course } from './course.ts'
import type { EntryMode } from './enrolment.ts'
import { enrolWords } from './enrolWords.ts'
import { Around } from './InEnglish.tsx'
import { limits } from './limits.ts'
import { spoken, trainingPaths } from './paths.ts'
import { typedField } from './typedField.ts'

type Props = {
  region: Region
  course: Course
  mode: EntryMode
  /** Whose certificates it asks for today. */
  before: readonly Course[]
  lang: Language
  /** One's own courses, on the other host. */
  learning: Path
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** The way into a course for whoever has no account: a name, an address, and a code where they have one. */
export const EnrolPage = (props: Props) => {
  const { region, course, mode, before, lang, learning } = props
  const say = enrolWords[lang]
  const full = course.depth === 'full'
  return (
    <>
      <PageHead
        title={<Around say={say.title} english={course.title} />}
        lead={full ? (mode === 'closed' ? say.closedLead : say.lead) : say.outline}
      />
      {full ? (
        <>
          {lang === 'en' ? null : <p>{say.english}</p>}
          {mode === 'open' ? null : (
            <Notice tone={mode === 'closed' ? 'amber' : 'info'}>
              {mode === 'closed' ? say.closed : before.length === 0 ? say.approval : say.approvalBefore}
            </Notice>
          )}
          {before.length === 0 ? null : (
            <Notice tone="info" title={mode === 'approval' ? say.beforeAsk : say.before}>
              <ul lang="en">
                {before.map((one) => (
                  <li key={one.id}>
                    <a href={spoken(trainingPaths.course(region.slug, one.id), lang)}>{one.title}</a>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <Form {...props} />
          <Section title={say.next}>
            <ol>
              {say.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Section>
          <p>
            {say.signIn} <a href={learning}>{say.signInLink}</a>
          </p>
        </>
      ) : null}
      <Back {...props} />
    </>
  )
}

const Form = ({ region, course, mode, lang, typed, errors }: Props) => {
  const say = enrolWords[lang]
  const of = typedField(typed, errors)
  const closed = mode === 'closed'
  const code = (
    <Field
      {...of('code')}
      label={closed ? say.code : say.codeOptional}
      hint={say.codeHint}
      autocomplete="off"
      maxlength={limits.code}
      required={closed}
    />
  )
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <form
        class="stack"
        method="post"
        action={spoken(trainingPaths.enrol(region.slug, course.id), lang)}
        novalidate
      >
        <RequiredNote lang={lang} />
        {closed ? code : null}
        <Field
          {...of('name')}
          label={say.name}
          hint={say.nameHint}
          autocomplete="name"
          maxlength={limits.name}
          required
        />
        <Field
          {...of('email')}
          label={say.email}
          hint={say.emailHint}
          type="email"
          autocomplete="email"
          maxlength={limits.email}
          required
        />
        {closed ? null : code}
        <Actions>
          <Button look="primary">{say.send}</Button>
        </Actions>
      </form>
    </>
  )
}

/** After the form, whatever stood in it. */
export const EnrolAskedPage = (props: Pick<Props, 'region' | 'course' | 'lang'>) => {
  const say = enrolWords[props.lang]
  return (
    <>
      <PageHead title={say.askedTitle} lead={say.askedLead} />
      <p>{say.askedNone}</p>
      <p class="muted">{say.askedSame}</p>
      <Back {...props} />
    </>
  )
}

const Back = ({ region, course, lang }: Pick<Props, 'region' | 'course' | 'lang'>) => (
  <p>
    <a href={spoken(trainingPaths.course(region.slug, course.id), lang)}>{enrolWords[lang].back}</a>
  </p>
)
