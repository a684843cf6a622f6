import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { dayAndClock } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import type { OnCallView } from './onCallView.ts'
import { kindOf, rosterPaths } from './paths.ts'
import { standInWords } from './standInWords.ts'

type Props = { view: OnCallView; lang: Language; nameOf: (id: string) => string }

/** Shifts for which nobody has said yes yet, until they begin. */
export const StandInsAsked = ({ view, lang, nameOf }: Props) => {
  const say = standInWords[lang]
  const { slug, timeZone } = view.region
  const at = (moment: Temporal.Instant) => dayAndClock(moment, timeZone, lang)
  if (view.standIns.length === 0) return null
  return (
    <Section title={say.asked}>
      <DataTable
        caption={say.asked}
        captionHidden
        columns={[
          { label: say.who },
          { label: say.from },
          { label: say.to },
          { label: say.since },
          { label: say.step },
        ]}
        rows={view.standIns.map((one) => ({
          key: one.id,
          cells: [
            nameOf(one.whose.kind === 'member' ? one.whose.memberId : one.whose.accountId),
            at(one.startsAt),
            at(one.endsAt),
            at(one.askedAt),
            <Actions>
              {one.mayTake ? (
                <form method="post" action={rosterPaths.taking(slug, one.id)}>
                  <Button>{say.take}</Button>
                </form>
              ) : null}
              {one.mayWithdraw ? (
                <>
                  <LinkButton href={rosterPaths.standIn(slug, kindOf[one.whose.kind], one.shiftId)}>
                    {say.see}
                  </LinkButton>
                  <form method="post" action={rosterPaths.withdrawal(slug, one.id)}>
                    <Button look="quiet">{say.withdraw}</Button>
                  </form>
                </>
              ) : null}
            </Actions>,
          ],
        }))}
      />
    </Section>
  )
}
