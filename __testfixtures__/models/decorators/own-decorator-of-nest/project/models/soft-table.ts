import { applyDecorators, SetMetadata } from '@nestjs/common'
import { Table, type TableOptions } from 'sequelize-typescript'

export const SoftTable = (options: TableOptions = {}) =>
  applyDecorators(SetMetadata('soft', true), Table({ ...options, paranoid: true }) as ClassDecorator)
