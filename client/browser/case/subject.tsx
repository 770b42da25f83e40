import { subjectOf } from './subject-of.js'

type SubjectProps = { readonly form: Readonly<Record<string, unknown>> | undefined }

/** What a request is about, on a line of its own; nothing where its form does not say it, or does not open. */
export function Subject({ form }: SubjectProps) {
  const subject = form && subjectOf(form)
  return (
    subject !== undefined && (
      <>
        <bdi className="case-subject">{subject}</bdi>
        <br />
      </>
    )
  )
}
