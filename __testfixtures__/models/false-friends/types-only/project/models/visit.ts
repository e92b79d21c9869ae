import type { ModelOptions } from 'sequelize'

export interface SoftOptions extends ModelOptions {
  paranoid: true
}
export type Paranoid = { paranoid: true }
export declare class Visit {
  static paranoid: true
}
export const isSoft = (options: ModelOptions): boolean => options.paranoid === true
