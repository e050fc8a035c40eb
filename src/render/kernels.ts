import type {
  IKernelspecMetadata,
  ILanguageInfoMetadata,
} from '@jupyterlab/nbformat'

/** What a notebook says of the language that its code cells are in. */
export interface Kernel {
  readonly kernelspec: IKernelspecMetadata
  readonly language_info: ILanguageInfoMetadata
}

const python = kernel('python3', 'Python 3 (ipykernel)', 'python', '.py')
const bash = kernel('bash', 'Bash', 'bash', '.sh')
const javascript = kernel('javascript', 'JavaScript', 'javascript', '.js')
const cpp = kernel('xcpp17', 'C++17 (xeus-cling)', 'cpp', '.cpp')

/** Kernels by the word after the fence. Names are those that the usual kernel of each language installs itself under. */
const kernels = new Map(
  Object.entries({
    python,
    py: python,
    bash,
    sh: bash,
    shell: bash,
    sql: kernel('xsql', 'SQL (xeus-sql)', 'sql', '.sql'),
    java: kernel('java', 'Java (IJava)', 'java', '.java'),
    javascript,
    js: javascript,
    cpp,
    'c++': cpp,
    go: kernel('gonb', 'Go (gonb)', 'go', '.go'),
    rust: kernel('rust', 'Rust (evcxr)', 'rust', '.rs'),
    kotlin: kernel('kotlin', 'Kotlin', 'kotlin', '.kt'),
    r: kernel('ir', 'R', 'r', '.r'),
  }),
)

/**
 * Chooses the kernel of a notebook: the language that most of its code questions are in, plain Python otherwise.
 *
 * @param languages one word after a fence for each code question, in order
 */
export function kernelFor(languages: readonly string[]): Kernel {
  const counts = new Map<Kernel, number>()
  for (const language of languages) {
    const found = kernelOf(language)
    if (found) counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0] ?? python
}

/** Name of a language in Jupyter's words; the word itself where no kernel is known. */
export function languageName(language: string): string {
  return kernelOf(language)?.language_info.name ?? language
}

function kernelOf(language: string): Kernel | undefined {
  return kernels.get(language.toLowerCase())
}

function kernel(
  name: string,
  displayName: string,
  language: string,
  extension: string,
): Kernel {
  return {
    kernelspec: { name, display_name: displayName, language },
    language_info: { name: language, file_extension: extension },
  }
}
