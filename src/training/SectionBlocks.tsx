import type { Child } from 'hono/jsx'
import type { Region, StatePack } from '../region/index.ts'
import { HelpList } from '../ui/helpBar.tsx'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import type { Block, Check, Section } from './course.ts'
import type { LinkTo } from './links.ts'
import { PackBlock } from './PackBlock.tsx'
import { Prose } from './Prose.tsx'

export type BlockProps = {
  lang: Language
  /** What the text is written in; `en` but for translated hand-outs. */
  textLang?: Language
  state: Region['state']
  /** The law of that state; null: nobody read it. */
  pack: StatePack | null
  help: readonly HelpLine[]
  linkFor: (to: LinkTo) => Path
  /** The caller decides how a knowledge check looks: to answer, answered, or only to be read. */
  renderCheck: (check: Check) => Child
}

/** The blocks of one section, without its heading. */
export const SectionBlocks = ({ section, ...of }: BlockProps & { section: Section }) => (
  <>
    {section.blocks.map((block, at) => (
      <OneBlock block={block} {...of} key={at} />
    ))}
  </>
)

/** Sections under their headings, each to be linked to by its id. `under` sets ids apart on a page with several texts. */
export const Sections = ({
  sections,
  under = '',
  ...of
}: BlockProps & { sections: readonly Section[]; under?: string }) => (
  <>
    {sections.map((section) => (
      <section class="stack text" id={`${under}${section.id}`} key={section.id}>
        {section.title === '' ? null : (
          <h2 lang={(of.textLang ?? 'en') === of.lang ? undefined : (of.textLang ?? 'en')}>
            {section.title}
          </h2>
        )}
        <SectionBlocks section={section} {...of} />
      </section>
    ))}
  </>
)

const OneBlock = ({ block, ...of }: BlockProps & { block: Block }) => {
  const { lang, textLang = 'en', linkFor } = of
  switch (block.kind) {
    case 'prose':
    case 'scene':
      return <Prose html={block.html} scene={block.kind === 'scene'} {...{ lang, textLang, linkFor }} />
    case 'check':
      return <>{of.renderCheck(block.check)}</>
    case 'pack':
      return <PackBlock part={block.show} state={of.state} pack={of.pack} lang={lang} />
    case 'help-lines':
      return (
        <aside class="card">
          <HelpList help={of.help} lang={lang} />
        </aside>
      )
  }
}
