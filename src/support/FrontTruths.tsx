import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { spoken, supportPaths } from './frontPaths.ts'
import { frontWords } from './frontWords.ts'

type Props = { before: 'call' | 'write'; region: string; lang: Language }

/** What is so and what it doesn't mean, before somebody calls or writes: what is known afterwards comes too late. */
export const FrontTruths = ({ before, region, lang }: Props) => {
  const say = frontWords[lang]
  const truths = before === 'call' ? say.callTruths : say.writeTruths
  return (
    <Card tone="aside" title={before === 'call' ? say.beforeCall : say.beforeWrite}>
      <ul>
        {truths.map(({ so, but }) => (
          <li key={so}>
            <b>{so}</b> {but}
          </li>
        ))}
      </ul>
      <a href={spoken(supportPaths.limits(region), lang)}>{say.limitsFirst}</a>
    </Card>
  )
}
