import { talkWords } from './words.ts'

/** What the page says of itself, on the one element that the script draws in. */
export function pageOf(root: HTMLElement) {
  const { slug, region, lang, phone, worker, limits, profile } = root.dataset
  const spoken: 'en' | 'es' = lang === 'es' ? 'es' : 'en'
  return {
    root,
    slug: slug!,
    region: region!,
    lang: spoken,
    phone: phone!,
    worker: worker!,
    limits: limits ?? '',
    profile: profile ?? '',
    say: talkWords[spoken],
    /** Names of codes, in the page's language: of disciplines, of languages, of hours. */
    names: JSON.parse(root.dataset.names ?? '{}') as Readonly<Record<string, string>>,
  }
}
export type Page = ReturnType<typeof pageOf>
