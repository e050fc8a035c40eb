export {
  gate,
  type GateHit,
  type GateOptions,
  type GateReport,
} from './gate.ts'
export { picturesIn } from './open-data-url.ts'
