import './zod-without-code.js'
import './mantine.css'
import './theme.css'
import './components/components.css'
import './shell/shell.css'
import { createRoot } from 'react-dom/client'
import { startLanguages } from './languages/start-languages.js'
import { Shell } from './shell/shell.js'
import { Providers } from './shell/providers.js'

const place = document.getElementById('app')
if (place === null) throw new TypeError('index.html has a place for the page')

await startLanguages()
createRoot(place).render(
  <Providers>
    <Shell />
  </Providers>,
)
