import type { Language } from '../ui/language.ts'
import { messageWords, withLink } from './messageWords.ts'
import type { StandDownReason } from './standDownReason.ts'

/**
 * What somebody hears who need not come. Whoever was on a team that is cancelled may be on the way, so the first thing said
 * is not to go. `others`: where they see what else they were asked for or are on; null: there is nothing else.
 */
export function standDownMessage(
  { stoodDown, seated }: { readonly stoodDown: StandDownReason | null; readonly seated: boolean },
  others: string | null,
  lang: Language,
): {
  readonly mail: { readonly subject: string; readonly text: string }
  readonly text: string
  readonly push: string
} {
  const say = messageWords[lang]
  const words =
    stoodDown === 'hold_over'
      ? {
          subject: say.holdOverSubject,
          mail: say.holdOverMail,
          text: say.holdOverText,
          push: say.holdOverPush,
        }
      : stoodDown === 'cancelled' && seated
        ? {
            subject: say.cancelledSubject,
            mail: say.cancelledMail,
            text: say.cancelledText,
            push: say.cancelledPush,
          }
        : {
            subject: say.standDownSubject,
            mail: say.standDownMail,
            text: say.standDownText,
            push: say.standDownPush,
          }
  if (others === null)
    return { mail: { subject: words.subject, text: words.mail }, text: words.text, push: words.push }
  return {
    mail: { subject: words.subject, text: `${words.mail}\n${say.onlyThisMail(others)}` },
    text: withLink(`${words.text} ${say.onlyThisShort}:`, others),
    push: `${words.push} ${say.onlyThisShort}.`,
  }
}
