import { type Context, Hono } from 'hono'
import type { Visit } from '../identity/index.ts'
import { formOf } from '../platform/http.server.ts'
import { parseId } from '../platform/ids.ts'
import { type Problem, statusOf } from '../platform/problem.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { CertificatePage, type CertificateView } from './CertificatePage.tsx'
import { loadCertificate, revoke } from './certificate.server.ts'
import { revocationGrounds } from './certificate.ts'
import { certificatePdf } from './certificatePdf.server.ts'
import { certificateWords } from './certificateWords.ts'
import { type CredentialDeps, signedBadge } from './credentials.server.ts'
import { enter, type TeamDeps } from './enter.server.ts'
import { enterPapers } from './enterPapers.server.ts'
import { may } from './may.ts'
import { trainingPaths } from './paths.ts'
import type { TrainingCode } from './problems.ts'
import { RevocationPage } from './RevocationPage.tsx'
import { revocationWords } from './revocationWords.ts'
import { type Shows, showable } from './showing.ts'
import { endShowing, makeShowing, ownCertificate, showingsOf } from './showings.server.ts'

type Deps = CredentialDeps & TeamDeps

/** Certificates to their holders, and the step with which a coordinator says that one no longer holds. */
export function certificateRoutes(deps: Deps): Hono {
  const { db, library, publicUrl } = deps
  const app = new Hono()
  /** Somebody else's certificate is not there. */
  const own = async (
    context: Context,
  ): Promise<{ visit: Visit; view: CertificateView; now: Temporal.Instant } | Response> => {
    const visit = await enterPapers(deps, context)
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('id') ?? '')
    const found = await db.read(visit.actor, async (reader) => {
      const certificate = id === null ? null : await ownCertificate(reader, id)
      if (certificate === null) return null
      const region = await loadRegion(reader)
      const today = reader.now.toZonedDateTimeISO(region.timeZone).toPlainDate()
      const showings = await showingsOf(reader, certificate.id)
      return { view: { region, certificate, today, showings }, now: reader.now }
    })
    return found === null ? context.notFound() : { visit, ...found }
  }
  const show = async (
    context: Context,
    { visit, view }: { visit: Visit; view: CertificateView },
    given: { link?: string; ticked?: readonly Shows[]; problem?: Problem<TrainingCode>; shut?: true } = {},
  ) => {
    const { problem, shut = false } = given
    const refused = problem === undefined ? null : problem.code === 'too_many' ? 'tooMany' : 'revokedRefused'
    const failed = shut ? 'keyShut' : refused
    const { region, certificate } = view
    const at = { ...visit, here: trainingPaths.certificate(region.slug, certificate.id) }
    const page = (
      <CertificatePage
        {...{ view, failed }}
        lang={visit.lang}
        link={given.link ?? null}
        ticked={given.ticked ?? []}
      />
    )
    return context.html(
      <>{deps.frame(at, region, certificateWords[visit.lang].title, 'learning', page)}</>,
      shut ? 503 : problem === undefined ? 200 : statusOf[problem.kind],
    )
  }
  const tickedIn = (typed: Readonly<Record<string, string>>) =>
    showable.filter((one) => typed[`show_${one}`] !== undefined)
  const linkTo = (region: Region, code: string) =>
    new URL(trainingPaths.shown(region.slug, code), publicUrl).href

  app.get('/:region/learning/certificates/:id', async (context) => {
    const found = await own(context)
    return found instanceof Response ? found : await show(context, found)
  })

  // The answer itself shows the link: a redirect would have to keep it somewhere.
  app.post('/:region/learning/certificates/:id/showings', async (context) => {
    const found = await own(context)
    if (found instanceof Response) return found
    const ticked = tickedIn(await formOf(context.req))
    const made = await makeShowing(db, found.visit.actor, found.view.certificate.id, ticked)
    if (!made.ok) return await show(context, found, { ticked, problem: made })
    const after = await own(context)
    if (after instanceof Response) return after
    return await show(context, after, { link: linkTo(found.view.region, made.value) })
  })

  app.post('/:region/learning/certificates/:id/showings/:showing/end', async (context) => {
    const found = await own(context)
    if (found instanceof Response) return found
    const { region, certificate } = found.view
    const showing = parseId(context.req.param('showing'))
    if (showing === null) return context.notFound()
    await endShowing(db, found.visit.actor, certificate.id, showing)
    return context.redirect(trainingPaths.certificate(region.slug, certificate.id), 303)
  })

  app.post('/:region/learning/certificates/:id/paper.pdf', async (context) => {
    const found = await own(context)
    if (found instanceof Response) return found
    const { visit, view, now } = found
    const { region, certificate } = view
    const ticked = tickedIn(await formOf(context.req))
    const made = await makeShowing(db, visit.actor, certificate.id, ticked)
    if (!made.ok) return await show(context, found, { ticked, problem: made })
    const course = library.courses.find(({ id }) => id === certificate.course)
    const paper = await certificatePdf({
      ...{ certificate, now, lang: visit.lang },
      region: region.name,
      skills: (course?.skills.length ?? 0) > 0,
      link: linkTo(region, made.value),
    })
    return context.body(new Uint8Array(paper), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="certificate-${certificate.course}.pdf"`,
    })
  })

  app.get('/:region/learning/certificates/:id/badge.jwt', async (context) => {
    const found = await own(context)
    if (found instanceof Response) return found
    const { region, certificate } = found.view
    if (certificate.revocation !== null) return context.notFound()
    const of = { origin: publicUrl.origin, region }
    const jwt = await signedBadge(deps, of, found.visit.regionId, certificate)
    if (jwt === null) return await show(context, found, { shut: true })
    // Open Badges 3.0, “Document Formats”: a compact JWS goes as plain text.
    return context.body(jwt, 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="badge-${certificate.course}.jwt"`,
    })
  })

  const revoking = async (context: Context, answered: (visit: Visit, id: string) => Promise<number>) => {
    const visit = await enter(deps, context, (actor) => may(actor, 'keep_training'))
    if (visit instanceof Response) return visit
    const id = parseId(context.req.param('certificate') ?? '')
    if (id === null) return context.notFound()
    const status = await answered(visit, id)
    const found = await db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      certificate: await loadCertificate(reader, id),
    }))
    const { region, certificate } = found
    if (certificate === null) return context.notFound()
    const { lang } = visit
    const page = <RevocationPage {...{ region, certificate, lang }} missing={status === 400} />
    const at = { ...visit, here: trainingPaths.revocation(region.slug, id) }
    return context.html(
      <>{deps.frame(at, region, revocationWords[lang].title, 'training', page)}</>,
      status as 200 | 400,
    )
  }
  app.get('/:region/training/certificates/:certificate/revocation', async (context) =>
    revoking(context, async () => 200),
  )
  app.post('/:region/training/certificates/:certificate/revocation', async (context) =>
    revoking(context, async (visit, id) => {
      const { ground: typed } = await formOf(context.req)
      const ground = revocationGrounds.find((one) => one === typed)
      if (ground === undefined) return 400
      await revoke(db, visit.actor, id, ground)
      return 200
    }),
  )
  return app
}
