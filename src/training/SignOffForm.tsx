import { AnswerRow } from '../ui/answers.tsx'
import { Button } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { day, weekday } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import type { Came, ClassView, Person } from './classView.ts'
import { classWords } from './classWords.ts'
import { InEnglish } from './InEnglish.tsx'
import { trainingPaths } from './paths.ts'
import { verdicts } from './verdict.ts'

type Props = {
  view: ClassView
  lang: Language
  person: Person
  came: Came | null
  errors: readonly FieldError[]
}

/** One person's skills, to tap while standing beside them. */
export const SignOffForm = ({ view, lang, person, came, errors }: Props) => {
  const say = classWords[lang]
  const { enrolmentId, name } = person
  const looks = view.looks.get(enrolmentId)
  const shown = view.skills.filter((skill) => looks?.get(skill.id)?.verdict === 'shown').length
  const tag = (
    <Tag tone={shown === view.skills.length ? 'ok' : 'neutral'}>
      {say.shownCount(shown, view.skills.length)}
    </Tag>
  )
  if (person.self)
    return (
      <p>
        {name} {tag} <span class="muted">{say.ownRow}</span>
      </p>
    )
  const typed = came?.form === enrolmentId ? came.typed : null
  const field = (code: string) => signOffField(enrolmentId, code)
  const error = (code: string) => errors.find((one) => one.field === field(code))?.message
  const days = view.days.map(String)
  return (
    <details open={typed !== null}>
      <summary>
        {name} {tag}
      </summary>
      <form
        method="post"
        action={trainingPaths.signOffs(view.region.slug, view.one.id, enrolmentId)}
        novalidate
      >
        {days.length === 1 ? (
          <input type="hidden" name={field('day')} value={days[0]} />
        ) : (
          <RadioCards
            name={field('day')}
            label={say.seenOn}
            error={error('day')}
            inline
            value={typed?.[field('day')] ?? days.at(-1)}
            options={view.days.map((one) => ({ value: String(one), label: weekday(one, lang) }))}
          />
        )}
        {view.skills.map((skill) => {
          const look = looks?.get(skill.id)
          return (
            <AnswerRow
              key={skill.id}
              name={field(skill.id)}
              label={<InEnglish>{skill.text}</InEnglish>}
              hint={look === undefined ? undefined : say.lookedOn(day(look.observedOn, lang))}
              error={error(skill.id)}
              value={typed?.[field(skill.id)] ?? look?.verdict ?? ''}
              options={verdicts.map((verdict) => ({ value: verdict, label: say.verdict[verdict] }))}
            />
          )
        })}
        <p>
          <Button>{say.saveLook}</Button>
        </p>
      </form>
    </details>
  )
}

/** Everybody has such a form on one page: each field carries the enrolment's id. */
export function signOffField(enrolmentId: string, code: string): string {
  return `${enrolmentId}_${code}`
}
