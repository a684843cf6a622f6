import { Actions, Button } from '../ui/button.tsx'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import type { SeatWaiting } from './ownSeats.ts'
import { seatsWords } from './seatsWords.ts'

type Props = {
  readonly action: Path
  readonly course: string
  readonly of: SeatWaiting
  readonly lang: Language
}

/** Asks once more, in words, before a seat that somebody was named to is free again. */
export const TakeBackForm = ({ action, course, of, lang }: Props) => {
  const say = seatsWords[lang]
  return (
    <details>
      <summary>
        {say.takeBack} <span class="unseen">{say.takeBackFrom(of.name)}</span>
      </summary>
      <form method="post" action={action}>
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="agency" value={of.agencyId} />
        <p class="muted">{say.takeBackLead(of.email)}</p>
        <Actions>
          <Button look="danger">
            {say.takeBackYes} <span class="unseen">{say.takeBackFrom(of.name)}</span>
          </Button>
        </Actions>
      </form>
    </details>
  )
}
