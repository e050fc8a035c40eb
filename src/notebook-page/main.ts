import { startContents } from './contents.ts'
import { startSearch } from './search.ts'
import { startTheme } from './theme.ts'
import { startWriting } from './writing.ts'

// Without this script the notebook is still all there: answers are `details`, contents are links.
startTheme()
startWriting()
startSearch()
startContents()
