export { build, type BuildOptions } from './build.ts'
export type { BuildStep, PaperResult } from './build-paper.ts'
export {
  findPapers,
  type FoundPapers,
  type PathProblem,
} from './find-papers.ts'
export { diagnose, type Diagnosis, type DoctorOptions } from './doctor.ts'
export { inspect, type Inspection } from './inspect.ts'
export {
  paperConventions,
  writeNewPaper,
  type PaperConvention,
} from './new-paper.ts'
export { writeOutputs } from './write-outputs.ts'
