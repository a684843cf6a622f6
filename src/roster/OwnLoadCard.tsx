import { Card } from '../ui/card.tsx'
import { LoadFacts } from './LoadFacts.tsx'
import { loadWords } from './loadWords.ts'
import type { MemberPageProps } from './MemberPage.tsx'
import { rosterPaths } from './paths.ts'

type Props = Pick<MemberPageProps, 'view' | 'lang'> & { load: NonNullable<MemberPageProps['load']> }

/** On somebody's own page: what the region counts of them, and the way to what they alone can read. */
export const OwnLoadCard = ({ view, lang, load }: Props) => (
  <Card title={loadWords[lang].title}>
    <LoadFacts load={load.counts} now={load.now} region={view.region} lang={lang} />
    <a href={rosterPaths.ownLoad(view.region.slug)}>{loadWords[lang].see}</a>
  </Card>
)
