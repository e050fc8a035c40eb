import { env, getuid } from 'node:process'

/**
 * Says why the browser runs outside of its sandbox: Chromium refuses it to root, and nobody else goes without unless they
 * ask for it.
 *
 * @returns `undefined` where the sandbox is on
 */
export function whyNoSandbox(): string | undefined {
  if (getuid?.() === 0)
    return 'because Chromium refuses it to root: build papers that you trust, or as another user'
  if (env['STUDYDECK_NO_SANDBOX'] === '1')
    return 'because STUDYDECK_NO_SANDBOX is 1'
  return undefined
}

/** Whether the browser runs in its sandbox, in words for `--verbose` and `doctor`. */
export function sandboxState(): string {
  const reason = whyNoSandbox()
  return reason === undefined ? 'on' : `off (--no-sandbox), ${reason}`
}

/** Flags that Chromium needs for it. */
export function sandboxFlags(): readonly string[] {
  return whyNoSandbox() === undefined ? [] : ['--no-sandbox']
}
