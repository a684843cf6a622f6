import type { Words } from '../ui/language.ts'
import type { ReasonCode } from './reason.ts'

/** What each rule says to the person who decides. */
export const reasonWords: Words<ReasonCode> = {
  en: {
    still_going_on: 'It still goes on for them, so support stays close by.',
    command_apart: 'Command meets apart from those it leads.',
    large_release: 'Many people are released at once and should not go straight home.',
    same_day: 'It can still be done on the same day.',
    window_ahead: 'A later session leaves time for statements and sleep.',
    same_day_passed: 'The time for a same-day session has passed or does not suit this group.',
    rumours_and_facts: 'Clear facts from a trusted source help a group this size or at this time.',
    cumulative: 'Several hard calls together can weigh as much as one.',
    dispatchers_apart: 'Dispatchers lived through it differently and meet on their own.',
    animal_partner: 'An animal partner is a partner: handlers grieve, and are met like anybody who lost one.',
    professional_leads: 'A mental health professional leads it, or leads it together with a peer.',
    families_apart: 'Families meet apart from crews.',
    pastoral_offer: 'A chaplain is there for whoever wants one, and prays only if asked.',
    not_while_going_on: 'No group session while it still goes on.',
    straight_back: 'They go straight back into it, so no circle now: support stays near them.',
    statements_first:
      'No group for those who fired or saw it until statements are known to be complete, or counsel agrees.',
    supervisors_among: 'Supervisors would sit in the same room; count them apart first.',
    mixed_exposure: 'Some were there and some were not; a circle is for people who lived through the same.',
    routine_only: 'Ask first whether it went beyond what this crew usually copes with.',
    facts_first: 'People want facts from a trusted source before any circle.',
    rest_first: 'They are exhausted; a circle waits until they have slept.',
    too_few_for_cisd: 'Too few people for a CISD.',
    too_many_circles: 'Too many people for circles: more would meet at once than there are teams.',
    split_group: 'Too many for one session, so it is planned as several.',
    small_group_one_to_one: 'This group is too small for a session; offer support one to one.',
    sign_off_first: 'The clinical director or deputy must agree first.',
    investigation_open: 'An investigation is open; ask counsel or the union before a group talks.',
    law_does_not_name:
      'The state’s law, as far as read, does not name these people; say so before anybody talks.',
    law_mixed: 'The law names some of the affected groups and not others; keep them in separate rooms.',
    families_unprotected: 'No text we read protects what families say; tell them before they talk.',
    one_to_one_for_all: 'Offer everyone the chance to talk one to one.',
    individual_by_professional:
      'Those who fired or saw it are offered a private session with a licensed professional.',
    windows_missed: 'The time for group sessions has passed; offer one-to-one support and follow-up.',
    start_at_once: 'Only the circle waits for the sign-off; everything else for these people starts now.',
    postvention_plan: 'Start a postvention plan together with the clinical director and the agency’s head.',
    postvention_facts: 'Confirm the death first, then tell people soon and in person.',
    postvention_no_method: 'Say that it was suicide if the family agrees, and never say how.',
    postvention_closest: 'Reach the closest first: partner, crew, whoever found them or spoke to them last.',
    postvention_dates: 'Note the dates that will be hard: funeral, first week, first month, anniversary.',
    families_ask: 'Ask whether families need somebody of their own.',
    chaplain_ask: 'Ask whether anybody wants a chaplain.',
    community_briefing:
      'Ask whether the community should be briefed too, by the agency, apart from the crews.',
    media_one_voice: 'Agree on one person who speaks to the media, and tell crews who it is.',
    interpreter_needed: 'Bring an interpreter, or a team that speaks the language.',
    other_team: 'Another team was called; agree with it who does what before anybody is sent.',
    shifts_differ: 'They work different shifts; find an hour off duty that suits them all.',
    never_mandatory: 'The session is arranged by the agency; nobody has to come, and nobody has to speak.',
    fit_to_take_part:
      'Nobody who is injured, sedated or has been drinking takes part; meet them one to one later.',
    no_peer_from_scene: 'No peer who was there sits on the team: in some states protection fails with them.',
    referral_open: 'Whoever needs more than a peer can give is offered a way to a professional.',
    follow_up: 'Check in again after any support given.',
    nothing_called_for: 'This crew copes with such a call; nothing is called for, and asking was right.',
  },
  es: {
    still_going_on: 'Para ellos todavía continúa; por eso el apoyo se queda cerca.',
    command_apart: 'El mando se reúne aparte de su personal.',
    large_release: 'Muchas personas terminan a la vez y no deberían irse directamente a casa.',
    same_day: 'Todavía se puede hacer el mismo día.',
    window_ahead: 'Una sesión posterior deja tiempo para declarar y dormir.',
    same_day_passed: 'El momento de una sesión el mismo día ya pasó o no conviene a este grupo.',
    rumours_and_facts:
      'Los datos claros de una fuente fiable ayudan a un grupo de este tamaño o en este momento.',
    cumulative: 'Varias llamadas difíciles juntas pueden pesar tanto como una sola.',
    dispatchers_apart: 'El personal de despacho lo vivió de otra manera y se reúne por su cuenta.',
    animal_partner: 'Un compañero animal es un compañero: sus guías están de duelo y reciben el mismo apoyo.',
    professional_leads: 'La dirige un profesional de salud mental, solo o junto con un par.',
    families_apart: 'Las familias se reúnen aparte de los equipos.',
    pastoral_offer: 'Hay un capellán para quien lo quiera, y reza solo si se lo piden.',
    not_while_going_on: 'No se hace ninguna sesión de grupo mientras continúa.',
    straight_back: 'Vuelven enseguida a lo mismo; por ahora ningún círculo: el apoyo se queda cerca.',
    statements_first:
      'Ningún grupo para quienes dispararon o lo vieron sin declaraciones completas o acuerdo de su abogado.',
    supervisors_among: 'Habría supervisores en la misma sala; cuéntelos aparte primero.',
    mixed_exposure: 'Algunos estuvieron allí y otros no; un círculo es para quienes vivieron lo mismo.',
    routine_only: 'Pregunte primero si superó lo que este equipo suele sobrellevar.',
    facts_first: 'La gente quiere datos de una fuente fiable antes de cualquier círculo.',
    rest_first: 'Están agotados; un círculo espera a que hayan dormido.',
    too_few_for_cisd: 'Muy pocas personas para un CISD.',
    too_many_circles: 'Demasiadas personas para círculos: se reunirían más a la vez que equipos hay.',
    split_group: 'Demasiadas personas para una sola sesión; se planean varias.',
    small_group_one_to_one: 'El grupo es demasiado pequeño para una sesión; ofrezca apoyo individual.',
    sign_off_first: 'La dirección clínica o su suplente debe dar antes su acuerdo.',
    investigation_open:
      'Hay una investigación abierta; consulte al abogado o al sindicato antes de que hable un grupo.',
    law_does_not_name:
      'La ley del estado, hasta donde se leyó, no nombra a estas personas; dígalo antes de que hablen.',
    law_mixed: 'La ley nombra a unos grupos afectados y a otros no; manténgalos en salas separadas.',
    families_unprotected:
      'Ningún texto que leímos protege lo que dicen las familias; dígaselo antes de que hablen.',
    one_to_one_for_all: 'Ofrezca a cada persona la posibilidad de hablar a solas.',
    individual_by_professional:
      'A quienes dispararon o lo vieron se les ofrece una sesión privada con un profesional con licencia.',
    windows_missed: 'El momento de las sesiones de grupo ya pasó; ofrezca apoyo individual y seguimiento.',
    start_at_once: 'Solo el círculo espera el acuerdo; todo lo demás para estas personas empieza ya.',
    postvention_plan: 'Inicie un plan de posvención junto con la dirección clínica y la jefatura.',
    postvention_facts: 'Confirme primero la muerte y luego informe pronto y en persona.',
    postvention_no_method: 'Diga que fue suicidio si la familia está de acuerdo, y nunca diga cómo.',
    postvention_closest:
      'Acérquese primero a los más próximos: pareja, equipo, quien la encontró o habló con ella al final.',
    postvention_dates:
      'Anote las fechas que serán difíciles: funeral, primera semana, primer mes, aniversario.',
    families_ask: 'Pregunte si las familias necesitan a alguien para ellas.',
    chaplain_ask: 'Pregunte si alguien quiere un capellán.',
    community_briefing:
      'Pregunte si conviene informar también a la comunidad, por parte de la institución y aparte de los equipos.',
    media_one_voice: 'Acuerde una sola persona que hable con los medios y diga a los equipos quién es.',
    interpreter_needed: 'Traiga un intérprete o un equipo que hable el idioma.',
    other_team: 'Se llamó a otro equipo; acuerde con él quién hace qué antes de enviar a nadie.',
    shifts_differ: 'Trabajan en turnos distintos; busque una hora fuera de servicio que convenga a todos.',
    never_mandatory: 'La institución organiza la sesión; nadie tiene que venir y nadie tiene que hablar.',
    fit_to_take_part:
      'No participa nadie que esté herido, sedado o haya bebido; se le atiende a solas más tarde.',
    no_peer_from_scene:
      'Ningún par que estuvo allí forma parte del equipo: en algunos estados se pierde la protección.',
    referral_open:
      'A quien necesite más de lo que un par puede dar se le ofrece un camino hacia un profesional.',
    follow_up: 'Vuelva a preguntar cómo están después de cualquier apoyo.',
    nothing_called_for:
      'Este equipo sobrelleva una llamada así; no hace falta nada, y fue correcto preguntar.',
  },
}
