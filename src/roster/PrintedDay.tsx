import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import type { MemberFile } from './memberFile.ts'
import { memberWords } from './memberWords.ts'

type Props = {
  paper: Pick<MemberFile['credentials'][number], 'printedUntil' | 'endedOn'>
  lang: Language
}

/** The day that a paper gives, and that it was taken back: it must not look as if it had run out. */
export const PrintedDay = ({ paper: { printedUntil, endedOn }, lang }: Props) => (
  <div>
    {day(printedUntil, lang)}
    {endedOn === null ? null : (
      <>
        {' '}
        <Tag tone="bad">{memberWords[lang].takenBackOn(day(endedOn, lang))}</Tag>
      </>
    )}
  </div>
)
