// @ts-check
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** What each folder of `src/` may import: other folders, then packages. */
const layers = {
  model: {
    folders: [],
    packages: ['mdast', 'unist', 'vfile', 'vfile-message'],
  },
  config: {
    folders: ['model'],
    packages: [
      'node:.+',
      'fastest-levenshtein',
      'unist',
      'vfile',
      'yaml',
      'zod',
    ],
  },
  parse: {
    folders: ['model', 'config'],
    packages: [
      'mdast.*',
      'micromark.*',
      'remark-.+',
      'unified',
      'unist.*',
      'vfile',
      'hast.*',
      'yaml',
    ],
  },
  split: {
    folders: ['model', 'config', 'parse'],
    packages: ['mdast.*', 'unified', 'unist.*', 'vfile', 'vfile-message'],
  },
  view: {
    folders: ['model', 'config', 'split'],
    packages: ['mdast.*', 'unist.*'],
  },
  fonts: {
    folders: ['model', 'config'],
    packages: ['node:.+', 'fontverter', 'subset-font'],
  },
  render: {
    folders: ['model', 'config', 'view', 'fonts'],
    packages: [
      'node:.+',
      '@marp-team/.+',
      '@jupyterlab/nbformat',
      'handlebars',
      'hast.*',
      'katex',
      'beautiful-mermaid',
      'markdown-it.*',
      'mdast.*',
      'micromark.*',
      'rehype-.+',
      'remark-.+',
      'shiki.*',
      'unified',
      'unist.*',
      'vfile',
    ],
  },
  layout: {
    folders: ['model', 'config', 'view', 'render'],
    packages: ['mdast.*', 'unist.*', 'vfile'],
  },
  meter: { folders: ['layout'], packages: [] },
  print: {
    folders: ['model', 'config'],
    packages: ['node:.+', 'puppeteer-core', 'pdf-lib'],
  },
  gate: {
    folders: ['model', 'config', 'view', 'fonts'],
    packages: [
      'node:.+',
      'mdast.*',
      'pdf-lib',
      'hast.*',
      'rehype-.+',
      'unified',
      'unist.*',
    ],
  },
  images: {
    folders: ['model', 'config', 'fonts', 'print', 'gate'],
    packages: ['node:.+', 'mdast', 'unist.*', 'vfile', 'xast.*'],
  },
  player: { folders: ['model'], packages: [] },
  'notebook-page': { folders: [], packages: [] },
  pipeline: {
    folders: [
      'model',
      'config',
      'parse',
      'split',
      'view',
      'fonts',
      'render',
      'layout',
      'meter',
      'print',
      'gate',
      'images',
      'player',
    ],
    packages: ['node:.+', 'mdast.*', 'unist.*', 'vfile', 'vfile-message'],
  },
  dev: {
    folders: ['model', 'config', 'pipeline', 'dev-client'],
    packages: ['node:.+', 'chokidar', 'vfile.*'],
  },
  'dev-client': { folders: [], packages: [] },
  cli: {
    folders: ['model', 'config', 'pipeline', 'dev'],
    packages: [
      'node:.+',
      'commander',
      'listr2',
      'open',
      'string-width',
      'vfile.*',
    ],
  },
}

export default defineConfig(
  globalIgnores(['build/', 'dist/', 'coverage/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Numbers in templates are what most of our sentences are made of.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true },
      ],
    },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      complexity: ['error', 12],
      'max-lines': [
        'error',
        { max: 300, skipBlankLines: true, skipComments: true },
      ],
      'max-lines-per-function': [
        'error',
        { max: 60, skipBlankLines: true, skipComments: true },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A missing value must fail the test there and then, which is what `!` does.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  Object.entries(layers).map(([layer, { folders, packages }]) => ({
    files: [`src/${layer}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!\\./|(?:\\.\\./)+(?:${folders.join('|') || '-'})/|\\.\\./[^/]+\\.ts$|(?:${packages.join('|') || '-'})(?:$|/))`,
              message: `See "Layers" in ARCHITECTURE.md: src/${layer}/ may not import this.`,
            },
          ],
        },
      ],
    },
  })),
  prettier,
)
