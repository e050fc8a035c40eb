const names =
  'asm awk bash bat c c++ clj clojure cmake cmd console cpp cs csharp css csv cypher dart diff docker dockerfile elixir env erlang ex fsharp ' +
  'gherkin git go golang graphql groovy gradle haskell hcl hs html http ini ipython java javascript js json json5 jsonc jsx julia kotlin ' +
  'kt kts latex less log lua make makefile markdown math matlab md mdx mermaid mjs mongodb mysql nasm nginx nix objc objective-c ocaml ' +
  'output pascal patch perl php plain plaintext plantuml plsql postgres postgresql powershell prisma properties proto protobuf ps1 ' +
  'pseudo pseudocode puml py python python3 r rb redis regex rs ruby rust sass scala scss sh shell shellsession sol solidity sql svelte ' +
  'swift tcl terraform terminal tex text tf toml ts tsx txt typescript vb vim vue wasm wat x86asm xml xpath yaml yml zig zsh'

const languages: ReadonlySet<string> = new Set(names.split(' '))

/**
 * Whether the word behind a fence is what a language is called: ` ```py `, not ` ```휘발성 `.
 *
 * @param lang as written
 */
export function isCodeLanguage(lang: string): boolean {
  return languages.has(lang.toLowerCase())
}
