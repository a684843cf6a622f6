import type { Region } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { talkPaths } from './paths.ts'
import { talkPageWords } from './talkWords.ts'
import { tallyCodes, tallyKinds } from './tally.ts'
import { codeSaid, tallyWords } from './tallyWords.ts'

type Props = { region: Region; lang: Language; counted: boolean }

/** Five questions, none of which has to be answered. */
export const TallyPage = ({ region, lang, counted }: Props) => {
  const say = tallyWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      {counted ? (
        <Notice tone="ok" live>
          {say.counted}
        </Notice>
      ) : null}
      <p class="muted">{say.truth}</p>
      <form class="stack" method="post" action={talkPaths.tally(region.slug)}>
        {tallyKinds.map((kind) => (
          <Select
            key={kind}
            name={kind}
            label={say.kind[kind]}
            lang={lang}
            value="unsaid"
            options={[
              { value: 'unsaid', label: say.unsaid },
              ...tallyCodes[kind].map((code: string) => ({ value: code, label: codeSaid(kind, code, lang) })),
            ]}
          />
        ))}
        <Actions>
          <Button look="primary">{say.count}</Button>
          <LinkButton look="quiet" href={talkPaths.conversations(region.slug)}>
            {talkPageWords[lang].title}
          </LinkButton>
        </Actions>
      </form>
    </>
  )
}
