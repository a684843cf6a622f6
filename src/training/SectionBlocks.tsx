import type { Child } from 'hono/jsx'
import type { Region, StatePack } from '../region/index.ts'
import { Heading, type Level, under } from '../ui/heading.tsx'
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
  renderCheck: (check: Check, how: { level: Level; textLang: Language }) => Child
}

/** The blocks of one section, without its heading; `level` is that of headings in them. */
export const SectionBlocks = ({ section, ...of }: BlockProps & { section: Section; level: Level }) => (
  <>
    {section.blocks.map((block, at) => (
      <OneBlock block={block} {...of} key={at} />
    ))}
  </>
)

type SectionsProps = BlockProps & {
  sections: readonly Section[]
  /** Sets ids apart on a page with several texts. */
  of?: string
  /** Of their titles. */
  level?: Level
}

/** Sections under their headings, each to be linked to by its id. */
export const Sections = ({ sections, of = '', level = 2, ...blocks }: SectionsProps) => (
  <>
    {sections.map((section) => (
      <section class="stack text" id={`${of}${section.id}`} key={section.id}>
        {section.title === '' ? null : (
          <Heading level={level} lang={blocks.textLang ?? 'en'}>
            {section.title}
          </Heading>
        )}
        <SectionBlocks section={section} level={section.title === '' ? level : under(level)} {...blocks} />
      </section>
    ))}
  </>
)

const OneBlock = ({ block, ...of }: BlockProps & { block: Block; level: Level }) => {
  const { lang, textLang = 'en', linkFor, level } = of
  switch (block.kind) {
    case 'prose':
    case 'scene':
      return <Prose html={block.html} scene={block.kind === 'scene'} {...{ textLang, linkFor, level }} />
    case 'check':
      return <>{of.renderCheck(block.check, { level, textLang })}</>
    case 'pack':
      return <PackBlock part={block.show} state={of.state} pack={of.pack} {...{ lang, level }} />
    case 'help-lines':
      return (
        <section class="card">
          <HelpList help={of.help} lang={lang} />
        </section>
      )
  }
}
