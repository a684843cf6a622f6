import type { Language } from '../ui/language.ts'
import { span } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import type { Class, ClassState } from './class.ts'
import { classWords } from './classWords.ts'

/** When a class meets, a line for each time. */
export const Meetings = ({
  of,
  timeZone,
  lang,
}: {
  of: Pick<Class, 'meetings'>
  timeZone: string
  lang: Language
}) => (
  <ul class="plain">
    {of.meetings.map((one) => (
      <li key={one.id}>{span(one.startsAt, one.endsAt, timeZone, lang)}</li>
    ))}
  </ul>
)

const tones = { planned: 'neutral', running: 'amber', over: 'ok', cancelled: 'bad' } as const

export const StateTag = ({ state, lang }: { state: ClassState; lang: Language }) => (
  <Tag tone={tones[state]}>{classWords[lang].states[state]}</Tag>
)
