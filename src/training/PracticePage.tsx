import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import type { Choice, Practice } from './course.ts'
import { InEnglish } from './InEnglish.tsx'
import type { CourseView } from './learnView.ts'
import { learnWords } from './learnWords.ts'
import { trainingPaths } from './paths.ts'
import { isEnd, saidOn, turnAt } from './practiceWalk.ts'

type Props = {
  readonly view: CourseView
  readonly lang: Language
  readonly practice: Practice
  readonly path: readonly number[]
  /** Why a step was not taken. */
  readonly refused?: string
}

const tones: Readonly<Record<Choice['effect'], Tone>> = { opens: 'ok', neither: 'neutral', closes: 'amber' }

/** A talk to practise: what was said so far with what it did, the turn that is now, and what one could say. */
export const PracticePage = ({ view, lang, practice, path, refused }: Props) => {
  const say = learnWords[lang]
  const { course, enrolment, region } = view
  const { slug } = region
  const here = trainingPaths.practice(slug, enrolment.id, practice.id)
  const back = trainingPaths.enrolment(slug, enrolment.id)
  const turn = turnAt(practice, path) ?? practice.turns[practice.start]!
  const said = saidOn(practice, path)
  return (
    <div class="study stack">
      <p>
        <a href={back}>
          ← <InEnglish>{course.title}</InEnglish>
        </a>
      </p>
      <PageHead title={practice.title} titleLang="en" lead={<InEnglish>{practice.scene}</InEnglish>} />
      {refused === undefined ? null : <Notice tone="bad" live title={refused} />}
      {said.map(({ they, choice }, index) => (
        <div class="turn" key={`${index}-${choice.to}`}>
          <Said who={say.they}>{they}</Said>
          <Said who={say.youSaid} own>
            {choice.say}
          </Said>
          <p>
            <Tag tone={tones[choice.effect]}>{say.effects[choice.effect]}</Tag>{' '}
            <InEnglish>{choice.why}</InEnglish>
          </p>
        </div>
      ))}
      {isEnd(turn) ? (
        <>
          <Card title={say.ends}>
            <p lang="en">{turn.ends}</p>
          </Card>
          <form method="post" action={here} id="now">
            <Actions>
              <LinkButton look="primary" href={back}>
                {say.toCourse}
              </LinkButton>
              <Button name="path" value="">
                {say.startAgain}
              </Button>
              <Button name="path" value={path.slice(0, -1).join('.')}>
                {say.stepBack}
              </Button>
            </Actions>
          </form>
        </>
      ) : (
        <form method="post" action={here} id="now">
          <div class="turn">
            <Said who={say.they}>{turn.they}</Said>
          </div>
          <fieldset class="stack">
            <legend>{say.choose}</legend>
            {turn.choices.map((choice, index) => (
              <Button key={choice.say} wide name="path" value={[...path, index].join('.')}>
                <InEnglish>{choice.say}</InEnglish>
              </Button>
            ))}
          </fieldset>
          {path.length === 0 ? null : (
            <Actions>
              <Button look="quiet" name="path" value={path.slice(0, -1).join('.')}>
                {say.stepBack}
              </Button>
            </Actions>
          )}
        </form>
      )}
    </div>
  )
}

/** Who said it is seen by where it stands, and said to whoever does not see it. */
const Said = ({ who, own = false, children }: { who: string; own?: boolean; children: string }) => (
  <>
    <span class="unseen">{who}:</span>
    <blockquote class={own ? 'own' : undefined} lang="en">
      {children}
    </blockquote>
  </>
)
