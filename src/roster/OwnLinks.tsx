import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { ownTimeWords } from './ownTimeWords.ts'
import { rosterPaths } from './paths.ts'
import { reachWords } from './reachWords.ts'

/** Where a member's other pages are, on their own one. */
export const OwnLinks = ({ slug, lang }: { slug: string; lang: Language }) => (
  <Card title={ownTimeWords[lang].title}>
    <ul class="plain">
      <li>
        <a href={rosterPaths.ownTime(slug)}>{ownTimeWords[lang].see}</a>
      </li>
      <li>
        <a href={rosterPaths.reach(slug)}>{reachWords[lang].look}</a>
      </li>
      <li>
        <a href={rosterPaths.hears(slug)}>{reachWords[lang].hears}</a>
      </li>
      <li>
        <a href={rosterPaths.followUps(slug)}>{reachWords[lang].followUps}</a>
      </li>
      <li>
        <a href={rosterPaths.referrals(slug)}>{reachWords[lang].referrals}</a>
      </li>
      <li>
        <a href={rosterPaths.cards(slug)}>{reachWords[lang].cards}</a>
      </li>
      <li>
        <a href={rosterPaths.ownRecord(slug)}>{reachWords[lang].record}</a>
      </li>
    </ul>
  </Card>
)
