import { incidentWords } from '../incident/index.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { inSentence } from '../ui/language.ts'
import { clock, duration, near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { WindowBar } from '../ui/windowBar.tsx'
import type { BoardProps } from './ActivationPage.tsx'
import { Allowed } from './Allowed.tsx'
import { Alternatives } from './Alternatives.tsx'
import { ApprovalForm } from './ApprovalForm.tsx'
import { AskedList } from './AskedList.tsx'
import { AskMore } from './AskMore.tsx'
import { BookedSession } from './BookedSession.tsx'
import { bookedAs } from './booking.ts'
import { liveId } from './liveShape.ts'
import { MoveSession } from './MoveSession.tsx'
import { NotAsked, PlanTeam } from './PlanTeam.tsx'
import { activationPaths } from './paths.ts'
import { planName } from './planName.ts'
import { closable, hasBegun, type PlanState, shownStage, stageOf } from './planState.ts'
import { planWords } from './planWords.ts'
import { Refuse } from './Refuse.tsx'
import { speaksAgainst } from './reproposal.ts'
import { SpokenAnswer } from './SpokenAnswer.tsx'
import { PlanTag } from './StageTag.tsx'
import { sharesRoom } from './sharedRoom.ts'
import { whoCouldWords } from './whoCouldWords.ts'

export type PlanProps = BoardProps & { plan: PlanState }

/** One plan in the five T's: target, type, timing, theme, team. */
export const PlanCard = (props: PlanProps) => {
  const { plan, view, lang } = props
  const say = planWords[lang]
  const words = incidentWords[lang]
  const stage = stageOf(plan)
  const shown = shownStage(plan, view.now)
  const booked = bookedAs(plan) !== null
  const circles = plan.seats.filter((seat) => seat.kind === 'lead').length
  const against = view.assessment === null ? null : speaksAgainst(plan, view.assessment)
  const shared = sharesRoom(plan, view.plans)
  const reasons = plan.reasons.map((reason) => words.reason[reason.code])
  return (
    <Section
      title={say.title(
        planName(plan, lang),
        inSentence(words.role[plan.role]),
        view.agencies.get(plan.agencyId)!.name,
      )}
    >
      <p>
        <PlanTag plan={plan} now={view.now} lang={lang} />{' '}
        {circles > 1 ? <Tag>{say.circles(circles)}</Tag> : null}{' '}
        <span class="muted small">
          {[say.people(plan.count), reasons.join(' ')].filter((part) => part !== '').join(' · ')}
        </span>
      </p>
      {against === null ? null : <Notice tone="bad">{say.against(words.reason[against.code])}</Notice>}
      {plan.contraindications.map((reason) => (
        <Notice key={reason.code} tone="amber">
          {words.reason[reason.code]}{' '}
          <span class="muted small" lang="en">
            ({reason.source})
          </span>
        </Notice>
      ))}
      {shared === null ? null : <Notice tone="bad">{say.sharedRoom(words.role[shared.role])}</Notice>}
      {booked ? <BookedSession {...props} /> : plan.end === null ? <PlanWindow {...props} /> : null}
      {stage === 'proposed' ? <ApprovalForm {...props} /> : null}
      <div id={liveId.team(plan)}>{stage === 'proposed' ? null : <PlanTeam {...props} />}</div>
      {shown === 'filling' || shown === 'filled' ? <SpokenAnswer {...props} /> : null}
      {stage === 'filling' || stage === 'filled' ? <PlanActions {...props} /> : null}
      {shown === 'filling' ? <AskMore {...props} /> : null}
      {shown === 'filling' || shown === 'filled' ? <MoveSession {...props} /> : null}
      {stage === 'proposed' ? <Alternatives {...props} /> : null}
      <Allowed view={view} plan={plan} lang={lang} />
      {plan.end === null && shown !== 'filled' && shown !== 'begun' ? (
        <p>
          <a href={activationPaths.whoCould(view.region.slug, view.activation.id, plan.id)}>
            {whoCouldWords[lang].link}
          </a>
        </p>
      ) : null}
      {plan.end?.code === 'closed' ? (
        <p>
          <a href={activationPaths.closeOut(view.region.slug, view.activation.id, plan.id)}>{say.closedAs}</a>
        </p>
      ) : null}
      {plan.end?.code === 'closed' && !booked ? (
        <p>
          <a href={activationPaths.followUps(view.region.slug, view.activation.id, plan.id)}>
            {planWords[lang].followUps}
          </a>
        </p>
      ) : null}
      {plan.end === null && shown !== 'begun' ? <Refuse {...props} /> : null}
      {plan.approval === null ? null : <AskedList {...props} />}
      {plan.approval === null ? null : <NotAsked {...props} />}
      {plan.reasons.length === 0 ? null : (
        <p class="muted small">
          {say.sources}{' '}
          <span lang="en">{[...new Set(plan.reasons.map((reason) => reason.source))].join('; ')}.</span>
        </p>
      )}
    </Section>
  )
}

const PlanWindow = ({ plan, view, lang }: PlanProps) => {
  const say = planWords[lang]
  const { window, approval } = plan
  const at = (moment: Temporal.Instant) => near(moment, view.now, view.region.timeZone, lang)
  const left = window.closes.since(view.now).total('minutes')
  return (
    <Card>
      <WindowBar
        title={say.window}
        summary={left > 0 ? say.summary(at(window.idealUntil), duration(left, lang)) : say.windowClosed}
        {...window}
        now={view.now}
        {...(approval === null ? {} : { session: { starts: approval.startsAt, ends: approval.endsAt } })}
        labels={{
          opens: say.opens(at(window.opens)),
          idealUntil: say.idealUntil(at(window.idealUntil)),
          closes: say.closes(at(window.closes)),
          now: say.now(clock(view.now, view.region.timeZone, lang)),
          ...(approval === null ? {} : { session: say.session(at(approval.startsAt)) }),
        }}
      />
    </Card>
  )
}

const PlanActions = ({ plan, view, lang }: PlanProps) => (
  <div class="actions">
    <LinkButton look="quiet" href={activationPaths.briefing(view.region.slug, view.activation.id, plan.id)}>
      {planWords[lang].briefing}
    </LinkButton>
    {closable(plan, view.now) === 'yes' ? (
      <LinkButton href={activationPaths.closeOut(view.region.slug, view.activation.id, plan.id)}>
        {planWords[lang].closeOut}
      </LinkButton>
    ) : null}
    {hasBegun(plan, view.now) ? null : (
      <LinkButton
        look="quiet"
        href={activationPaths.planStandDown(view.region.slug, view.activation.id, plan.id)}
      >
        {planWords[lang].standDown}
      </LinkButton>
    )}
  </div>
)
