import { isShared, outputNames } from '../model/output.ts'

/**
 * Paths of everything that participants could have of a paper: what a doubtful one takes back.
 *
 * @param folder of the paper's outputs, below the output folder
 */
export function stalePaths(folder: string): string[] {
  return outputNames.filter(isShared).map((name) => `${folder}/${name}`)
}
