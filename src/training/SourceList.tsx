import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import type { Path } from '../ui/path.ts'
import type { Source } from './course.ts'
import { courseWords } from './courseWords.ts'
import { InEnglish } from './InEnglish.tsx'
import { sourceId } from './links.ts'

type Props = {
  /** In the order of their numbers. */
  keys: readonly string[]
  sources: ReadonlyMap<string, Source>
  lang: Language
  /** Tells lists apart that stand on one page. */
  of?: string
}

/** Every source with its address, and how much of it was read: a claim rests on that and on no more. */
export const SourceList = ({ keys, sources, lang, of = '' }: Props) => {
  const say = courseWords[lang]
  return (
    <ol class="source-list small">
      {keys.map((key, at) => {
        const source = sources.get(key)
        return (
          <li id={sourceId(at + 1, of)} key={key}>
            <InEnglish>{source?.title ?? key}. </InEnglish>
            {source === undefined ? null : <WhatWasRead source={source} lang={lang} />}
            {source?.on == null ? null : ` (${say.readOn(day(Temporal.PlainDate.from(source.on), lang))})`}
          </li>
        )
      })}
    </ol>
  )
}

const WhatWasRead = ({ source, lang }: { source: Source; lang: Language }) => (
  <>
    {source.where === null ? null : (
      <>
        {/* The schema takes an address of the web and nothing else. */}
        <a href={source.where as Path} rel="noreferrer">
          {new URL(source.where).hostname}
        </a>
        {'. '}
        {courseWords[lang].read}{' '}
      </>
    )}
    <InEnglish>{source.read}</InEnglish>
  </>
)
