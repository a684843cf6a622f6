import type { Region } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { talkPageWords } from './talkWords.ts'

type Props = {
  region: Region
  lang: Language
  name: string | null
  six: readonly string[] | null
  professional: boolean
  /** Of the support page, as it is typed. */
  address: string
}

/** What a peer hands out: who they are here, where to write or call, and six words that no server can make up. */
export const CardPage = ({ region, lang, name, six, professional, address }: Props) => {
  const say = talkPageWords[lang]
  return (
    <>
      <PageHead title={say.cardTitle} lead={professional ? say.cardLeadAlong : say.cardLead} />
      {name === null || six === null ? (
        <Notice tone="amber">{say.cardNone}</Notice>
      ) : (
        <Card title={name}>
          <p>
            {professional ? say.cardNameAlong : say.cardName}, {region.name}
          </p>
          <p class="muted">{say.cardAt}</p>
          <p>
            <b>{address}</b>
            <br />
            <b>{region.teamPhone}</b>
          </p>
          <p class="muted">{professional ? say.cardSixAlong : say.cardSix}</p>
          <p class="six" lang="en">
            {six.join(' ')}
          </p>
        </Card>
      )}
    </>
  )
}
