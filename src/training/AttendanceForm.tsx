import { Button } from '../ui/button.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { NumberField } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { span } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import { type Meeting, minutesBy, minutesOf } from './class.ts'
import type { Came, ClassView } from './classView.ts'
import { classWords } from './classWords.ts'
import { trainingPaths } from './paths.ts'

type Props = {
  view: ClassView
  lang: Language
  meeting: Meeting
  came: Came | null
  errors: readonly FieldError[]
}

/** Everybody's minutes of one meeting. Before anything was entered, whoever has a seat was there throughout. */
export const AttendanceForm = ({ view, lang, meeting, came, errors }: Props) => {
  const say = classWords[lang]
  const most = minutesOf(meeting)
  const known = view.attendance.get(meeting.id)
  const typed = came?.form === meeting.id ? came.typed : null
  const value = (enrolmentId: string) =>
    typed?.[attendanceField(meeting.id, enrolmentId)] ??
    known?.get(enrolmentId) ??
    minutesBy(meeting, view.now)
  const others = view.seated.filter((person) => !person.self)
  const entered = others.every((person) => known?.has(person.enrolmentId))
  return (
    <details open={typed !== null || !entered}>
      <summary>
        {span(meeting.startsAt, meeting.endsAt, view.region.timeZone, lang)}{' '}
        <Tag tone={entered ? 'ok' : 'amber'}>{entered ? say.entered : say.notEntered}</Tag>
      </summary>
      <form
        method="post"
        action={trainingPaths.attendance(view.region.slug, view.one.id, meeting.id)}
        novalidate
      >
        <p class="hint">{say.meetingMinutes(most)}</p>
        {others.length === view.seated.length ? null : <p class="hint">{say.ownRow}</p>}
        <div class="counts">
          {others.map(({ enrolmentId, name }) => {
            const field = attendanceField(meeting.id, enrolmentId)
            return (
              <NumberField
                key={enrolmentId}
                name={field}
                label={name}
                min={0}
                max={most}
                value={value(enrolmentId)}
                error={errors.find((error) => error.field === field)?.message}
              />
            )
          })}
        </div>
        <p>
          <Button>{say.saveAttendance}</Button>
        </p>
      </form>
    </details>
  )
}

/** Several meetings stand on one page: each field carries its meeting's id. */
export function attendanceField(meetingId: string, enrolmentId: string): string {
  return `${meetingId}_${enrolmentId}`
}
