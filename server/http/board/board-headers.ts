import helmet from 'helmet'

/**
 * What a browser is told about every answer of the board: its own scripts and styles alone, no inline script, no other origin, no
 * frame around it, and nothing is kept. `img-src data:` is for icons in its styles, `base-uri` for the `<base>` of its page. The page also
 * names fonts of another origin and has styles of its own in its text: these stay refused, and it does without.
 *
 * @param origin - of the board.
 */
export const boardHeaders = (origin: string): ReturnType<typeof helmet> =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: origin.startsWith('https:') ? { maxAge: 63_072_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
