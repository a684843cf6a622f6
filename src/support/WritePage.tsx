import type { Region, StatePack } from '../region/index.ts'
import { disciplineWords } from '../region/index.ts'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { tel } from '../ui/path.ts'
import { FrontTruths } from './FrontTruths.tsx'
import { LimitsShort } from './LimitsShort.tsx'
import { answerTimeWords, talkPageWords } from './talkWords.ts'

type Props = {
  of: Region
  /** Null: nobody read this state's law. */
  pack: StatePack | null
  script: Path
  worker: Path
  lang: Language
}

/** What stands before the script draws: the truth about writing, and the phone. The limits it moves to where they are acknowledged. */
export const WritePage = ({ of, pack, script, worker, lang }: Props) => {
  const say = talkPageWords[lang]
  return (
    <>
      <PageHead title={say.writeTitle} lead={say.writeLead} />
      <div data-before>
        <FrontTruths before="write" region={of.slug} lang={lang} />
      </div>
      <div
        class="stack"
        data-talk="seeker"
        data-slug={of.slug}
        data-region={of.id}
        data-lang={lang}
        data-phone={of.teamPhone}
        data-worker={worker}
        data-names={JSON.stringify(namesFor(lang))}
      >
        <Notice tone="amber">
          <p>
            {say.noScript} <a href={tel(of.teamPhone)}>{of.teamPhone}</a>
          </p>
        </Notice>
        <LimitsShort pack={pack} region={of.slug} lang={lang} />
      </div>
      <script src={script} type="module"></script>
    </>
  )
}

/** Codes that a peer's record carries, as the page says them. */
function namesFor(lang: Language): Record<string, string> {
  const names = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' })
  const languages = ['en', 'es', 'pt', 'ht', 'fr', 'zh', 'vi', 'ar', 'ru', 'ko', 'ase']
  return {
    ...disciplineWords[lang],
    ...answerTimeWords[lang],
    ...Object.fromEntries(languages.map((code) => [code, names.of(code) ?? code])),
  }
}
