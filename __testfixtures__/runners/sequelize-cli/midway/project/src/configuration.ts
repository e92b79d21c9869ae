import { Configuration } from '@midwayjs/core'
import * as koa from '@midwayjs/koa'
import * as sequelize from '@midwayjs/sequelize'
import { join } from 'path'

@Configuration({ imports: [koa, sequelize], importConfigs: [join(__dirname, './config')] })
export class MainConfiguration {}
