export {
  gate,
  type GateHit,
  type GateOptions,
  type GateReport,
} from './gate.ts'
