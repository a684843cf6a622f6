import type { Region } from '../region/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { calendarWords } from './calendarWords.ts'
import { rosterPaths } from './paths.ts'

type Props = {
  region: Region
  lang: Language
  /** When the link in use was made; null without one. */
  madeAt: Temporal.Instant | null
  /** The whole address, in the one answer that makes it. */
  link: string | null
}

/** The link by which a calendar reads somebody's own times: made, shown once, ended. */
export const CalendarPage = ({ region, lang, madeAt, link }: Props) => {
  const say = calendarWords[lang]
  const dayOf = (at: Temporal.Instant) => day(at.toZonedDateTimeISO(region.timeZone).toPlainDate(), lang)
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      {link === null ? null : (
        <Notice tone="ok" title={say.onceTitle} live>
          <p>{say.once}</p>
          <p>
            <code>{link}</code>
          </p>
        </Notice>
      )}
      {madeAt === null ? <p>{say.none}</p> : null}
      {madeAt === null || link !== null ? null : <p>{say.made(dayOf(madeAt))}</p>}
      <Actions>
        <form method="post" action={rosterPaths.calendar(region.slug)}>
          <Button look={madeAt === null ? 'primary' : 'plain'}>
            {madeAt === null ? say.make : say.renew}
          </Button>
        </form>
        {madeAt === null ? null : (
          <form method="post" action={rosterPaths.calendarEnd(region.slug)}>
            <Button look="danger">{say.revoke}</Button>
          </form>
        )}
      </Actions>
    </>
  )
}
