/** How somebody came into a course: by themselves, on a seat of their agency, with a code, from a coordinator's list. */
export const enrolmentHows = ['alone', 'seat', 'code', 'list'] as const
export type EnrolmentHow = (typeof enrolmentHows)[number]
