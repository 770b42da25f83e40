import { createTheme, DirectionContext, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { directionOf, type Language } from '../../languages/language.js'

const theme = createTheme({ respectReducedMotion: true })

const queries = new QueryClient({
  defaultOptions: {
    // The client retries what may pass, by itself and with patience; what comes out here is an answer.
    queries: { retry: false, networkMode: 'always', staleTime: 10_000 },
    mutations: { networkMode: 'always' },
  },
})

/**
 * What every component stands in. Mantine makes no style elements: the page's policy allows none. Who changes the
 * language keeps what is on the screen: the direction is a value, and no reason to begin anew.
 */
export function Providers({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation()
  const dir = directionOf(i18n.language as Language)
  // It is the language that decides.
  const direction = useMemo(
    () => ({ dir, setDirection: () => undefined, toggleDirection: () => undefined }),
    [dir],
  )
  return (
    <DirectionContext value={direction}>
      <MantineProvider
        theme={theme}
        forceColorScheme="light"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </MantineProvider>
    </DirectionContext>
  )
}
