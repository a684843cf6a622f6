import { rosterPaths } from '../roster/index.ts'
import { Button } from '../ui/button.tsx'
import { type Href, tel } from '../ui/path.ts'
import type { WayLine, WayNext } from './dutyWay.ts'
import { trainingPaths } from './paths.ts'
import type { WayProps } from './WayPage.tsx'
import type { WayView } from './wayView.ts'
import { wayWords } from './wayWords.ts'

type CourseOf = WayView['way']['courses'][number]
type Props = WayProps & { readonly line: WayLine; readonly of: CourseOf | null }

/** The one thing to do next about a line, as a link where it is done on a page. */
export const WayStep = (props: Props) => {
  const { line, of, lang, own, view } = props
  const say = wayWords[lang]
  const { next } = line
  if (next === null) return <span class="nothing">–</span>
  if (own && next === 'renew' && of?.certificate)
    return (
      <form method="post" action={trainingPaths.renewal(view.region.slug, of.certificate.id)}>
        <Button>{say.nexts.renew}</Button>
      </form>
    )
  const words = own || line.code !== 'member' ? (own ? say.nexts : say.nextsOf)[next] : say.addMember
  const href = own ? ownHref(next, view, of) : keeperHref(next, view)
  return href === null ? <>{words}</> : <a href={href}>{words}</a>
}

function ownHref(next: WayNext, { region }: WayView, of: CourseOf | null): Href {
  const { slug } = region
  switch (next) {
    case 'ask':
      return tel(region.teamPhone)
    case 'classes':
      return trainingPaths.classes(slug)
    case 'enter_paper':
    case 'paper_waits':
      return trainingPaths.claims(slug)
    case 'ledger':
      return trainingPaths.continued(slug)
    case 'look_at_it':
      return of?.certificate
        ? trainingPaths.certificate(slug, of.certificate.id)
        : trainingPaths.learning(slug)
    case 'go_on':
    case 'wait_review':
      return of?.enrolment ? trainingPaths.enrolment(slug, of.enrolment.id) : trainingPaths.learning(slug)
    default:
      return trainingPaths.learning(slug)
  }
}

/** Of what is the learner's to do, a coordinator is only told. */
function keeperHref(next: WayNext, { region, memberId }: WayView): Href | null {
  if (next === 'wait_yes' || next === 'paper_waits') return trainingPaths.training(region.slug)
  if (next !== 'ask' && next !== 'enter_paper') return null
  if (memberId !== null) return rosterPaths.member(region.slug, memberId)
  return next === 'ask' ? rosterPaths.newMember(region.slug) : null
}
