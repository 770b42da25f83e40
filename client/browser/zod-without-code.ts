import { z } from 'zod'

// The page's policy allows no code made of texts, which zod would otherwise try. Imported before anything
// that makes a schema.
z.config({ jitless: true })
