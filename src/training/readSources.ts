import type { ContentFile } from './contentProblem.ts'
import { sourcesSchema } from './contentSchemas.ts'
import type { Source } from './course.ts'
import { type Read, readYaml } from './frontMatter.ts'

/** `sources.yaml`: everything a course may cite. */
export function readSources({ name, text }: ContentFile): Read<ReadonlyMap<string, Source>> {
  const read = readYaml(text, sourcesSchema, name)
  if (read.value === null) return { ...read, value: null }
  const sources = Object.entries(read.value).map(([key, said]): [string, Source] => [
    key,
    'kind' in said ? { key, ...said, where: null, on: null } : { key, kind: 'published', ...said },
  ])
  return { ...read, value: new Map(sources) }
}
