import { createTheme, DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
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

/** What every component stands in. Mantine makes no style elements: the page's policy allows none. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation()
  const direction = directionOf(i18n.language as Language)
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <MantineProvider
        theme={theme}
        forceColorScheme="light"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
