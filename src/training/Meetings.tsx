import type { Language } from '../ui/language.ts'
import { span } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import type { Class, ClassState, Meeting } from './class.ts'
import { classWords } from './classWords.ts'

type Props = { of: Pick<Class, 'meetings'>; timeZone: string; lang: Language }

/** When a class meets: a line for each time, and no list of one. */
export const Meetings = ({ of: { meetings }, timeZone, lang }: Props) => {
  const [only, ...others] = meetings
  const said = (one: Meeting) => span(one.startsAt, one.endsAt, timeZone, lang)
  if (only !== undefined && others.length === 0) return <p>{said(only)}</p>
  return (
    <ul class="plain">
      {meetings.map((one) => (
        <li key={one.id}>{said(one)}</li>
      ))}
    </ul>
  )
}

const tones = { planned: 'neutral', running: 'amber', over: 'ok', cancelled: 'bad' } as const

export const StateTag = ({ state, lang }: { state: ClassState; lang: Language }) => (
  <Tag tone={tones[state]}>{classWords[lang].states[state]}</Tag>
)
