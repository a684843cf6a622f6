import { incidentWords, mayComeLater } from '../incident/index.ts'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/pageHead.tsx'
import type { IncidentBoardProps } from './ActivationPage.tsx'
import { boardWords } from './boardWords.ts'
import { stillWithheld } from './reproposal.ts'

type Props = Pick<IncidentBoardProps, 'view' | 'lang'>

/** What the rules would propose right now, to have at hand while on the phone. */
export const Preview = ({ view, lang }: Props) => {
  const say = boardWords[lang]
  const words = incidentWords[lang]
  const { proposals, beside } = view.assessment
  const plans = [
    ...proposals.map((one) => ({ ...one, count: one.target.count })),
    ...beside.map((one) => ({ ...one, count: null, sessions: 1 })),
  ]
  return (
    <Section title={say.previewTitle}>
      {plans.map(({ target, count, sessions, type, timing, reasons, contraindications }) => (
        <Card key={`${target.agencyId}${target.role}`} title={words.typeShort[type]}>
          <p>
            {[
              words.role[target.role],
              ...(count === null ? [] : [say.people(count)]),
              ...(sessions === 1 ? [] : [say.sessions(sessions)]),
              view.agencies.get(target.agencyId)?.name ?? [],
            ]
              .flat()
              .join(', ')}
            {` · ${say.closes(near(timing.closes, view.now, view.region.timeZone, lang))}`}
          </p>
          <p class="muted small">
            {[...reasons, ...contraindications].map((reason) => words.reason[reason.code]).join(' ')}
          </p>
        </Card>
      ))}
      {plans.length === 0 ? <p>{say.previewNone}</p> : null}
    </Section>
  )
}

/** Groups the rules propose no session for, and why. */
export const Withheld = ({ view, lang }: Props) => {
  const say = boardWords[lang]
  const words = incidentWords[lang]
  const withheld = stillWithheld(view.plans, view.assessment)
  if (withheld.length === 0) return null
  const idle = view.plans.length > 0 && view.plans.every((plan) => plan.end !== null)
  return (
    <Section title={say.withheldTitle}>
      {idle && withheld.some((one) => mayComeLater(one.because)) ? <Notice>{say.staysOpen}</Notice> : null}
      {withheld.map(({ target, because }) => (
        <Card
          key={`${target.agencyId}${target.role}`}
          title={[words.role[target.role], view.agencies.get(target.agencyId)?.name].join(', ')}
          tone="aside"
        >
          {because.map((reason) => (
            <p key={reason.code}>
              {words.reason[reason.code]}{' '}
              <span class="muted small" lang="en">
                ({reason.source})
              </span>
            </p>
          ))}
        </Card>
      ))}
    </Section>
  )
}
